"""Says what is wrong with a resolution to whoever asked for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .engine import dynaconf_command, refusal, tell
from .problems import ConfigError
from .warn import warn, warn_beside_an_error

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .problems import Problem
    from .resolve.resolution import Resolution

_LOOKING = ("list", "inspect")
"""dynaconf's commands that only look: they work on a configuration that is broken."""


def announce(resolution: Resolution, said: Iterable[Problem] = ()) -> bool:
    """Warn of what should be mended, and raise where there are problems.

    Warnings that have been ``said`` are not repeated. Returns whether a command of dynaconf only
    looks: it is told the problems, and goes on.

    Raises:
        ConfigError: The resolution has problems.

    """
    command = dynaconf_command()
    looking = command in _LOOKING
    warnings = [warning for warning in resolution.warnings if warning not in said]
    if not resolution.problems:
        warn(warnings)
        return looking
    error = ConfigError(resolution.problems, warnings)
    warn_beside_an_error(warnings)
    if not looking:
        raise refusal(error, command)
    tell(str(error))
    return looking
