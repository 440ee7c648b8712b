"""Values that a declared type, or the bounds beside it, must refuse."""

from __future__ import annotations

import re
import types
import typing
from datetime import timedelta
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from hypothesis import strategies as st

from ...convert import UNIONS
from ...convert.declared import unwrapped
from ...convert.scalars import GREATEST, LEAST
from .mutations import mutated
from .orders import ORDERS, closed_range
from .type_values import inner_limits, texts, type_values
from .wrong_kinds import KINDS, kinds_of_values, wrong_kinds
from .wrong_parts import wrong_lengths, wrong_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hypothesis.strategies import SearchStrategy

    from ...declare.section import Setting


class WrongValues(NamedTuple):
    """Values with one fault, and the fault in words."""

    fault: str
    values: SearchStrategy[Any]


def wrong_type_values(annotation: Any, limits: Setting) -> Iterator[WrongValues]:
    """Yield the faults that values of a type can have, each with values that have it."""
    annotation, optional = _without_none(unwrapped(annotation))
    kinds = [KINDS[kind] for kind in wrong_kinds(annotation) if kind != "none" or not optional]
    if kinds:
        yield WrongValues("a value of another type", st.one_of(*kinds))
    origin = typing.get_origin(annotation)
    if origin in UNIONS:
        return
    if annotation in ORDERS:
        yield from _out_of_range(annotation, limits)
    elif annotation is str:
        yield from _wrong_texts(limits, optional=optional)
    elif annotation is Path:
        yield WrongValues("a path with a NUL", st.text().map("{}\0".format))
    elif origin is typing.Literal:
        yield from _no_choices(typing.get_args(annotation), optional=optional)
    elif isinstance(annotation, type) and issubclass(annotation, Enum):
        values = [member.value for member in annotation]
        yield from _no_choices([*values, *annotation.__members__], optional=optional)
    else:
        yield from _wrong_containers(annotation, limits)


def _without_none(annotation: Any) -> tuple[Any, bool]:
    """Return ``X`` of ``X | None``, and whether None is among the values."""
    origin, parts = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Literal:
        return annotation, None in parts
    rest = tuple(part for part in parts if part not in (None, types.NoneType))
    if origin not in UNIONS or rest == parts:
        return annotation, False
    return unwrapped(typing.Union[rest]), True  # noqa: UP007 - a tuple of types


def _out_of_range(type_: Any, limits: Setting) -> Iterator[WrongValues]:
    least, greatest = closed_range(type_, limits)
    order = ORDERS[type_]
    for end, step, side in ((least, order.below, "below"), (greatest, order.above, "above")):
        try:
            beyond = None if end is None else step(end)
        except OverflowError:
            continue
        if beyond is not None:
            low, high = (None, beyond) if side == "below" else (beyond, None)
            values = st.just(beyond) | order.between(low, high)
            yield WrongValues(f"{side} its bounds", values)
    if type_ is int:
        outside = st.integers(max_value=LEAST - 1) | st.integers(min_value=GREATEST + 1)
        yield WrongValues("an integer of more than 64 bits", outside)
    if type_ is float and not limits.allow_inf_nan:
        values = st.sampled_from([float("nan"), float("inf"), float("-inf")])
        yield WrongValues("not a finite number", values)
    if type_ is timedelta:
        words = ["soon", "5 parsecs", "-", "PT", "1h1h", "1s 1", "30 s s", "P"]
        yield WrongValues("a text that is no duration", st.sampled_from(words))


def _wrong_texts(limits: Setting, *, optional: bool) -> Iterator[WrongValues]:
    least, most = limits.min_length, limits.max_length
    if least is not None and least > int(optional):
        short = st.text(min_size=int(optional), max_size=least - 1)
        exact = st.text(min_size=least - 1, max_size=least - 1)
        yield WrongValues("a text that is too short", exact | short)
    if most is not None:
        long = st.text(min_size=most + 1, max_size=most + 1)
        yield WrongValues("a text that is too long", long | st.text(min_size=most + 1))
    if limits.pattern is not None:
        yield from _no_matches(limits, optional=optional)


def _no_matches(limits: Setting, *, optional: bool) -> Iterator[WrongValues]:
    """Yield texts that the pattern does not match as a whole, where such a text is found."""
    fullmatch = re.compile(limits.pattern or "").fullmatch
    probes = ["\n", " ", "?", "0", "a\nb", "\u2603", *([] if optional else [""])]
    refused = [probe for probe in probes if not fullmatch(probe)]
    if not refused:
        return
    good = texts(limits)
    near = good.map("{}\n".format) | good.map(" {}".format) | good.flatmap(mutated) | st.text()

    def spoilt(text: str) -> str:
        return refused[0] if fullmatch(text) or (optional and not text) else text

    yield WrongValues("a text that its pattern does not match", near.map(spoilt))


def _no_choices(choices: typing.Sequence[Any], *, optional: bool) -> Iterator[WrongValues]:
    """Yield values of the choices' kinds that are none of them."""
    kinds = kinds_of_values(choices)
    if kinds <= {"a boolean", "none"}:
        others = [flag for flag in (True, False) if flag not in choices]
        if others and "a boolean" in kinds:
            yield WrongValues("none of the choices", st.sampled_from(others))
        return
    values = st.one_of(
        *(KINDS[kind] for kind in KINDS if kind in kinds - {"none", "a boolean"}),
        *(mutated(choice) for choice in choices if type(choice) is str),
        *(st.just(choice.swapcase()) for choice in choices if type(choice) is str),
    )
    none = ("", *choices) if optional else choices
    yield WrongValues("none of the choices", values.filter(lambda value: value not in none))


def _wrong_containers(annotation: Any, limits: Setting) -> Iterator[WrongValues]:
    inner = inner_limits(limits)

    def wrong(part: Any) -> SearchStrategy[Any]:
        return st.one_of(*(one.values for one in wrong_type_values(part, inner)))

    def good(part: Any) -> SearchStrategy[Any]:
        return type_values(part, inner)

    for fault, values in (
        *wrong_lengths(annotation, limits),
        *wrong_parts(annotation, limits, good, wrong),
    ):
        if not values.is_empty:
            yield WrongValues(fault, values)
