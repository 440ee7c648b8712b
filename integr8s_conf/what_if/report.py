"""The effect of a change as the report of an analysis."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..diagnostic import Diagnostic, Report
from ..sources.locate import locate_base

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..diagnostic import Level
    from ..problems import Problem
    from .effect import Effect, Found

RULES = {
    "new-problem": "A problem that the change brings.",
    "new-warning": "A warning that the change brings.",
    "mended-problem": "A problem that the change takes away.",
}


def report_of(command: str, effect: Effect, paths: Mapping[str, str]) -> Report:
    """Return the report of an effect; ``paths`` are those of files under other names."""
    first = next(checked for one in effect.compared if (checked := one.after or one.before))
    known = {
        layer.name: layer.path
        for one in effect.compared
        if one.after
        for layer in one.after.resolution.layers
        if layer.path
    }
    return Report(
        command,
        effect.headline,
        RULES,
        tuple(diagnostics(effect)),
        locate_base(first.combination.request).path,
        paths={**known, **paths},
    )


def diagnostics(effect: Effect) -> Iterator[Diagnostic]:
    """Yield each problem and warning that comes or goes, with where it does so."""
    kinds: tuple[tuple[str, Level, tuple[Found, ...]], ...] = (
        ("new-problem", "error", effect.broken),
        ("new-warning", "note", effect.advised),
        ("mended-problem", "note", effect.mended),
    )
    for rule, level, found in kinds:
        for one in found:
            yield Diagnostic(rule, level, _placed(one, effect))


def _placed(found: Found, effect: Effect) -> Problem:
    """Return a problem that says where it comes or goes, if that is not everywhere."""
    if len(effect.compared) == 1 or not found.places:
        return found.problem
    where = f"in {effect.said(found.places)}"
    hint = found.problem.hint
    return replace(found.problem, hint=f"{hint}; {where}" if hint else where)
