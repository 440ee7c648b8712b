"""The typed public API, as mypy sees it where the package is installed."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent
MARK = re.compile(r"# error: (\S+)$")
FOUND = re.compile(r"misuse\.py:(\d+): error: .*\[(\S+)\]$", re.MULTILINE)


@pytest.fixture
def mypy_says(tmp_path: Path) -> dict[str, str]:
    """What ``mypy --strict`` prints of each file of this folder that is there to be checked."""
    names = ("public_api.py", "misuse.py")
    options = ("--strict", "--no-incremental", "--config-file", str(tmp_path / "mypy.ini"))
    (tmp_path / "mypy.ini").write_text(
        "[mypy]\n[mypy-dynaconf.*]\nignore_missing_imports = true\n", encoding="utf-8"
    )
    done = subprocess.run(
        [sys.executable, "-m", "mypy", *options, *names],
        cwd=FOLDER,
        capture_output=True,
        text=True,
        check=False,
    )
    assert not done.stderr, done.stderr
    lines = done.stdout.splitlines()
    return {name: "\n".join(line for line in lines if line.startswith(name)) for name in names}


def test_right_uses_are_clean_and_wrong_uses_are_found(mypy_says: dict[str, str]) -> None:
    lines = (FOLDER / "misuse.py").read_text("utf-8").splitlines()
    wrong = {
        (number, mark[1]) for number, line in enumerate(lines, 1) if (mark := MARK.search(line))
    }

    assert mypy_says["public_api.py"] == ""
    assert {(int(line), code) for line, code in FOUND.findall(mypy_says["misuse.py"])} == wrong
