"""Hook implementations in the editor of their author: mypy and pyright judge them alike."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent
CHECKERS = {
    "mypy": ("--strict", "--no-incremental", "--config-file", "mypy.ini"),
    "pyright": ("--pythonpath", sys.executable),
}


@pytest.mark.parametrize("checker", CHECKERS)
def test_right_hooks_are_clean_and_wrong_hooks_are_found(checker: str, tmp_path: Path) -> None:
    files = {name: (FOLDER / name).read_text("utf-8") for name in ("hooks.py", "wrong_hooks.py")}
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    ini = "[mypy]\n[mypy-dynaconf.*]\nignore_missing_imports = true\n"
    (tmp_path / "mypy.ini").write_text(ini, encoding="utf-8")
    lines = files["wrong_hooks.py"].splitlines()

    done = subprocess.run(
        [sys.executable, "-m", checker, *CHECKERS[checker], *files],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    found = {
        (Path(name).name, int(line))
        for name, line in re.findall(r"^\s*(\S+\.py):(\d+):.* error: ", done.stdout, re.MULTILINE)
    }
    wrong = {number for number, line in enumerate(lines, 1) if line.endswith("# wrong")}
    assert found == {("wrong_hooks.py", number) for number in wrong}, done.stdout
