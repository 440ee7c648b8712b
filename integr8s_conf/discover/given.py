"""The catalogue of plugins that are given: modules, and names of what is installed."""

from __future__ import annotations

from types import ModuleType
from typing import TYPE_CHECKING

from ..declare.assembly import assemble
from ..declare.plugin import Contribution, Plugin
from ..problems import ConfigError, Problem
from ..suggest import did_you_mean
from .installed import installed_plugins
from .loading import contributed, load

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..declare.catalogue import Catalogue


def catalogue_of(plugins: Iterable[ModuleType | str]) -> Catalogue:
    """Load the given plugins, and return what they declare together.

    A module that an installed plugin names is that plugin; given by both, it counts once.

    Raises:
        ConfigError: No plugin is installed under a given name.

    """
    given = {_plugin(one): one for one in plugins}
    contributions: list[Contribution] = []
    problems: list[Problem] = []
    for plugin in sorted(given, key=lambda one: (one.name, one.module)):
        module = given[plugin]
        if isinstance(module, str):
            contribution, refusals = load(plugin)
        else:
            contribution, refusals = contributed(plugin, module)
        problems += refusals
        if contribution is not None:
            contributions.append(contribution)
    return assemble(contributions, problems=problems)


def _plugin(given: ModuleType | str) -> Plugin:
    installed = installed_plugins().plugins
    if isinstance(given, ModuleType):
        name = given.__name__
        known = (one for one in installed if one.module == name)
        return next(known, Plugin(name.rpartition(".")[2], name))
    for plugin in installed:
        if plugin.name == given:
            return plugin
    names = [plugin.name for plugin in installed]
    hint = f"installed are {', '.join(names) or 'none'}{did_you_mean(given, names)}"
    found = "a name that no plugin has"
    raise ConfigError([Problem(None, found, "an installed plugin", None, hint, plugin=given)])
