"""Asks sources for their values: each in a thread of its own, none for longer than it may take."""

from __future__ import annotations

import contextvars
import threading
import time
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Fetched(NamedTuple):
    """What a function returned, or raised; neither where it did not end in time."""

    value: Any = None
    error: BaseException | None = None
    late: bool = False

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


def fetch_all(calls: Sequence[tuple[Callable[[], Any], float]]) -> list[Fetched]:
    """Call functions at the same time, each for so many seconds at most.

    One that is late goes on in a thread that keeps no process alive.
    """
    start = time.monotonic()
    runs = [_Run(function) for function, _ in calls]
    return [
        run.result(start + seconds - time.monotonic())
        for run, (_, seconds) in zip(runs, calls, strict=True)
    ]


class _Run:
    __slots__ = ("_fetched", "_thread")

    def __init__(self, function: Callable[[], Any]) -> None:
        self._fetched = Fetched(late=True)
        # The context tells that a load is under way: a source that starts another is refused.
        target = contextvars.copy_context().run
        self._thread = threading.Thread(target=target, args=(self._call, function), daemon=True)
        self._thread.start()

    def _call(self, function: Callable[[], Any]) -> None:
        try:
            self._fetched = Fetched(function())
        except BaseException as error:  # noqa: BLE001 - an author's code may raise anything
            self._fetched = Fetched(error=error)

    def result(self, seconds: float) -> Fetched:
        self._thread.join(max(seconds, 0))
        return self._fetched
