"""Runs the code of plugins under guard: it may neither hang, nor escape, nor change the host."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, TypeVar

from ..declare.fault import Fault
from ..raised import raised
from .contained import passes
from .tampering import host
from .time_limit import OverdueError, time_limit
from .watchdog import watchdog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..declare.plugin import Plugin

T = TypeVar("T")


class Guarded(Protocol):
    """Calls a function for a plugin."""

    def __call__(self, plugin: Plugin, function: Callable[[], T], /) -> T | Fault:
        """Return what the function returns, or the plugin's fault."""
        ...


@contextmanager
def guard(seconds: float) -> Iterator[Guarded]:
    """Give a function that calls another one for a plugin, and returns what it returns.

    It returns the plugin's fault instead where the call takes longer than ``seconds``, raises
    whatever it be but Ctrl-C, or changes the framework; what was changed is put back.
    """
    before = host()
    with watchdog() as watch, time_limit(seconds) as limited:

        def guarded(plugin: Plugin, function: Callable[[], T]) -> T | Fault:
            watch(plugin)
            try:
                returned: T | Fault = limited(function)
            except OverdueError:
                returned = _overdue(plugin, seconds)
            except BaseException as error:
                if passes(error):
                    raise
                returned = _escaped(error)
            changed = before.put_back()
            return _tampering(changed) if changed else returned

        yield guarded


def _overdue(plugin: Plugin, seconds: float) -> Fault:
    found = f"code that was not done after {seconds:g} s, and was interrupted"
    hint = f"mend or uninstall {plugin.distribution}, or set INTEGR8S_CONF_PLUGIN_TIMEOUT"
    return Fault(found, "imports and hooks that are done at once", hint)


def _escaped(error: BaseException) -> Fault:
    """Return the fault of a module of a class that does something when it is looked at."""
    return Fault(f"a module that raised {raised(error)}", "a plain module", "mend the module")


def _tampering(changed: tuple[str, ...]) -> Fault:
    hint = "hand over what the hooks take, and change nothing of the host"
    return Fault(
        f"a change of {', '.join(changed)}", "a plugin that leaves the framework as it is", hint
    )
