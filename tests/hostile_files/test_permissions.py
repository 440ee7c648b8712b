"""A file that may not be read, or that everyone may write."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from integr8s_conf import ConfigWarning, Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

NOBODY = 65534
PROGRAM = """
import os, sys
from integr8s_conf import ConfigError, Settings

(file,) = sys.argv[1:]
Settings("sound.toml")  # imports all it needs, which nobody else may be able to read
if os.geteuid() == 0:
    os.setgroups([])
    os.setuid(65534)
try:
    Settings(file)
except ConfigError as error:
    print(error)
"""


@pytest.fixture
def common_ground() -> Iterator[Path]:
    """Return a folder that every user may enter."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "sound.toml").touch()
        yield folder


def said_to_another_user(folder: Path, file: str) -> str:
    """Load a file as a user who owns nothing; return the error's text."""
    path = {"PYTHONPATH": os.pathsep.join(sys.path), "PATH": os.environ.get("PATH", "")}
    result = subprocess.run(
        [sys.executable, "-c", PROGRAM, file],
        cwd=folder, env=path, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    return result.stdout


def test_file_that_may_not_be_read(common_ground: Path) -> None:
    file = common_ground / "config.toml"
    file.touch(0o000)
    file.chmod(0o000)
    said = said_to_another_user(common_ground, "config.toml")
    assert "  config.toml\n" in said
    assert re.search(r"permission denied \(owner \d+, mode 0000, running as \d+\)", said)
    assert re.search(r"hint +let user id \d+ read it", said)


def test_folder_that_may_not_be_entered(common_ground: Path) -> None:
    inner = common_ground / "inner"
    inner.mkdir(0o700)
    (inner / "config.toml").touch()
    inner.chmod(0o000)
    said = said_to_another_user(common_ground, "inner/config.toml")
    inner.chmod(0o700)
    assert "permission denied for a folder on the way" in said


@pytest.mark.parametrize("mode", [0o666, 0o602, 0o777])
def test_file_that_everyone_can_write_is_a_warning(mode: int, folder: Path) -> None:
    (folder / "config.toml").chmod(mode)
    with pytest.warns(ConfigWarning) as warnings:
        Settings()
    [warning] = warnings
    assert str(warning.message) == (
        f"config.toml: a file that everyone can write (mode {mode:04o});"
        " wanted a file that its owner alone can write; chmod o-w config.toml"
    )


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o664, 0o400])
def test_file_that_others_can_read_is_fine(mode: int, folder: Path) -> None:
    (folder / "config.toml").chmod(mode)
    assert Settings()


def test_override_that_everyone_can_write_is_a_warning(folder: Path) -> None:
    (folder / "worker.toml").touch()
    (folder / "worker.toml").chmod(0o666)
    with pytest.warns(ConfigWarning, match="worker.toml: a file that everyone can write"):
        Settings(override_path="worker.toml")
