"""A backend's folder, and the command on what it has."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import pytest
from click.testing import CliRunner

from integr8s_conf.cli import main

if TYPE_CHECKING:
    from ..conftest import Write

HERE = Path(__file__).parent
SETTINGS = HERE.parents[1] / "settings"


class Told(NamedTuple):
    """What the command told, and its exit code."""

    code: int
    text: str

    @property
    def found(self) -> dict[tuple[str, str | None], str]:
        """What is said of each key by each rule, from the JSON form."""
        found = json.loads(self.text)["diagnostics"]
        assert len({(one["rule"], one["key"]) for one in found}) == len(found)
        return {(one["rule"], one["key"]): one["found"] for one in found}


class Parity(Protocol):
    def __call__(self, theirs: str, *options: str, form: str = ...) -> Told: ...


@pytest.fixture
def backend(write: Write, tmp_path: Path) -> Path:
    """Return the folder of a backend with its settings files and its class."""
    shutil.copytree(SETTINGS, tmp_path / "settings")
    write("backend.py", (HERE / "backend.py").read_text("utf-8"))
    return tmp_path


@pytest.fixture
def parity() -> Parity:
    """Return a function that runs the command on an object, in the working directory."""

    def run(theirs: str, *options: str, form: str = "json") -> Told:
        words: list[Any] = ["parity", theirs, *options, "--format", form]
        done = CliRunner().invoke(main, words, catch_exceptions=False)
        return Told(done.exit_code, done.output)

    return run
