"""Ten times the plugins: first use in a fresh process, and a warm build, against their number."""

from __future__ import annotations

from contextlib import ExitStack
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from .. import generated
from ..ground import Worker, environment, printed_number
from ..report import Row
from ..timing import Samples, compare, interleave

if TYPE_CHECKING:
    from ..effort import Effort
    from ..generated import Generated

KEYS_EACH = 5
SUBJECTS = ("ours", "pydantic class", "plain dynaconf")


def run(effort: Effort) -> list[Row]:
    """Measure each number in processes of its own, all of them in turn."""
    counts = effort.sizes(10, 100, 500)
    with ExitStack() as stack:
        made = {count: _write(stack, count) for count in counts}
        samplers = {f"first {count}": partial(_first_use, made[count]) for count in counts}
        for count in counts:
            worker = stack.enter_context(_worker(made[count]))
            samplers |= {f"{name} {count}": partial(worker.ask, name) for name in SUBJECTS}
        found = interleave(samplers, effort.rounds(12))
    return [
        row
        for position, count in enumerate(counts)
        for row in _rows(found, count, counts[position - 1] if position else None)
    ]


def _write(stack: ExitStack, count: int) -> Generated:
    folder = Path(stack.enter_context(TemporaryDirectory()))
    return generated.write(folder, plugins=count, keys=KEYS_EACH)


def _variables(made: Generated) -> dict[str, str]:
    return environment(made.folder, INTEGR8S_CONF_PLUGINS=",".join(made.names))


def _worker(made: Generated) -> Worker:
    loops = str(max(1, 400 // len(made.names)))
    return Worker("benchmarks.worker", str(made.config), loops, variables=_variables(made))


def _first_use(made: Generated) -> float:
    return printed_number("benchmarks.first_use", str(made.config), variables=_variables(made))


def _rows(found: dict[str, Samples], count: int, fewer: int | None) -> list[Row]:
    return [
        Row(
            f"first use of {count} plugins, less `import dynaconf`",
            *(found[f"first {count}"], None, None),
            **_growth(found, "first", count, fewer),
        ),
        Row(
            f"build, {count} plugins",
            found[f"ours {count}"],
            found[f"pydantic class {count}"],
            found[f"plain dynaconf {count}"],
            **_growth(found, "ours", count, fewer),
        ),
    ]


def _growth(found: dict[str, Samples], name: str, count: int, fewer: int | None) -> dict:
    """Return the ratio to the step before; 11 times for 10 times as many, 5.5 times for 5."""
    if fewer is None:
        return {}
    return {
        "ratio": compare(found[f"{name} {count}"], found[f"{name} {fewer}"]),
        "against": f"{fewer} plugins",
        "limit": 1.1 * count / fewer,
    }
