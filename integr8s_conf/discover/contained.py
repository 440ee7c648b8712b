"""Which of the exceptions in a plugin's code stay there: all but Ctrl-C and the end of its time."""

from __future__ import annotations

from .time_limit import OverdueError


def passes(error: BaseException) -> bool:
    """Tell whether an exception is not the plugin's own, and so ends the load."""
    return type(error) in (KeyboardInterrupt, OverdueError)
