"""Values of a declared type, within the bounds that a setting says."""

from __future__ import annotations

import dataclasses
import re
import types
import typing
from collections.abc import Callable, Collection, Mapping, Set
from datetime import timedelta
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from ...convert import UNIONS, Mismatch, UnsupportedTypeError, converter_for
from ...convert.declared import unwrapped
from ...convert.records import required_names
from ...declare.section import Setting
from .orders import ORDERS, closed_range

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

Draw = Callable[[Any], "SearchStrategy[Any]"]

_MOST_ITEMS = 5
"""How many items a container has at most, where no bound asks for more."""


def type_values(annotation: Any, limits: Setting) -> SearchStrategy[Any]:
    """Return values of a type, as ``overrides=`` takes them.

    ``limits`` hold of the whole value; of what a container holds, its unit and ``allow_inf_nan``.

    Raises:
        UnsupportedTypeError: The framework does not know the type.

    """
    annotation = unwrapped(annotation)
    single = _single(annotation, limits)
    if single is not None:
        return single
    origin, parts = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Literal:
        return st.sampled_from(parts)
    if origin in UNIONS:
        return st.one_of(*(type_values(part, limits) for part in _none_first(parts)))
    if isinstance(annotation, type) and origin is None and issubclass(annotation, Enum):
        return st.sampled_from([*annotation, *(member.value for member in annotation)])
    if fields := fields_of(annotation):
        return _records(annotation, *fields, inner_values(limits))
    return _containers(annotation, origin or annotation, parts, limits)


def inner_values(limits: Setting) -> Draw:
    """Return the function from the type of what a container holds to its values."""
    inner = inner_limits(limits)
    return lambda annotation: type_values(annotation, inner)


def inner_limits(limits: Setting) -> Setting:
    """Return the limits that hold of what a container holds, too."""
    return Setting(unit=limits.unit, allow_inf_nan=limits.allow_inf_nan)


def _none_first(parts: tuple[Any, ...]) -> list[Any]:
    """Return a union's types in the order in which their values are simpler."""
    return sorted(parts, key=lambda part: part is not types.NoneType)


def _single(annotation: Any, limits: Setting) -> SearchStrategy[Any] | None:
    """Return the values of a type without parts; None for any other type."""
    makers: dict[Any, Callable[[], SearchStrategy[Any]]] = {
        str: lambda: texts(limits),
        bool: st.booleans,
        Path: lambda: _paths(limits),
        None: st.none,
        types.NoneType: st.none,
        Any: _anything,
        object: _anything,
    }
    try:
        if annotation in ORDERS:
            return _ordered(annotation, limits)
        return makers[annotation]() if annotation in makers else None
    except TypeError:
        return None


def texts(limits: Setting) -> SearchStrategy[str]:
    """Return texts of the length and the pattern that ``limits`` say."""
    least = limits.min_length or 0
    if limits.pattern is None:
        return st.text(min_size=least, max_size=limits.max_length)
    matching = st.from_regex(re.compile(limits.pattern), fullmatch=True)
    if limits.min_length is None and limits.max_length is None:
        return matching
    most = limits.max_length
    return matching.filter(lambda text: least <= len(text) and (most is None or len(text) <= most))


def _paths(limits: Setting) -> SearchStrategy[Any]:
    written = texts(limits).filter(lambda text: text and "\0" not in text)
    return written | written.map(Path)


def _anything() -> SearchStrategy[Any]:
    single = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
    return st.recursive(
        single, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=5
    )


def _ordered(type_: Any, limits: Setting) -> SearchStrategy[Any]:
    least, greatest = closed_range(type_, limits)
    ends = [end for end in (least, greatest) if end is not None]
    values = ORDERS[type_].between(least, greatest)
    if type_ is float and limits.allow_inf_nan and not ends:
        values |= st.sampled_from([float("inf"), float("-inf"), float("nan")])
    if type_ is timedelta:
        values |= _whole_amounts(least, greatest, limits.unit or "seconds")
    return st.one_of(values, st.sampled_from(ends)) if ends else values


def _whole_amounts(
    least: timedelta | None, greatest: timedelta | None, unit: str
) -> SearchStrategy[Any]:
    """Return durations as numbers of their unit, and as texts."""
    one = timedelta(**{unit: 1})
    low = -(-least // one) if least is not None else 0
    high = greatest // one if greatest is not None else max(low, 0) + 1000
    if low > high:
        return st.nothing()
    amounts = st.integers(low, high)
    # A text has no sign.
    return amounts | st.integers(max(low, 0), max(high, 0)).map(lambda count: f"{count} {unit}")


def fields_of(annotation: Any) -> tuple[dict[str, Any], frozenset[str]] | None:
    """Return the types of a record's fields and the required ones; None for another type."""
    if dataclasses.is_dataclass(annotation) and isinstance(annotation, type):
        hints, missing = typing.get_type_hints(annotation), dataclasses.MISSING
        fields = [field for field in dataclasses.fields(annotation) if field.init]
        required = (
            field.name
            for field in fields
            if field.default is missing and field.default_factory is missing
        )
        return {field.name: hints[field.name] for field in fields}, frozenset(required)
    if typing.is_typeddict(annotation):
        return typing.get_type_hints(annotation), frozenset(required_names(annotation))
    return None


def _records(
    annotation: Any, hints: dict[str, Any], required: frozenset[str], inner: Draw
) -> SearchStrategy[Any]:
    values = {name: inner(hint) for name, hint in hints.items()}
    tables = st.fixed_dictionaries(
        {name: value for name, value in values.items() if name in required},
        optional={name: value for name, value in values.items() if name not in required},
    )
    if not hasattr(annotation, "__post_init__"):
        return tables
    convert = converter_for(annotation).convert
    return tables.filter(lambda table: _takes(convert, table))


def _takes(convert: Callable[[Any], Any], value: Any) -> bool:
    """Tell whether an author's code accepts a value."""
    try:
        convert(value)
    except Mismatch:
        return False
    return True


def _containers(
    annotation: Any, kind: Any, parts: tuple[Any, ...], limits: Setting
) -> SearchStrategy[Any]:
    inner = inner_values(limits)
    least = limits.min_length or 0
    most = max(least, _MOST_ITEMS) if limits.max_length is None else limits.max_length
    if not isinstance(kind, type) or not issubclass(kind, Collection):
        raise UnsupportedTypeError(f"no values of the type {annotation}")
    if is_fixed(kind, parts):
        return st.tuples(*map(inner, parts)).map(list)
    if issubclass(kind, Mapping):
        values = inner(parts[1] if parts else Any)
        return st.dictionaries(st.text(), values, min_size=least, max_size=most)
    item = parts[0] if parts else Any
    if issubclass(kind, Set):
        convert = converter_for(item, unit=limits.unit, allow_inf_nan=True).convert
        return st.lists(inner(item), min_size=least, max_size=most, unique_by=convert)
    return st.lists(inner(item), min_size=least, max_size=most)


def is_fixed(kind: Any, parts: tuple[Any, ...]) -> bool:
    """Tell whether a container is a tuple of a fixed number of items."""
    return kind is tuple and bool(parts) and parts[1:] != (Ellipsis,)
