"""The plugin under test: its module, and what it declares alone and beside the installed ones."""

from __future__ import annotations

import sys
from functools import lru_cache
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

from ...declare.plugin import Contribution, Plugin
from ...discover.given import catalogue_of
from ...discover.installed import installed_plugins

if TYPE_CHECKING:
    from ...declare.catalogue import Catalogue
    from ...declare.declarations import Key
    from ...discover.installed import Installed
    from ...problems import Problem


class Subject(NamedTuple):
    """A plugin, and the three catalogues that it is judged in."""

    plugin: Plugin
    module: ModuleType | None
    """None where it does not import."""

    contribution: Contribution
    alone: Catalogue
    together: Catalogue
    others: Catalogue
    """What the other installed plugins declare without it."""

    @property
    def keys(self) -> list[Key]:
        """The keys of the plugin's own sections."""
        return list(self.alone.keys.values())

    def own(self, problems: tuple[Problem, ...], others: tuple[Problem, ...]) -> list[str]:
        """Return those of the problems with the plugin that are not there without it."""
        return [str(problem) for problem in problems if problem not in others]


def subject_of(plugin: ModuleType | str) -> Subject:
    """Return what there is to know of a plugin: a module, or the name of an installed plugin.

    Raises:
        ConfigError: No plugin is installed under that name.

    """
    return _subject(plugin, installed_plugins())


@lru_cache(maxsize=1)
def _subject(given: ModuleType | str, installed: Installed) -> Subject:
    alone = catalogue_of([given])
    known = [one for one in installed.plugins if given in (one.name, sys.modules.get(one.module))]
    names = dict.fromkeys(one.name for one in installed.plugins if one not in known)
    brought = alone.contributions[0] if alone.contributions else None
    name = given if isinstance(given, str) else given.__name__
    plugin = brought.plugin if brought else (*known, Plugin(name, name))[0]
    return Subject(
        plugin,
        given if isinstance(given, ModuleType) else sys.modules.get(plugin.module),
        brought or Contribution(plugin),
        alone,
        catalogue_of([*names, given]),
        catalogue_of(names),
    )
