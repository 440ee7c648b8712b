"""Every installed plugin with its state: loaded, blocked, or failed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from .installed import installed_plugins
from .plugin import Contribution, Plugin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..problems import Problem
    from .catalogue import Catalogue

State = Literal["loaded", "blocked", "failed"]


class InstalledPlugin(NamedTuple):
    """A plugin, whether it is loaded, and what it brings."""

    plugin: Plugin
    state: State
    sections: tuple[str, ...] = ()
    hooks: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Why it failed, or failed in part."""


def inventory(catalogue: Catalogue) -> tuple[InstalledPlugin, ...]:
    """Return every plugin that is installed, by its name."""
    return tuple(_states(catalogue))


def _states(catalogue: Catalogue) -> Iterator[InstalledPlugin]:
    loaded = {one.plugin: one for one in catalogue.contributions}
    for plugin in installed_plugins().plugins:
        problems = tuple(one for one in catalogue.problems if one.plugin == plugin.name)
        brought = loaded.get(plugin, Contribution(plugin))
        sections = tuple(
            section.__name__ for section in catalogue.sections if section in brought.sections
        )
        state: State = "failed" if problems else "loaded"
        if plugin.name in catalogue.blocked:
            state = "blocked"
        yield InstalledPlugin(plugin, state, sections, brought.hooks, problems)
