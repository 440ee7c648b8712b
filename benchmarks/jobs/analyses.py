"""The commands that analyse a deployment, as whole processes: a small backend, a million lines."""

from __future__ import annotations

import contextlib
import os
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from ..ground import PACKAGE, environment, process_time
from ..report import Row
from ..timing import Samples, compare, interleave
from .commands import PROGRAM, SECOND

if TYPE_CHECKING:
    from ..effort import Effort

BACKEND = PACKAGE.parent / "tests" / "sample_backend" / "clean"
COMMANDS = ("usage backend", "lint", "drift", "explain --set WEB_TIMEOUT=30", "check")


def run(effort: Effort) -> list[Row]:
    """Measure a sample backend against one second, and Python's own library against one minute."""
    with TemporaryDirectory() as folder, contextlib.chdir(BACKEND):
        variables = environment(Path(folder))
        small = interleave(
            {
                command: partial(process_time, PROGRAM, variables, *command.split())
                for command in COMMANDS
            },
            effort.rounds(7),
        )
        library = Path(os.__file__).parent
        code = library / "json" if effort.quick else library
        usage = partial(process_time, PROGRAM, variables, "usage", str(code))
        [large] = interleave({"usage": usage}, effort.rounds(3)).values()
    rows = [_row(f"{command}, the sample backend", small[command], 1) for command in COMMANDS]
    return [*rows, _row(f"usage, {_lines(code):,} lines of Python's library", large, 60)]


def _row(name: str, samples: Samples, seconds: int) -> Row:
    limit = Samples((seconds * SECOND,) * len(samples.values))
    against = "one second" if seconds == 1 else f"{seconds} seconds"
    return Row(
        f"integr8s-conf {name}", samples, ratio=compare(samples, limit), against=against, limit=1
    )


def _lines(folder: Path) -> int:
    """Return how many lines the Python files have that ``usage`` reads there."""
    files = (path for path in folder.rglob("*.py") if "site-packages" not in path.parts)
    return sum(path.read_bytes().count(b"\n") for path in files)
