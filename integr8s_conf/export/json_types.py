"""A declared type as JSON Schema: which TOML values it takes, parallel to the converters."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..convert import UNIONS
from ..convert.declared import unwrapped
from ..convert.records import required_names
from ..display import plain
from .ecma_pattern import ecma_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

Schema = dict[str, Any]

NONE = ""
"""What a TOML file writes for none."""

_NUMBER = r"[0-9]+(\.[0-9]+)?"
_DURATION = rf"\s*([+-]?{_NUMBER}|({_NUMBER}\s*[A-Za-z]+\s*)+|P[0-9.WDTHMS]+)\s*"
# A validator may be given a date as text or as an object of its own: so it is said what is none.
_MOMENT: Schema = {"not": {"type": ["array", "boolean", "null", "number", "object"]}}
_SCALARS: Mapping[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    Path: {"type": "string", "minLength": 1},
    timedelta: {"type": ["number", "string"], "pattern": ecma_pattern(_DURATION)},
    date: _MOMENT,
    datetime: _MOMENT,
    time: _MOMENT,
    Any: {},
    object: {},
}


def type_schema(annotation: Any) -> Schema:
    """Return the schema of the TOML values of a declared type."""
    annotation = unwrapped(annotation)
    for scalar, schema in _SCALARS.items():
        if annotation is scalar:
            return dict(schema)
    origin, parts = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Literal:
        return {"enum": [NONE if part is None else plain(part) for part in parts]}
    if origin in UNIONS:
        return _union(parts)
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return _enum(annotation)
    if dataclasses.is_dataclass(annotation):
        return _dataclass(annotation)
    if typing.is_typeddict(annotation):
        return _record(typing.get_type_hints(annotation), sorted(required_names(annotation)))
    return _container(origin or annotation, parts)


def or_none(schema: Schema) -> Schema:
    """Return the schema that takes what ``schema`` does, and the empty text for none."""
    if schema in ({}, _SCALARS[str]):
        return schema
    if schema.keys() == {"enum"}:
        return {"enum": list(dict.fromkeys([*schema["enum"], NONE]))}
    return {"anyOf": [schema, {"const": NONE}]}


def without_none(annotation: Any) -> tuple[Any, bool]:
    """Return ``X`` of ``X | None``, and whether there was a None."""
    annotation = unwrapped(annotation)
    origin, parts = typing.get_origin(annotation), typing.get_args(annotation)
    rest = tuple(part for part in parts if part not in (None, types.NoneType))
    if rest == parts or origin not in (*UNIONS, typing.Literal):
        return annotation, False
    return (typing.Literal if origin is typing.Literal else typing.Union)[rest], True


def _union(parts: tuple[Any, ...]) -> Schema:
    members = [type_schema(part) for part in parts if part is not types.NoneType]
    one = members[0] if len(members) == 1 else {"anyOf": members}
    return or_none(one) if types.NoneType in parts else one


def _enum(type_: type[Enum]) -> Schema:
    """Return the values, and the names; nothing where a value is none of JSON's."""
    values = [member.value for member in type_]
    if not all(isinstance(value, str | int | float) for value in values):
        return {}
    names = [name for name in type_.__members__ if name not in values]
    return {"enum": [*values, *names]}


def _dataclass(type_: Any) -> Schema:
    hints, missing = typing.get_type_hints(type_), dataclasses.MISSING
    fields = [field for field in dataclasses.fields(type_) if field.init]
    required = [
        field.name
        for field in fields
        if field.default is missing and field.default_factory is missing
    ]
    return _record({field.name: hints[field.name] for field in fields}, required)


def _record(hints: Mapping[str, Any], required: Iterable[str]) -> Schema:
    schema: Schema = {
        "type": "object",
        "properties": {name: type_schema(hint) for name, hint in hints.items()},
        "additionalProperties": False,
    }
    return schema | ({"required": needed} if (needed := list(required)) else {})


def _container(origin: Any, parts: tuple[Any, ...]) -> Schema:
    """Return the schema of a list, a set, a tuple or a table, and of what it holds."""
    if issubclass(origin, Mapping):
        inner = type_schema(parts[1]) if parts else {}
        return {"type": "object"} | ({"additionalProperties": inner} if inner else {})
    if issubclass(origin, tuple) and parts and parts[1:] != (Ellipsis,):
        return {
            "type": "array",
            "prefixItems": [type_schema(part) for part in parts],
            "minItems": len(parts),
            "items": False,
        }
    inner = type_schema(parts[0]) if parts else {}
    return {"type": "array"} | ({"items": inner} if inner else {})
