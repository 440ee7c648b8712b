"""Counts the reads of settings, key by key, as long as somebody asks for it.

The values of settings are in the instance's ``__dict__``, where reading an attribute runs no code
of ours. While reads are counted that is empty: each read takes the way of a lower-case name, which
counts it. In the end the values are put back, and all is as fast as before.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Mapping
from types import MethodType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from .changing import CHANGING
from .declare.section import Section
from .lookup import key_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .configuration import Settings

S = TypeVar("S", bound=Section)

_READING = ("as_bool", "as_float", "as_int", "as_json", "get_fresh")
"""dynaconf's methods that read the key that they are given, by ``get``."""

_set = object.__setattr__


class Reads(Mapping[str, int]):
    """Every declared key with the number of its reads so far, in the order of the settings.

    A read names its key: an attribute, an item, ``get``, in any case and with dots into tables,
    or an attribute of a section's view that was handed out while reads were counted. What gives
    all keys at once, such as ``as_dict``, is no read, and neither is ``in``.

    Use it in a ``with`` block, or between ``start`` and ``stop``. Counting may begin again: the
    numbers go on.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._counts: Counter[str] = Counter()
        # A signal's handler may read in the midst of a read.
        self._counting = threading.RLock()

    def start(self) -> None:
        """Begin to count; do nothing where that has begun."""
        with CHANGING:
            _count(self._settings, (*_others(self), self))

    def stop(self) -> None:
        """End counting; do nothing where that has ended."""
        with CHANGING:
            _count(self._settings, _others(self))

    @property
    def unread(self) -> tuple[str, ...]:
        """The declared keys that have not been read."""
        return tuple(key for key, number in self.items() if not number)

    def note(self, key: str) -> None:
        """Count a read of ``key``."""
        with self._counting:
            self._counts[key] += 1

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def __getitem__(self, key: str) -> int:
        if key not in self._settings._loaded().values:
            raise KeyError(key)
        return self._counts[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._settings)

    def __len__(self) -> int:
        return len(self._settings)

    def __repr__(self) -> str:
        return f"<reads of {len(self._counts)} keys>"


class Counting:
    """What counts the reads of settings: all that has begun, and has not ended."""

    def __init__(self, settings: Settings, reads: tuple[Reads, ...]) -> None:
        self.settings = settings
        self.reads = reads

    def note(self, name: str) -> None:
        """Count a read of what ``name`` leads to, in any case and with dots into tables."""
        keys = self.settings._loaded().values
        key = name if name in keys else key_of(name)
        if key in keys:
            for one in self.reads:
                one.note(key)

    def read(self, name: str, value: Any) -> Any:
        """Return what the attribute ``name`` is; count a read of its key, if it is one's value."""
        self.note(name)
        return MethodType(value.__func__, self.settings) if name in _READING else value

    def view(self, view: S) -> S:
        """Return a section's view with the same values, whose reads are counted."""
        return _counting_view(view, self.settings)


def _others(reads: Reads) -> tuple[Reads, ...]:
    counting: Counting | None = reads._settings._counting
    return tuple(one for one in counting.reads if one is not reads) if counting else ()


def _count(settings: Settings, reads: tuple[Reads, ...]) -> None:
    """Let each of ``reads`` count; views made so far are made anew when they are asked for.

    Whoever finds the new place for views finds the new count: so no view is kept too long.
    """
    _set(settings, "_counting", Counting(settings, reads) if reads else None)
    _set(settings, "_views", {})
    settings._show()


def _counting_view(view: S, settings: Settings) -> S:
    """Return a view with the same values, each read of which is a read of ``settings``."""
    section: Any = type(view)

    def read(self: Any, name: str) -> Any:
        counting: Counting | None = settings._counting
        if counting and name in section.__slots__:
            counting.note(name)
        return object.__getattribute__(self, name)

    body: dict[str, Any] = {
        **{name: getattr(section, name) for name in ("__doc__", "__module__", "__qualname__")},
        "__slots__": (),
        "__getattribute__": read,
        "__repr__": lambda _: repr(view),
    }
    made: Any = object.__new__(type(section.__name__, (section,), body))
    for key in section.__slots__:
        _set(made, key, getattr(view, key))
    return made  # type: ignore[no-any-return]
