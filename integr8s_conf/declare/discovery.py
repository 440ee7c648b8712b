"""Finds the plugins that are installed, and loads those that are allowed, each under guard."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ..problems import Problem
from ..suggest import nearest
from .assembly import assemble
from .installed import installed_plugins
from .loading import load
from .watchdog import watchdog

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .catalogue import Catalogue
    from .plugin import Contribution, Plugin


@lru_cache(maxsize=8)
def load_catalogue(allowed: tuple[str, ...] | None) -> Catalogue:
    """Load the allowed plugins (None: all of them) and return what they declare together."""
    found = installed_plugins()
    chosen = [one for one in found.plugins if allowed is None or one.name in allowed]
    names = [one.name for one in found.plugins]
    doubles = dict(_doubles(chosen))
    problems = [*found.problems, *_unknown_names(allowed, names), *doubles.values()]
    contributions: list[Contribution] = []
    with watchdog() as watch:
        for plugin in (one for one in chosen if one.name not in doubles):
            watch(plugin)
            contribution, refusals = load(plugin)
            problems.extend(refusals)
            if contribution is not None:
                contributions.append(contribution)
    blocked = dict.fromkeys(name for name in names if allowed is not None and name not in allowed)
    return assemble(contributions, problems=problems, blocked=tuple(blocked))


def _unknown_names(allowed: tuple[str, ...] | None, names: Sequence[str]) -> Iterator[Problem]:
    for name in allowed or ():
        if name not in names:
            near = nearest(name, names)
            installed = ", ".join(dict.fromkeys(names))
            hint = f"did you mean {near}?" if near else f"installed are {installed}"
            found = f"{name!r} in INTEGR8S_CONF_PLUGINS"
            yield Problem(None, found, "the name of an installed plugin", None, hint, plugin=name)


def _doubles(plugins: Sequence[Plugin]) -> Iterator[tuple[str, Problem]]:
    """Yield each name that several plugins have, with the problem of it."""
    by_name: dict[str, list[Plugin]] = {}
    for plugin in plugins:
        by_name.setdefault(plugin.name, []).append(plugin)
    for name, claimants in by_name.items():
        if len(claimants) > 1:
            shown = " and ".join(f"{one.distribution} ({one.module})" for one in claimants)
            found = f"the name is claimed by {shown}; none of them is loaded"
            wanted, hint = "one owner of each plugin name", "uninstall one of them"
            yield name, Problem(None, found, wanted, None, hint, plugin=name)
