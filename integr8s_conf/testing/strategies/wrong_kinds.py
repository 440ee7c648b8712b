"""Values of every kind, and which of them a declared type never takes."""

from __future__ import annotations

import types
import typing
from collections.abc import Collection, Mapping, Set
from datetime import date, datetime, time, timedelta
from enum import Enum
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from ...convert import UNIONS
from ...convert.declared import unwrapped
from .type_values import fields_of

_TEXTS = st.sampled_from(["1", "45000", "1.5", "true", "none", "[1]", "2026-01-31"])

KINDS: dict[str, st.SearchStrategy[Any]] = {
    "a text": _TEXTS | st.text(min_size=1),
    "an integer": st.integers(-(2**63), 2**63 - 1),
    "a float": st.floats(allow_nan=False, allow_infinity=False),
    "a boolean": st.booleans(),
    "none": st.none(),
    "a list": st.lists(st.integers() | st.text(), min_size=1, max_size=3),
    "a set": st.sets(st.integers() | st.text(), min_size=1, max_size=3),
    "a table": st.dictionaries(st.text(), st.integers(), max_size=3),
    "bytes": st.binary(),
    "a date": st.dates(),
    "a date with time": st.datetimes(),
    "a time": st.times(),
    "a duration": st.timedeltas(),
    "a path": st.text("ab/", min_size=1).map(Path),
}
"""Kind -> values of it. An empty text is of no kind: it stands for none where there may be none."""

_OF_TYPE: dict[Any, frozenset[str]] = {
    str: frozenset({"a text"}),
    int: frozenset({"an integer"}),
    float: frozenset({"an integer", "a float"}),
    bool: frozenset({"a boolean"}),
    Path: frozenset({"a text", "a path"}),
    timedelta: frozenset({"a text", "an integer", "a float", "a duration"}),
    date: frozenset({"a date"}),
    datetime: frozenset({"a date with time"}),
    time: frozenset({"a time"}),
    None: frozenset({"none"}),
    types.NoneType: frozenset({"none"}),
}


def wrong_kinds(annotation: Any) -> list[str]:
    """Return the kinds of which a type takes no value."""
    taken = _kinds_of(annotation)
    return [kind for kind in KINDS if kind not in taken]


def kinds_of_values(values: typing.Iterable[Any]) -> frozenset[str]:
    """Return the kinds that single values are of."""
    return frozenset().union(*(_OF_TYPE.get(type(value), KINDS.keys()) for value in values))


def _kinds_of(annotation: Any) -> frozenset[str]:
    """Return the kinds of which a type may take a value; all where that is not known."""
    annotation = unwrapped(annotation)
    origin, parts = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Literal:
        return kinds_of_values(parts)
    if origin in UNIONS:
        return frozenset().union(*map(_kinds_of, parts))
    if isinstance(annotation, type) and origin is None and issubclass(annotation, Enum):
        return kinds_of_values(member.value for member in annotation) | {"a text"}
    kind = origin or annotation
    if fields_of(annotation) or (isinstance(kind, type) and issubclass(kind, Mapping)):
        return frozenset({"a table"})
    if isinstance(kind, type) and issubclass(kind, Collection) and kind is not str:
        return frozenset({"a list", "a set"} if issubclass(kind, Set) else {"a list"})
    return _OF_TYPE.get(annotation, frozenset(KINDS))
