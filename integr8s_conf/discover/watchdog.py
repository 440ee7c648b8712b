"""Tells which plugin is being loaded, should that take very long."""

from __future__ import annotations

import sys
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..declare.plugin import Plugin

HANG_SECONDS = 10.0


@dataclass(slots=True, repr=False, eq=False)
class _Watch:
    """What is being loaded now, and since when."""

    at: tuple[Plugin | None, float]

    def start(self, plugin: Plugin) -> None:
        self.at = (plugin, time.monotonic())


@contextmanager
def watchdog() -> Iterator[Callable[[Plugin], None]]:
    """Give a function to be told of each plugin before it is loaded.

    Every ``HANG_SECONDS`` that one plugin takes, standard error says its name: while an import
    hangs, no caller can be told any other way.
    """
    watch = _Watch((None, time.monotonic()))
    done = threading.Event()
    threading.Thread(target=_bark, args=(watch, done), daemon=True).start()
    try:
        yield watch.start
    finally:
        done.set()


def _bark(watch: _Watch, done: threading.Event) -> None:
    said = 0.0
    while True:
        plugin, since = watch.at
        if done.wait(max(since, said) + HANG_SECONDS - time.monotonic()):
            return
        if watch.at == (plugin, since):
            print(f"integr8s-conf: still waiting for {plugin} to load", file=sys.stderr)
            said = time.monotonic()
