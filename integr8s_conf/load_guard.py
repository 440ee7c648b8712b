"""Refuses a load within a load: a plugin's function would call itself without end."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOADING: ContextVar[bool] = ContextVar("_LOADING", default=False)


@contextmanager
def loading() -> Iterator[None]:
    """Mark a load, in this thread; raise RuntimeError where one is under way already."""
    if _LOADING.get():
        raise RuntimeError(
            "settings are read while they load; a plugin's function reads what it is given"
        )
    token = _LOADING.set(True)
    try:
        yield
    finally:
        _LOADING.reset(token)
