"""Converters of dataclasses and TypedDicts: tables with a fixed set of names."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from ..display import describe
from ..raised import raised
from ..suggest import nearest
from .converter import Converter, Mismatch, load_json
from .frozen import FrozenDict, freeze, freeze_record

ForAnnotation = Callable[[Any], Converter]


class _Field(NamedTuple):
    converter: Converter
    required: bool


def dataclass_table(type_: type[Any], converter_for: ForAnnotation) -> Converter:
    """Return the converter of a dataclass: a table with its fields."""
    hints = typing.get_type_hints(type_)
    missing = dataclasses.MISSING
    fields = {
        field.name: _Field(
            converter_for(hints[field.name]),
            field.default is missing and field.default_factory is missing,
        )
        for field in dataclasses.fields(type_)
        if field.init
    }

    def convert(value: Any) -> Any:
        if isinstance(value, type_):
            value = {name: getattr(value, name) for name in fields}
        inner = _convert_fields(value, fields)
        try:
            record = type_(**inner)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - an author's code may raise it
            wanted = f"a table that {type_.__name__} accepts; it raised {raised(error)}"
            raise Mismatch(wanted, quoted=True) from None
        _freeze_others(record, inner, fields)
        return freeze_record(record)

    return _record(type_.__name__, fields, convert)


def _freeze_others(record: Any, given: Mapping[str, Any], fields: Mapping[str, _Field]) -> None:
    """Freeze what a dataclass itself puts into its fields: defaults, and what it derives."""
    for field in dataclasses.fields(record):
        if field.name in given or not hasattr(record, field.name):
            continue
        value = getattr(record, field.name)
        try:
            frozen = fields[field.name].converter.convert(value)
        except (KeyError, Mismatch):
            frozen = freeze(value)
        object.__setattr__(record, field.name, frozen)


def typed_dict_table(type_: Any, converter_for: ForAnnotation) -> Converter:
    """Return the converter of a TypedDict: a table with its names."""
    required = type_.__required_keys__
    fields = {
        name: _Field(converter_for(hint), name in required)
        for name, hint in typing.get_type_hints(type_).items()
    }

    def convert(value: Any) -> FrozenDict:
        return FrozenDict(_convert_fields(value, fields))

    return _record(type_.__name__, fields, convert)


def _record(name: str, fields: Mapping[str, _Field], convert: Callable[[Any], Any]) -> Converter:
    wanted = f"a table with {', '.join(fields)}" if fields else "an empty table"

    def parse(text: str) -> Any:
        return convert(load_json(text, dict))

    return Converter(wanted, f"{name} tables", convert, parse)


def _convert_fields(value: Any, fields: Mapping[str, _Field]) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise Mismatch(hint="write a table: {assign}{ name = ... }")
    _refuse_names(value, fields)
    converted = {}
    for name, part in value.items():
        try:
            converted[name] = fields[name].converter.convert(part)
        except Mismatch as mismatch:
            wanted = fields[name].converter.wanted
            raise mismatch.within(name, wanted, describe(part)) from None
    return converted


def _refuse_names(value: Mapping[str, Any], fields: Mapping[str, _Field]) -> None:
    for name in value:
        if name not in fields:
            near = nearest(str(name), fields)
            hint = f"did you mean {near}?" if near else f"it may hold {', '.join(fields)}"
            raise Mismatch(
                f"one of the names {', '.join(fields)}",
                hint,
                path=(str(name),),
                found="an unknown name",
            )
    for name, field in fields.items():
        if field.required and name not in value:
            raise Mismatch(f"a table with {name}", f"add {name} to it", found=f"no {name}")
