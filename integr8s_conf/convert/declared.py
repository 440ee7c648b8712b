"""From an annotation to its converter."""

from __future__ import annotations

import collections.abc
import dataclasses
import types
import typing
from datetime import date, datetime, time, timedelta
from enum import Enum
from pathlib import Path
from typing import Any

from . import choices, containers, records, scalars
from .converter import Converter, UnsupportedTypeError
from .duration import duration

_LISTS = (list, collections.abc.Sequence, collections.abc.MutableSequence)
_SETS = (set, frozenset, collections.abc.Set)
UNIONS = (typing.Union, types.UnionType)
_TABLES = (dict, collections.abc.Mapping, collections.abc.MutableMapping)


def converter_for(
    annotation: Any, *, unit: str | None = None, allow_inf_nan: bool = False
) -> Converter:
    """Return the converter of a declared type.

    Raises:
        UnsupportedTypeError: The framework does not know the type; its author can give ``cast=``.

    """

    def inner(part: Any) -> Converter:
        return converter_for(part, unit=unit, allow_inf_nan=allow_inf_nan)

    def field(part: Any) -> Converter:
        # The fields of a table are different quantities: the key's unit is none of theirs.
        return converter_for(part, allow_inf_nan=allow_inf_nan)

    annotation = unwrapped(annotation)
    if found := _scalar(annotation, unit, allow_inf_nan):
        return found
    origin, parts = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Literal:
        return _literal(parts)
    if origin in UNIONS:
        return _union(parts, inner)
    if isinstance(annotation, type) and origin is None and issubclass(annotation, Enum):
        return choices.enum(annotation)
    if dataclasses.is_dataclass(annotation) and isinstance(annotation, type):
        return records.dataclass_table(annotation, field)
    if typing.is_typeddict(annotation):
        return records.typed_dict_table(annotation, field)
    return _container(annotation, origin or annotation, parts, inner)


def unwrapped(annotation: Any) -> Any:
    """Return the type behind Annotated, Final, NewType and type aliases."""
    while True:
        if typing.get_origin(annotation) in (typing.Annotated, typing.Final):
            annotation = typing.get_args(annotation)[0]
        elif isinstance(annotation, typing.NewType):
            annotation = annotation.__supertype__
        elif type(annotation).__name__ == "TypeAliasType":
            annotation = annotation.__value__
        else:
            return annotation


def _scalar(annotation: Any, unit: str | None, allow_inf_nan: bool) -> Converter | None:
    makers: dict[Any, Any] = {
        str: scalars.string,
        int: lambda: scalars.integer(unit),
        float: lambda: scalars.floating(unit, allow_inf_nan=allow_inf_nan),
        bool: scalars.boolean,
        Path: scalars.path,
        timedelta: lambda: duration(unit),
        date: lambda: scalars.DATE,
        datetime: lambda: scalars.DATETIME,
        time: lambda: scalars.TIME,
        Any: containers.anything,
        object: containers.anything,
    }
    try:
        maker = makers.get(annotation)
    except TypeError:
        return None
    return maker() if maker else None


def _literal(parts: tuple[Any, ...]) -> Converter:
    values = tuple(part for part in parts if part is not None)
    return choices.literal(parts) if values == parts else choices.optional(choices.literal(values))


def _union(parts: tuple[Any, ...], inner: records.ForAnnotation) -> Converter:
    members = [inner(part) for part in parts if part is not types.NoneType]
    one = members[0] if len(members) == 1 else choices.union(members)
    return choices.optional(one) if types.NoneType in parts else one


def _container(
    annotation: Any, origin: Any, parts: tuple[Any, ...], inner: records.ForAnnotation
) -> Converter:
    if origin in _LISTS:
        return containers.sequence(inner(parts[0] if parts else Any))
    if origin in _SETS:
        return containers.unordered(inner(parts[0] if parts else Any))
    if origin is tuple:
        if not parts or parts[1:] == (Ellipsis,):
            return containers.any_tuple(inner(parts[0] if parts else Any))
        return containers.fixed_tuple(tuple(map(inner, parts)))
    if origin in _TABLES and (not parts or unwrapped(parts[0]) is str):
        return containers.table(inner(parts[1] if parts else Any))
    raise UnsupportedTypeError(f"no converter for the type {type_name(annotation)}")


def type_name(annotation: Any) -> str:
    """Return a type in the words of errors."""
    return annotation.__name__ if isinstance(annotation, type) else str(annotation)
