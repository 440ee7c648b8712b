"""Interrupts a plugin that takes too long to load, where the process lets us."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DEFAULT_SECONDS = 60.0
_AGAIN = 1.0
"""Seconds after which it is tried anew: an author's ``except`` may have taken the first one."""

T = TypeVar("T")


class OverdueError(BaseException):
    """A plugin takes longer to load than it may; no author's ``except Exception`` stops it."""


class Limited(Protocol):
    """Calls a function, for so long at most."""

    def __call__(self, function: Callable[[], T], /) -> T:
        """Return what the function returns, or raise OverdueError."""
        ...


class _Limit:
    """The timer of one call; a signal that comes after its end does nothing."""

    def __init__(self, seconds: float) -> None:
        self._seconds, self._running = seconds, False

    def call(self, function: Callable[[], T]) -> T:
        self._running = True
        signal.setitimer(signal.ITIMER_REAL, self._seconds, _AGAIN)
        try:
            return function()
        finally:
            self._running = False
            signal.setitimer(signal.ITIMER_REAL, 0)

    def overdue(self, *_: object) -> None:
        if self._running:
            raise OverdueError


@contextmanager
def time_limit(seconds: float) -> Iterator[Limited]:
    """Give a function that calls another and raises OverdueError after some seconds; 0 is never.

    Only the main thread can be interrupted, and only where nothing else has a use for SIGALRM:
    elsewhere the call takes as long as it takes.
    """
    if seconds == 0 or not _is_free():
        yield _called
        return
    limit = _Limit(seconds)
    before = signal.signal(signal.SIGALRM, limit.overdue)
    try:
        yield limit.call
    finally:
        signal.signal(signal.SIGALRM, before)


def _called(function: Callable[[], T]) -> T:
    return function()


def _is_free() -> bool:
    return (
        threading.current_thread() is threading.main_thread()
        and signal.getsignal(signal.SIGALRM) is signal.SIG_DFL
        and signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    )
