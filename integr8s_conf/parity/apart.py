"""Runs a function in a process of its own, whatever becomes of that."""

from __future__ import annotations

import os
import warnings
from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

T = TypeVar("T")

_OUTPUTS = (1, 2)
"""Standard output and standard error."""


class Ended(NamedTuple):
    """How a process ended that has no result."""

    said: str
    hung: bool = False


def apart(function: Callable[[], T], seconds: float | None = None) -> T | Ended:
    """Return what a function returns in a fork of this process; what it prints there is lost.

    Its result must be such as pickle takes. Without ``seconds`` there is no limit of time.
    """
    from multiprocessing import get_context  # noqa: PLC0415 - other commands start without

    forks = get_context("fork")
    results, sender = forks.Pipe(duplex=False)
    child = forks.Process(target=_send_result, args=(function, sender))
    with warnings.catch_warnings():
        # Python warns of threads, which a fork has not. Should it wait for one, time is limited.
        warnings.simplefilter("ignore", DeprecationWarning)
        child.start()
    sender.close()
    try:
        if not results.poll(seconds):
            return Ended(f"no answer within {seconds:g} seconds", hung=True)
        result: T = results.recv()
    except EOFError:
        child.join()
        return Ended(_how(child.exitcode or 0))
    else:
        return result
    finally:
        child.kill()
        child.join()
        results.close()


def _send_result(function: Callable[[], object], sender: Connection) -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for output in _OUTPUTS:
        os.dup2(nowhere, output)
    sender.send(function())


def _how(code: int) -> str:
    if code < 0:
        return f"the process is killed by signal {-code}"
    return f"the process ends with exit code {code}"
