"""A deployment for each module of tests, and what commands answer in it."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from ..conftest import VARIABLES
from .commands import SETTINGS, Call, Done, run_all

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    Answers = Mapping[tuple[str, ...], Done]


@pytest.fixture
def deployment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make the working directory a copy of the settings folder; return it."""
    shutil.copytree(SETTINGS, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def edit(deployment: Path) -> Callable[..., None]:
    """Return a function that replaces lines of the deployment's base file, or adds them."""

    def edit(*lines: str) -> None:
        edited(deployment / "config.toml", *lines)

    return edit


@pytest.fixture
def break_it(edit: Callable[..., None]) -> None:
    """Break the deployment in two ways: a value of another type, and a key that nobody declares."""
    edit(*BREAKS)


BREAKS = ('KAFKA_SESSION_TIMEOUT_MS = "45000"', "KAFKA_MAX_POL_RECORDS = 500")


@pytest.fixture(scope="module")
def answers(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Answers]:
    """Return what the commands answer that the module lists in COMMANDS, by their words.

    They run in one copy of the settings folder, which the module's function ``prepare`` may
    change, if it has one.
    """
    folder = tmp_path_factory.mktemp("deployment")
    shutil.copytree(SETTINGS, folder, dirs_exist_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        for variable in list(os.environ):
            if VARIABLES.fullmatch(variable):
                patch.delenv(variable)
        patch.chdir(folder)
        getattr(request.module, "prepare", lambda _: None)(folder)
        commands: list[tuple[str, ...]] = request.module.COMMANDS
        calls = [Call(program, tuple(words), folder) for program, *words in commands]
        done = run_all(calls, tmp_path_factory.mktemp("results"))
        yield dict(zip(commands, done, strict=True))


def edited(path: Path, *lines: str) -> None:
    """Put each line in the place of the line of its key; add it at the end where there is none."""
    text = path.read_text(encoding="utf-8").splitlines()
    for line in lines:
        key = line.partition("=")[0].strip()
        places = [at for at, old in enumerate(text) if old.partition("=")[0].strip() == key]
        if places:
            text[places[0]] = line
        else:
            text.append(line)
    path.write_text("\n".join([*text, ""]), encoding="utf-8")
