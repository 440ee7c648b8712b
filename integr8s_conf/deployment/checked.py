"""Resolves every combination of a deployment."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..origin import LayerKind
from ..problems import Problem
from ..resolve.resolve import resolve
from ..suggest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..resolve.resolution import Resolution
    from .combination import Combination


class Checked(NamedTuple):
    """A combination, and what it resolves to."""

    combination: Combination
    resolution: Resolution
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    sections: tuple[str, ...] = ()
    """The sections that were asked for; none means all."""


def check_all(combinations: Iterable[Combination]) -> tuple[Checked, ...]:
    """Resolve each combination; a secret that its environment is said to set is no problem."""
    return tuple(judged(one, resolve(one.request)) for one in combinations)


def judged(combination: Combination, resolution: Resolution) -> Checked:
    """Return a combination with what it resolves to, and the problems that count for it."""
    problems = (one for one in resolution.problems if not _assumed(one, combination, resolution))
    wrong = _no_secrets(combination, resolution)
    return Checked(combination, resolution, (*wrong, *problems), resolution.warnings)


def _assumed(problem: Problem, combination: Combination, resolution: Resolution) -> bool:
    """Tell whether a problem is that a secret has no value here that its environment gives it."""
    origin = problem.origin
    nothing_sets_it = origin is None or origin.layer is LayerKind.DEFAULTS
    of_plugin = problem in resolution.catalogue.problems
    return problem.key in combination.assumed and nothing_sets_it and not of_plugin


def _no_secrets(combination: Combination, resolution: Resolution) -> Iterator[Problem]:
    """Yield a problem for each name that is listed as a secret and is none."""
    secrets = resolution.catalogue.secrets
    for name in sorted(combination.assumed - secrets):
        near = nearest(name, secrets)
        hint = f"did you mean {near}?" if near else f"there are {', '.join(sorted(secrets))}"
        wanted = "a secret that a loaded plugin declares"
        yield Problem(name, "no secret", wanted, combination.assumed_at, hint)
