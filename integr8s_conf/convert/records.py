"""Converters of dataclasses and TypedDicts: tables with a fixed set of names."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Callable, Mapping
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from ..raised import raised
from ..suggest import nearest
from .converter import Converter, Mismatch, load_json
from .frozen import FrozenDict, freeze, freeze_record
from .parts import JSON, MOST_WRONG, VALUE, Way, convert_parts, no_table

if TYPE_CHECKING:
    from collections.abc import Iterator

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

    def convert(value: Any, way: Way = VALUE) -> Any:
        if isinstance(value, type_):
            value = {name: getattr(value, name) for name in fields}
        inner = _convert_fields(value, fields, way)
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
    required = required_names(type_)
    fields = {
        name: _Field(converter_for(hint), name in required)
        for name, hint in typing.get_type_hints(type_).items()
    }

    def convert(value: Any, way: Way = VALUE) -> FrozenDict:
        return FrozenDict(_convert_fields(value, fields, way))

    return _record(type_.__name__, fields, convert)


def required_names(type_: Any) -> frozenset[str]:
    """Return the names that a TypedDict must have.

    Where annotations are postponed, its own ``__required_keys__`` knows nothing of NotRequired.
    """
    said = {
        name: origin
        for name, hint in typing.get_type_hints(type_, include_extras=True).items()
        if (origin := typing.get_origin(hint)) in (typing.Required, typing.NotRequired)
    }
    names: frozenset[str] = type_.__required_keys__ - said.keys()
    return names | {name for name, origin in said.items() if origin is typing.Required}


def _record(name: str, fields: Mapping[str, _Field], convert: Callable[..., Any]) -> Converter:
    wanted = f"a table with {', '.join(fields)}" if fields else "an empty table"

    def parse(text: str) -> Any:
        return convert(load_json(text, dict), JSON)

    from_json = partial(convert, way=JSON)
    return Converter(wanted, f"{name} tables", convert, parse, from_json=from_json)


def _convert_fields(value: Any, fields: Mapping[str, _Field], way: Way) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise no_table(way)
    known = [name for name in value if name in fields]
    parts = ((name, fields[name].converter, value[name]) for name in known)
    converted = convert_parts(parts, way, _wrong_names(value, fields))
    return dict(zip(known, converted, strict=True))


def _wrong_names(value: Mapping[str, Any], fields: Mapping[str, _Field]) -> Iterator[Mismatch]:
    for name, field in fields.items():
        if field.required and name not in value:
            yield Mismatch(f"a table with {name}", f"add {name} to it", found=f"no {name}")
    names = ", ".join(fields)
    for name in islice((name for name in value if name not in fields), MOST_WRONG + 1):
        near = nearest(str(name), fields)
        hint = f"did you mean {near}?" if near else f"it may hold {names}"
        wanted = f"one of the names {names}"
        yield Mismatch(wanted, hint, path=(str(name),), found="an unknown name")
