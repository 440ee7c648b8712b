"""Where a secret would be found if it leaked: all that can be printed of an object or an error."""

from __future__ import annotations

import dataclasses
import inspect
import logging
import pprint
import reprlib
import traceback
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from rich.pretty import pretty_repr

if TYPE_CHECKING:
    from types import FrameType

CANARY = "c4n4ry"
"""A part of every secret of these tests: no encoding of text changes it, so it is easy to seek."""

LONG_SECRET = f"{CANARY}-{'x' * 100}-{CANARY}"
NASTY_SECRET = f"{CANARY} '\"\\/?@:%&+#é\n\t{CANARY}=="
"""A secret that every way of writing it down changes."""

PACKAGES = ("integr8s_conf", "integr8s_sections")


def shown(value: object) -> Iterator[str]:
    """Yield the ways in which people and tools print a value; plain text is not one of them."""
    yield repr(value)
    yield f"{value!r} {value!a}"
    yield reprlib.repr(value)
    yield pprint.pformat(value)
    yield pretty_repr(value)
    yield pretty_repr(value, max_string=80, max_length=10)
    yield logging.Formatter("%(message)s").format(
        logging.LogRecord("test", logging.INFO, __file__, 1, "%r", (value,), None)
    )


def printed(error: BaseException) -> Iterator[str]:
    """Yield all that can be printed of an error, of what caused it, and of our frames in it."""
    for one in _chain(error):
        yield str(one)
        yield repr(one)
        yield repr(one.args)
        yield repr(vars(one))
        yield from traceback.format_exception(one, chain=False)
        for frame, _ in traceback.walk_tb(one.__traceback__):
            yield from _locals(frame)


def frames(error: BaseException) -> list[str]:
    """Return the names of our functions that an error came through, with those of its causes."""
    return [
        frame.f_code.co_name
        for one in _chain(error)
        for frame, _ in traceback.walk_tb(one.__traceback__)
        if _is_ours(frame)
    ]


def _chain(error: BaseException) -> Iterator[BaseException]:
    pending, seen = [error], set()
    while pending:
        one = pending.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        pending += [other for other in (one.__cause__, one.__context__) if other is not None]


def _is_ours(frame: FrameType) -> bool:
    return str(frame.f_globals.get("__name__", "")).split(".")[0] in PACKAGES


def _locals(frame: FrameType) -> Iterator[str]:
    if _is_ours(frame):
        for name, value in frame.f_locals.items():
            for text in shown(value):
                yield f"{frame.f_code.co_qualname}.{name}: {text}"


def reachable(start: object) -> Iterator[object]:
    """Yield ``start`` and every object that attributes and items lead to, but modules and code."""
    pending, seen = [start], {}
    while pending:
        one = pending.pop()
        if id(one) in seen or inspect.ismodule(one) or isinstance(one, type):
            continue
        seen[id(one)] = one
        yield one
        pending += _parts(one)


def _parts(one: object) -> list[Any]:
    if isinstance(one, Mapping):
        return [*one.keys(), *one.values()]
    if isinstance(one, list | tuple | set | frozenset):
        return list(one)
    parts = list(getattr(one, "__dict__", {}).values())
    if dataclasses.is_dataclass(one):
        parts += [getattr(one, part.name) for part in dataclasses.fields(one)]
    for cls in type(one).__mro__:
        slots = cls.__dict__.get("__slots__", ())
        names = (slots,) if isinstance(slots, str) else slots
        parts += [getattr(one, name, None) for name in names if not name.startswith("__")]
    return parts


def assert_no_canary(texts: Iterable[str]) -> None:
    """Fail, and say where, if a canary is in any of ``texts``; fail as well if there are none."""
    said = list(texts)
    assert said
    leaks = [text for text in said if CANARY in text.lower()]
    assert not leaks, "\n".join(text[:300] for text in leaks[:5])
