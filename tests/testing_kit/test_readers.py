"""Threads that read while others change: what each of them sees is of one moment."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from functools import partial
from itertools import count
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

import pytest

from integr8s_conf import configuration, process_settings, settings
from integr8s_conf.process_settings import put_state, state_of
from integr8s_conf.testing import settings_override
from integr8s_sections.core import Core

if TYPE_CHECKING:
    from collections.abc import Callable

READS: dict[str, Callable[[], Any]] = {
    "attribute": lambda: settings.MONGO_HOST,
    "lower-case attribute": lambda: settings.mongo_host,
    "get": lambda: settings.get("mongo_host"),
    "as_dict": lambda: settings.as_dict()["MONGO_HOST"],
    "section": lambda: settings.section(Core).MONGO_HOST,
}
INTERRUPTED = {configuration.__file__, process_settings.__file__}
"""The modules that read what an override changes."""


class Interruption:
    """Lets another thread act as a line of settings is about to run, in this thread."""

    def __init__(self, line: int, act: Callable[[], object]) -> None:
        self._line = line
        self._lines = count()
        self._thread = Thread(target=act)

    @property
    def happened(self) -> bool:
        return self._thread.ident is not None

    def run(self, read: Callable[[], Any]) -> Any:
        before = sys.gettrace()
        sys.settrace(self._trace)
        try:
            return read()
        finally:
            sys.settrace(before)
            if self.happened:
                self._thread.join()

    def _trace(self, frame: Any, event: str, _: object) -> Any:
        if frame.f_code.co_filename not in INTERRUPTED:
            return None
        if event == "line" and next(self._lines) == self._line:
            self._thread.start()
            # It may have to wait for a lock that this thread holds; then it acts later.
            self._thread.join(0.02)
        return self._trace


@pytest.mark.usefixtures("unchanged")
@pytest.mark.parametrize("read", READS.values(), ids=READS)
@pytest.mark.parametrize("ends", [False, True], ids=["begins", "ends"])
def test_override_at_any_moment_of_a_read(read: Callable[[], Any], ends: bool) -> None:
    """Line by line, the read gets a value of before or after, and the next read that of after."""
    before = state_of(settings)
    for line in count():
        below, override = ExitStack(), settings_override(MONGO_HOST="other")
        with below, ExitStack() as stack:
            if before._resolution is not None:
                below.enter_context(settings_override())  # of which no view has been taken yet
            begin = partial(stack.enter_context, override)
            if ends:
                begin()
            interruption = Interruption(line, stack.close if ends else begin)
            assert interruption.run(read) in {"mongo", "other"}
            if interruption.happened:
                assert {each() for each in READS.values()} == {"mongo" if ends else "other"}
        assert {each() for each in READS.values()} == {"mongo"}
        put_state(settings, before)
        if not interruption.happened:
            return


def change(host: str) -> None:
    for _ in range(50):
        with settings_override(MONGO_HOST=host):
            assert {settings.MONGO_HOST, settings.section(Core).MONGO_HOST} <= set("abc")


def watch(done: Event) -> None:
    while not done.is_set():
        view = settings.section(Core)
        assert f"@{view.MONGO_HOST}:" in view.MONGODB_URL


@pytest.mark.usefixtures("unchanged")
def test_many_threads_may_override_and_read() -> None:
    done = Event()
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(5) as pool:
            readers = [pool.submit(watch, done) for _ in range(2)]
            try:
                list(pool.map(change, "abc"))
            finally:
                done.set()
            for reader in readers:
                reader.result()
    finally:
        sys.setswitchinterval(interval)
    assert settings.section(Core).MONGO_HOST == settings.MONGO_HOST == "mongo"
