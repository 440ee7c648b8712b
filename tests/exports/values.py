"""Typed values that settings can have, for tests of how they are written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from integr8s_conf.convert import converter_for

if TYPE_CHECKING:
    from integr8s_conf.convert import Converter


class Colour(Enum):
    RED = "red"
    ONE = 1
    HALF = 0.5


@dataclass(frozen=True)
class Point:
    x: int
    name: str = "a"


_MINUTES = st.integers(-1439, 1439).map(lambda count: timezone(timedelta(minutes=count)))
_SCALARS: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(),
    bool: st.booleans(),
    int: st.integers(-(2**63), 2**63 - 1),
    float: st.floats(allow_nan=False),
    date: st.dates(),
    datetime: st.datetimes(timezones=st.none() | _MINUTES),
    time: st.times(),
    timedelta: st.timedeltas(timedelta(), timedelta(days=999_999_999)),
    Path: st.sampled_from([Path("~/x"), Path("/a b/é"), Path("a'b")]),
    Colour: st.sampled_from(Colour),
}
_POINTS = st.builds(Point, _SCALARS[int], st.text())
_HASHABLE: dict[Any, st.SearchStrategy[Any]] = {**_SCALARS, Point: _POINTS}
_OPTIONAL = {kind | None: st.none() | _SCALARS[kind] for kind in (int, date, Colour)}
_LISTS = {list[kind]: st.lists(values, max_size=4) for kind, values in _HASHABLE.items()}
_SETS = {set[kind]: st.sets(values, max_size=4) for kind, values in _HASHABLE.items()}  # type: ignore[valid-type]
_NESTED: dict[Any, st.SearchStrategy[Any]] = {
    list[list[str]]: st.lists(st.lists(st.text(), max_size=3), max_size=3),
    dict[str, list[Point]]: st.dictionaries(st.text(), st.lists(_POINTS, max_size=2)),
    tuple[int, str]: st.tuples(_SCALARS[int], st.text()),
}
OF_A_TYPE = {**_HASHABLE, **_OPTIONAL, **_LISTS, **_SETS, **_NESTED}
"""Type -> the values that a key of that type may have."""


@st.composite
def typed(draw: st.DrawFn) -> tuple[Converter, Any]:
    """Return the converter of a type, and a value as a key of that type holds it."""
    kind = draw(st.sampled_from(list(OF_A_TYPE)))
    converter = converter_for(kind, allow_inf_nan=True)
    return converter, converter.convert(draw(OF_A_TYPE[kind]))
