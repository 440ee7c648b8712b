"""Full base files that repeat the deployment's base file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..comparison import same
from ..diagnostic import Diagnostic
from ..lookup import MISSED
from ..origin import LayerKind, Origin
from ..problems import Problem
from .finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..resolve.layer import Layer
    from .examined import Examined

RULE = "repeated-base"

_MOST_NAMES = 12


def repeated_bases(examined: Examined) -> Iterator[Finding]:
    """Yield each other base file of which more than half says what the base file says."""
    base = examined.main[0].base
    for file in {run.base.name: run.base for run in examined.others}.values():
        repeated = [name for name in file.values if _same(name, file, base, examined)]
        if 2 * len(repeated) > len(file.values):
            yield Finding(_repeats(file, base, repeated, examined))


def _same(name: str, file: Layer, base: Layer, examined: Examined) -> bool:
    value = examined.typed(file, name)
    return value is not MISSED and same(value, examined.typed(base, name))


def _repeats(file: Layer, base: Layer, repeated: list[str], examined: Examined) -> Diagnostic:
    lines = sorted({file.locate(name).line or 0 for name in repeated})
    found = f"keys with the values that they have in {base.name}"
    others = [name for name in file.values if _differs(name, file, base, examined)]
    hint = (
        f"{len(repeated)} of its {len(file.values)} keys repeat it,"
        f" {'line' if len(lines) == 1 else 'lines'} {_ranges(lines)}:"
        f" make it an override{f' that sets {_names(others)}' if others else ''}"
    )
    if left := [name for name in base.values if _is_left_at_default(name, file, examined)]:
        hint += f"; {base.name} sets {_names(left)} too, which it leaves at the default"
    origin = Origin(LayerKind.BASE_FILE, file.name)
    related = tuple((name, base.locate(name)) for name in repeated)
    problem = Problem(None, found, "the lines that differ", origin, hint, related=related)
    return Diagnostic(RULE, "warning", problem)


def _differs(name: str, file: Layer, base: Layer, examined: Examined) -> bool:
    below = examined.beneath([base], name).value
    return below is MISSED or not same(examined.typed(file, name), below)


def _is_left_at_default(name: str, file: Layer, examined: Examined) -> bool:
    """Tell whether a key of the base file has another value where the file stands on its own."""
    if name in file.values:
        return False
    base = examined.main[0].base
    return not same(examined.typed(base, name), examined.beneath([], name).value)


def _names(names: list[str]) -> str:
    more = len(names) - _MOST_NAMES
    listed = ", ".join(names[:_MOST_NAMES])
    return f"{listed} and {more} more" if more > 0 else listed


def _ranges(numbers: Iterable[int]) -> str:
    """Return ascending numbers with their runs as ranges: ``3-5, 8``."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
