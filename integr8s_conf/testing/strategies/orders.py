"""Types whose values have an order: the nearest value above and below, and all between two."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from hypothesis import strategies as st

from ...convert import converter_for
from ...convert.scalars import GREATEST, LEAST

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import SearchStrategy

    from ...declare.section import Setting

_TICK = timedelta(microseconds=1)


class Order(NamedTuple):
    """How to step from one value of a type to the next, and to draw those of a closed range."""

    above: Callable[[Any], Any]
    below: Callable[[Any], Any]
    between: Callable[[Any, Any], SearchStrategy[Any]]
    """From the least and the greatest value, None where there is no such bound."""


def closed_range(type_: Any, limits: Setting) -> tuple[Any, Any]:
    """Return the least and the greatest value that ``limits`` allow; None where there is none."""
    order = ORDERS[type_]
    read = converter_for(type_, unit=limits.unit, allow_inf_nan=True).convert
    least = [] if limits.ge is None else [read(limits.ge)]
    greatest = [] if limits.le is None else [read(limits.le)]
    if limits.gt is not None:
        least.append(order.above(read(limits.gt)))
    if limits.lt is not None:
        greatest.append(order.below(read(limits.lt)))
    return max(least, default=None), min(greatest, default=None)


def _integers(least: int | None, greatest: int | None) -> SearchStrategy[int]:
    return st.integers(
        LEAST if least is None else least, GREATEST if greatest is None else greatest
    )


def _floats(least: float | None, greatest: float | None) -> SearchStrategy[float]:
    finite = st.floats(least, greatest, allow_nan=False, allow_infinity=False)
    low = math.ceil(max(-1e9 if least is None else least, -1e15))
    high = math.floor(min(1e9 if greatest is None else greatest, 1e15))
    return st.integers(low, high) | finite if low <= high else finite


def _durations(least: timedelta | None, greatest: timedelta | None) -> SearchStrategy[timedelta]:
    return st.timedeltas(least or timedelta.min, greatest or timedelta.max)


def _dates(least: date | None, greatest: date | None) -> SearchStrategy[date]:
    return st.dates(least or date.min, greatest or date.max)


def _datetimes(least: datetime | None, greatest: datetime | None) -> SearchStrategy[datetime]:
    """Return date-times of the bounds' time zone: one without any cannot be compared."""
    bounds = [bound for bound in (least, greatest) if bound is not None]
    zones: list[Any] = [bound.tzinfo for bound in bounds] or [None, UTC]
    low, high = least or datetime.min, greatest or datetime.max
    return st.datetimes(
        low.replace(tzinfo=None), high.replace(tzinfo=None), timezones=st.sampled_from(zones)
    )


def _times(least: time | None, greatest: time | None) -> SearchStrategy[time]:
    return st.times(least or time.min, greatest or time.max)


def _later(at: time, step: timedelta) -> time:
    return (datetime.combine(date(2000, 1, 1), at) + step).time()


ORDERS: dict[Any, Order] = {
    int: Order(lambda number: number + 1, lambda number: number - 1, _integers),
    float: Order(
        lambda number: math.nextafter(number, math.inf),
        lambda number: math.nextafter(number, -math.inf),
        _floats,
    ),
    timedelta: Order(lambda span: span + _TICK, lambda span: span - _TICK, _durations),
    date: Order(lambda day: day + timedelta(days=1), lambda day: day - timedelta(days=1), _dates),
    datetime: Order(lambda at: at + _TICK, lambda at: at - _TICK, _datetimes),
    time: Order(lambda at: _later(at, _TICK), lambda at: _later(at, -_TICK), _times),
}
