"""Finds the plugins that are installed, and loads those that are allowed, each under guard."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING

from ..declare.assembly import assemble
from ..declare.fault import Fault
from .admission import admissions, missing, wrong_names
from .guard import guard
from .installed import installed_plugins
from .loading import load

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..declare.catalogue import Catalogue
    from ..declare.plugin import Contribution, Plugin
    from ..problems import Problem
    from .policy import PluginPolicy


@lru_cache(maxsize=8)
def load_catalogue(policy: PluginPolicy) -> Catalogue:
    """Load the plugins that a policy allows, and return what they declare together."""
    found = installed_plugins()
    judged = admissions(found.plugins, policy)
    contributions, failures = _load_all(
        (one.plugin for one in judged if one.admitted), policy.seconds
    )
    problems = [
        *policy.problems,
        *found.problems,
        *wrong_names(policy, found.plugins),
        *dict.fromkeys(one.problem for one in judged if one.problem),
        *failures,
    ]
    faulty = frozenset(problem.plugin for problem in problems)
    catalogue = assemble(
        contributions,
        problems=[*problems, *missing(policy, judged, faulty)],
    )
    warnings = tuple(one.warning for one in judged if one.warning)
    return catalogue._replace(admissions=judged, warnings=warnings, seconds=policy.seconds)


def _load_all(
    plugins: Iterable[Plugin], seconds: float
) -> tuple[list[Contribution], list[Problem]]:
    """Return what plugins contribute, and what is wrong with them."""
    contributions: list[Contribution] = []
    problems: list[Problem] = []
    with guard(seconds) as guarded:
        for plugin in plugins:
            loaded = guarded(plugin, partial(load, plugin))
            if isinstance(loaded, Fault):
                problems.append(loaded.problem(plugin))
                continue
            contribution, refusals = loaded
            problems.extend(refusals)
            if contribution is not None:
                contributions.append(contribution)
    return contributions, problems
