"""Makes the policy of plugins from what a load is asked for."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from ..discover.admission import leaves_out
from ..discover.installed import installed_plugins
from ..discover.policy import PluginPolicy
from ..discover.time_limit import DEFAULT_SECONDS
from ..display import describe
from ..origin import LayerKind, Origin
from ..problems import Problem
from ..project.plugin_list import plugin_list
from ..sources.locate import locate_base, locate_override
from ..sources.toml import read_toml
from ..sources.variables import PREFIX
from .production import ENVIRONMENT, names_production

if TYPE_CHECKING:
    from ..request import Request

TIMEOUT = "INTEGR8S_CONF_PLUGIN_TIMEOUT"


def policy_of(request: Request) -> PluginPolicy:
    """Return which plugins a request may load: by its variables, and by ``pyproject.toml``."""
    seconds = _seconds(request.environ.get(TIMEOUT, ""))
    listed = plugin_list(request.folder)
    problems = listed.problems if seconds is not None else (*listed.problems, _no_seconds(request))
    policy = PluginPolicy(
        request.allowed_plugins,
        request.autoloads_plugins,
        DEFAULT_SECONDS if seconds is None else seconds,
        listed.distributions,
        listed.listed_at,
        listed.required,
        listed.required_at,
        problems=problems,
    )
    if listed.distributions is None or not leaves_out(policy, installed_plugins().plugins):
        return policy
    return policy._replace(production=_is_production(request))


def _is_production(request: Request) -> bool:
    """Tell what the layers say that need no plugin, the highest first, as they stand."""
    if ENVIRONMENT in request.overrides:
        return names_production(request.overrides[ENVIRONMENT])
    variable = f"{PREFIX}{ENVIRONMENT}"
    if variable in request.environ:
        return names_production(request.environ[variable])
    base = locate_base(request)
    for place in (locate_override(request, base), base):
        if place is not None:
            values = read_toml(place.name, request.copies.get(place.path, place.path)).values
            if ENVIRONMENT in values:
                return names_production(values[ENVIRONMENT])
    return False


def _seconds(text: str) -> float | None:
    """Return the limit that a variable's text means, or None where it means none."""
    try:
        seconds = float(text or DEFAULT_SECONDS)
    except ValueError:
        return None
    return seconds if isfinite(seconds) and seconds >= 0 else None


def _no_seconds(request: Request) -> Problem:
    origin = Origin(LayerKind.ENVIRONMENT, f"environment variable {TIMEOUT}")
    hint = f"such as {TIMEOUT}=60; 0 sets no limit"
    return Problem(None, describe(request.environ[TIMEOUT]), "a number of seconds", origin, hint)
