"""Values of manifests that repeat what the files say, and defaults of manifests that differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..diagnostic import Diagnostic
from ..display import show_short
from ..lookup import MISSED
from ..problems import Problem
from ..resolve.production import ENVIRONMENT
from .meaning import meaning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..manifests.manifest import Variable
    from .deployed import Deployed
    from .process import Process


def two_defaults(process: Process, deployed: Deployed) -> Iterator[Diagnostic]:
    """Yield the values that the files say too, and the defaults that say something else.

    A plain value that differs is what variables are for. So is the name of the environment.
    """
    if not process.base_is_known:
        return
    for one in process.variables:
        said = meaning(deployed.catalogue, one.name)
        if said and said.way == "prefixed" and said.key != ENVIRONMENT:
            found = _compared(one, said.key, process, deployed)
            if found:
                yield found


def _compared(one: Variable, key: str, process: Process, deployed: Deployed) -> Diagnostic | None:
    """Compare a value with those of all runs that the process may be: code may choose one."""
    runs = [process.run_of(deployed)] if process.override else [*deployed.runs.values()]
    if one.value is None or (one.supply != "literal" and not one.has_default):
        return None
    given = deployed.typed(key, one.value)
    if given is MISSED or any(key in run.hidden or key not in run.values for run in runs):
        return None
    alike = [type(given) is type(run.values[key]) and given == run.values[key] for run in runs]
    if all(alike):
        return _repeated(one, key, process, deployed)
    return _differing(one, key, process, deployed) if one.has_default and not any(alike) else None


def _repeated(one: Variable, key: str, process: Process, deployed: Deployed) -> Diagnostic:
    run = process.run_of(deployed)
    origin = run.origin(key)
    problem = Problem(
        key,
        f"{show_short(run.values[key])}, which holds without it ({origin})",
        "each default in one place",
        one.origin,
        "remove the value here",
        related=((key, origin),),
    )
    return Diagnostic("repeated-default", "warning", problem)


def _differing(one: Variable, key: str, process: Process, deployed: Deployed) -> Diagnostic:
    run = process.run_of(deployed)
    origin = run.origin(key)
    given = deployed.typed(key, one.value or "")
    problem = Problem(
        key,
        f"a default of {show_short(given)}, and one of {show_short(run.values[key])} ({origin})",
        "one default",
        one.origin,
        "keep the value in the file, and remove the default here",
        related=((key, origin),),
    )
    return Diagnostic("differing-default", "warning", problem)
