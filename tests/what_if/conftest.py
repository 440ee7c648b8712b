"""A deployment, perhaps in a repository of git, and the commands in this process."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING, Any, Protocol

import pytest
from click.testing import CliRunner

from integr8s_conf.cli import main

from ..command_line.commands import SETTINGS, Done
from ..command_line.conftest import edited

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ..conftest import Write


class Command(Protocol):
    def __call__(self, *words: str, code: int = ...) -> Done: ...


class Facts(Protocol):
    def __call__(self, *words: str, code: int = ...) -> dict[str, Any]: ...


@pytest.fixture
def command() -> Command:
    """Return a function that runs ``integr8s-conf`` here, and wants an exit code."""

    def run(*words: str, code: int = 0) -> Done:
        result = CliRunner().invoke(main, words)
        assert result.exit_code == code, result.output
        return Done(result.exit_code, result.stdout, result.stderr)

    return run


@pytest.fixture
def facts(command: Command) -> Facts:
    """Return a function that runs a command with its output as data."""

    def run(*words: str, code: int = 0) -> dict[str, Any]:
        report: dict[str, Any] = json.loads(command(*words, "--format", "json", code=code).out)
        return report

    return run


@pytest.fixture
def deployment(write: Write, tmp_path: Path) -> Path:
    """Make the working directory the root of a copy of the reference deployment; return it."""
    shutil.copytree(SETTINGS, tmp_path / "settings")
    return tmp_path


@pytest.fixture
def edit(deployment: Path) -> Callable[..., None]:
    """Return a function that replaces lines of a file in the settings folder, or adds them."""

    def edit(name: str, *lines: str) -> None:
        edited(deployment / "settings" / name, *lines)

    return edit


@pytest.fixture
def git(deployment: Path) -> Callable[..., str]:
    """Commit the deployment to a new repository; return a function that runs git there."""

    def git(*words: str) -> str:
        identity = ("-c", "user.name=Ann", "-c", "user.email=ann@localhost")
        done = subprocess.run(
            ["git", *identity, *words], cwd=deployment, capture_output=True, text=True, check=True
        )
        return done.stdout

    git("init", "--quiet", "--initial-branch=main")
    git("add", ".")
    git("commit", "--quiet", "--message", "The deployment")
    return git


def workers(places: list[dict[str, Any]]) -> list[str]:
    """Return the names of places of a report, with their environments."""
    return [
        " ".join(filter(None, (one["worker"] or one["base"], one["environment"]))) for one in places
    ]


def changed(report: dict[str, Any], part: str = "changes") -> dict[str, list[str]]:
    """Return the keys that a report says change, and where."""
    return {one["key"]: workers(one["places"]) for one in report[part]}
