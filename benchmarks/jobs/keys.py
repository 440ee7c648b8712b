"""Ten times the keys: a warm build of one generated plugin, against its size."""

from __future__ import annotations

from contextlib import ExitStack
from functools import partial
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from .. import generated
from ..ground import Worker, environment
from ..report import Row
from ..timing import Samples, compare, interleave

if TYPE_CHECKING:
    from ..effort import Effort

SUBJECTS = ("ours", "tomllib", "pydantic class", "plain dynaconf")
SLOW = "plain dynaconf"
SLOW_FROM = 5_000
"""From so many keys on, one build of plain dynaconf takes some twenty seconds, so it gets one."""


def run(effort: Effort) -> list[Row]:
    """Measure each size in a process of its own, all of them in turn."""
    sizes = effort.sizes(100, 1_000, 10_000)
    with ExitStack() as stack:
        workers = {size: stack.enter_context(_worker(stack, size)) for size in sizes}
        samplers = {
            f"{subject} {size}": partial(workers[size].ask, subject)
            for size in sizes
            for subject in SUBJECTS
            if subject != SLOW
        }
        found = interleave(samplers, effort.rounds(25))
        for size in sizes:
            times = 1 if size >= SLOW_FROM else effort.rounds(10)
            found[f"{SLOW} {size}"] = Samples(tuple(workers[size].ask(SLOW) for _ in range(times)))
    rows = [_grown(found, sizes[0], None)]
    rows += [_grown(found, size, smaller) for smaller, size in pairwise(sizes)]
    return [*rows, _beside_tomllib(found, sizes[-1])]


def _worker(stack: ExitStack, size: int) -> Worker:
    folder = Path(stack.enter_context(TemporaryDirectory()))
    made = generated.write(folder, plugins=1, keys=size)
    variables = environment(folder, INTEGR8S_CONF_PLUGINS=",".join(made.names))
    loops = max(1, 2_000 // size)
    return Worker("benchmarks.worker", str(made.config), str(loops), variables=variables)


def _grown(found: dict[str, Samples], size: int, smaller: int | None) -> Row:
    ours = found[f"ours {size}"]
    return Row(
        f"build, {size:,} keys",
        ours,
        found[f"pydantic class {size}"],
        found[f"{SLOW} {size}"],
        ratio=compare(ours, found[f"ours {smaller}"]) if smaller else None,
        against=f"{smaller:,} keys" if smaller else "",
        limit=11 if smaller else None,
    )


def _beside_tomllib(found: dict[str, Samples], size: int) -> Row:
    ours, parse = found[f"ours {size}"], found[f"tomllib {size}"]
    return Row(
        f"build, {size:,} keys, beside tomllib",
        ours,
        beside=parse,
        beside_name="tomllib",
        ratio=compare(ours, parse),
        against="tomllib's parse of the file",
        limit=3,
    )
