"""The sample backend, as each test has it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from .case import CLEAN

if TYPE_CHECKING:
    from pathlib import Path

    from ..conftest import Stranger


@pytest.fixture
def backend(tmp_path: Path, stranger: Stranger, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the backend with its own plugin installed, the working directory."""
    folder = tmp_path / "backend"
    shutil.copytree(CLEAN, folder)
    stranger((CLEAN / "plugin" / "executor.py").read_text(), "executor", "executor-conf")
    monkeypatch.chdir(folder)
    return folder
