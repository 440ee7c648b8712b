"""A load that must end soon, whatever it reads."""

from __future__ import annotations

import signal
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NoReturn

import pytest

from integr8s_conf import ConfigError, Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from integr8s_conf import Problem

ALARM = 20
"""Seconds on the clock after which a load counts as hanging, however busy the machine is."""

SOON = 1.0
"""Seconds of work that a load of a hostile file may take."""


@contextmanager
def soon(limit: float = SOON) -> Iterator[None]:
    """Fail where the block hangs, or takes more than ``limit`` seconds of work."""

    def give_up(*_: object) -> NoReturn:
        pytest.fail(f"it hangs: no end after {ALARM} seconds")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(ALARM)
    started = time.process_time()
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
    took = time.process_time() - started
    assert took < limit, f"it took {took:.2f} seconds"


def refused(limit: float = SOON, **request: Any) -> Problem:
    """Return the one problem of a load that is refused, and soon; its text is safe to print."""
    with soon(limit), pytest.raises(ConfigError) as refusal:
        Settings(**request)
    text = str(refusal.value)
    assert all(line.isprintable() for line in text.split("\n"))
    [problem] = refusal.value.problems
    assert problem.hint, text
    return problem


def loaded(limit: float = SOON, **request: Any) -> Settings:
    """Return the settings of a load that succeeds, and soon."""
    with soon(limit):
        return Settings(**request)
