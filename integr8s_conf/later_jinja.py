"""Lets dynaconf be imported without jinja2, which takes a fifth of its time.

Our values are literal and need none. Where plain dynaconf is used in the same process, jinja2 is
imported when a value of its settings asks for it.
"""

from __future__ import annotations

import sys
import threading
from contextlib import contextmanager
from functools import cache
from importlib.util import module_from_spec
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

_USER = "dynaconf.utils.parse_conf"
"""The module that imports jinja2, and keeps it as ``jinja2`` and ``jinja_env``."""


class _Hidden:
    """A finder that knows no jinja2 in one thread; what other threads import is theirs."""

    def __init__(self) -> None:
        self._thread = threading.get_ident()

    def find_spec(self, name: str, *_: object) -> None:
        if name == "jinja2" and threading.get_ident() == self._thread:
            raise ModuleNotFoundError(name)


class _Later:
    """Stands for a name of dynaconf's module until it is used."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Any:
        return getattr(getattr(_with_jinja(), self._name), name)


@contextmanager
def jinja_imported_later() -> Iterator[None]:
    """Import dynaconf in this block; without effect where it, or jinja2, is imported already."""
    if _USER in sys.modules or "jinja2" in sys.modules:
        yield
        return
    hidden: Any = _Hidden()
    sys.meta_path.insert(0, hidden)
    try:
        yield
    finally:
        sys.meta_path.remove(hidden)
    for name in ("jinja2", "jinja_env"):
        setattr(sys.modules[_USER], name, _Later(name))


@cache
def _with_jinja() -> ModuleType:
    """Return the module with the environment that it makes where jinja2 is there."""
    spec: Any = sys.modules[_USER].__spec__
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
