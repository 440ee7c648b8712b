"""The plugin tutorial leads from an empty folder to a distribution, with real installs."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..packaging.conftest import build_once, sources, wheel
from .blocks import PLUGIN_TUTORIAL
from .test_tutorial import Newcomer

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["build_once", "sources", "wheel"]


@dataclass
class Author(Newcomer):
    """A newcomer who changes the folder as the page says, and uploads nothing."""

    variables: dict[str, str] = field(default_factory=dict)
    """As they are in the first folder, which has the environment."""

    def begin(self) -> None:
        super().begin()
        self.variables = super()._variables()

    def _variables(self) -> dict[str, str]:
        return self.variables

    def _install(self, name: str) -> None:
        """Leave it to pip."""

    def _run(self, command: list[str]) -> subprocess.CompletedProcess[str]:
        line = command[-1]
        if line.startswith("twine upload"):
            return subprocess.CompletedProcess(command, 0, stdout="")
        done = super()._run(command)
        if line.startswith("cd "):
            self.folder /= line.removeprefix("cd ")
        return done


def test_plugin_tutorial_works_from_an_empty_folder(tmp_path: Path, wheel: Path) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    author = Author(folder, wheel=wheel)
    author.begin()
    author.read(PLUGIN_TUTORIAL)
    assert author.folder == folder / "acme-mail"
