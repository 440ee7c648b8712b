"""Which plugins a process may load, as its variables and pyproject.toml say."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .time_limit import DEFAULT_SECONDS

if TYPE_CHECKING:
    from ..origin import Origin
    from ..problems import Problem
    from .allowlist import Allowed


class PluginPolicy(NamedTuple):
    """What a process says of plugins; it starts with: load all that are installed."""

    names: tuple[str, ...] | None = None
    """The plugins that INTEGR8S_CONF_PLUGINS allows; None for all."""

    autoload: bool = True
    """Whether a plugin is loaded that INTEGR8S_CONF_PLUGINS does not name."""

    seconds: float = DEFAULT_SECONDS
    """How long the load of one plugin may take; 0 for as long as it takes."""

    distributions: tuple[Allowed, ...] | None = None
    """The list of pyproject.toml; None where there is none."""

    listed_at: Origin | None = None
    """None too where the list is malformed: what it lacks is no plugin's fault then."""

    required: tuple[str, ...] = ()
    """Names of plugins without which nothing loads."""

    required_at: Origin | None = None
    production: bool = False
    problems: tuple[Problem, ...] = ()
    """What is wrong with the policy itself."""
