"""The tutorial leads from an empty folder to a checked deployment, with a fresh install."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from ..packaging.conftest import build_once, sources, wheel
from .blocks import TUTORIAL
from .reader import Reader

__all__ = ["build_once", "sources", "wheel"]


@dataclass
class Newcomer(Reader):
    """A reader whose folder is empty, and whose pip takes the package from a wheel."""

    wheel: Path = Path()

    def begin(self) -> None:
        """Tell pip what ``integr8s-conf`` is."""
        (self.folder.parent / "constraints.txt").write_text(
            f"integr8s-conf @ {self.wheel.as_uri()}\n"
        )

    def _variables(self) -> dict[str, str]:
        folders = (self.folder / ".venv" / "bin", Path(sys.executable).parent, os.environ["PATH"])
        taken = {name: text for name, text in os.environ.items() if name != "PYTHONPATH"}
        return {
            **taken,
            "PATH": os.pathsep.join(map(str, folders)),
            "PIP_CONSTRAINT": str(self.folder.parent / "constraints.txt"),
            "PIP_QUIET": "3",
            "COLUMNS": "100",
        }


def test_tutorial_works_from_an_empty_folder(tmp_path: Path, wheel: Path) -> None:
    folder = tmp_path / "deployment"
    folder.mkdir()
    reader = Newcomer(folder, wheel=wheel)
    reader.begin()
    reader.read(TUTORIAL)
    assert (folder / ".venv" / "bin" / "integr8s-conf").exists()
