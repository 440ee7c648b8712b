"""The test kit: one override against a build, and what the plugin adds to the start of pytest."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from integr8s_conf import Settings, settings
from integr8s_conf.process_settings import ProcessSettings, put_state
from integr8s_conf.testing import make_settings, settings_override

from ..ground import environment, process_time
from ..report import Row
from ..timing import calls, compare, interleave

if TYPE_CHECKING:
    from ..effort import Effort
    from ..timing import Samples

PROGRAM = """
import sys, pytest
code = pytest.main(["--collect-only", "-q", "-p", "no:cacheprovider", *sys.argv[1:]])
sys.exit(0 if code == pytest.ExitCode.NO_TESTS_COLLECTED else 2)
"""
FIVE_MS = 5e6


def run(effort: Effort) -> list[Row]:
    """Measure within this process, then whole processes of pytest."""
    return [*_overrides(effort), _start(effort)]


def _override() -> None:
    with settings_override(MONGO_HOST="other"):
        pass


def _overrides(effort: Effort) -> list[Row]:
    loops, rounds = effort.loops(20), effort.rounds(60)
    put_state(settings, ProcessSettings())  # another job may have loaded them
    build, override = calls(Settings, loops), calls(_override, loops)
    subjects = {
        "`settings_override(KEY=...)`, in and out, settings not loaded": override,
        "`make_settings()`": calls(make_settings, loops),
    }
    rows = _beside_a_build(interleave({"build": build, **subjects}, rounds))
    settings.as_dict()
    subjects = {"`settings_override(KEY=...)`, in and out": override}
    return rows + _beside_a_build(interleave({"build": build, **subjects}, rounds))


def _beside_a_build(found: dict[str, Samples]) -> list[Row]:
    build = found.pop("build")
    return [
        Row(
            job,
            samples,
            beside=build,
            beside_name="`Settings()`",
            ratio=compare(samples, build),
            against="`Settings()`",
            limit=2,
        )
        for job, samples in found.items()
    ]


def _start(effort: Effort) -> Row:
    with TemporaryDirectory() as folder:
        file = Path(folder, "test_nothing.py")
        file.touch()
        start = partial(process_time, PROGRAM, environment(Path(folder)), str(file))
        found = interleave(
            {"with": start, "without": partial(start, "-p", "no:integr8s_conf")}, effort.rounds(60)
        )
    without = found["without"]
    return Row(
        "start of pytest, with its plugin",
        found["with"],
        beside=without,
        beside_name="without",
        ratio=compare(found["with"], without),
        against="that without, 5 ms more",
        limit=round(1 + FIVE_MS / without.median, 3),
    )
