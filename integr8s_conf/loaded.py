"""Tells the plugins of a good load: their ``integr8s_loaded`` hooks."""

from __future__ import annotations

import inspect
from functools import partial
from typing import TYPE_CHECKING

from .declare.fault import Fault
from .discover.guard import guard
from .discover.loading import called
from .load_guard import loading
from .problems import ConfigError
from .resolve.ordering import in_order

if TYPE_CHECKING:
    from .configuration import Settings
    from .resolve.resolution import Resolution

_HOOK = "integr8s_loaded"


def tell_plugins(settings: Settings, resolution: Resolution) -> None:
    """Call the plugins that want to know of a good load, by their names.

    Raises:
        ConfigError: What is wrong with the hooks; all of them have been called.

    """
    problems = []
    with loading(), guard(resolution.catalogue.seconds) as guarded:
        for plugin, function in resolution.catalogue.loaded:
            given = [settings] if inspect.signature(function).parameters else []
            fault = guarded(plugin, partial(called, _HOOK, function, *given))
            if isinstance(fault, Fault):
                problems.append(fault.problem(plugin))
    if problems:
        raise ConfigError(in_order(resolution, problems))
