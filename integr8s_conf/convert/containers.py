"""Converters of lists, tuples, sets and tables: what they hold is converted too."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import count, repeat
from typing import Any

from ..display import show_short
from .converter import Converter, Mismatch, load_json
from .frozen import FrozenDict, FrozenList, freeze
from .parts import JSON, TEXT, VALUE, Way, convert_parts, no_table


def sequence(item: Converter) -> Converter:
    """Return the converter of lists, which come back frozen."""

    def convert(value: Any, way: Way = VALUE) -> FrozenList:
        return FrozenList(_items(item, value, way))

    def parse(text: str) -> FrozenList:
        return FrozenList(_parsed_items(item, text))

    return _sized(f"a list of {item.plural}", "lists", convert, parse)


def fixed_tuple(items: tuple[Converter, ...]) -> Converter:
    """Return the converter of ``tuple[X, Y]``."""
    wanted = f"a list of {len(items)} items: {', '.join(item.wanted for item in items)}"

    def convert(value: Any, way: Way = VALUE) -> tuple[Any, ...]:
        parts = _list(value)
        if len(parts) != len(items):
            raise Mismatch(wanted, f"write {len(items)} items")
        return tuple(convert_parts(zip(count(), items, parts, strict=False), way))

    def parse(text: str) -> tuple[Any, ...]:
        if text.lstrip().startswith("["):
            return convert(load_json(text, list), JSON)
        return convert(_split(text), TEXT)

    return _sized(wanted, "lists", convert, parse)


def any_tuple(item: Converter) -> Converter:
    """Return the converter of ``tuple[X, ...]``."""

    def convert(value: Any, way: Way = VALUE) -> tuple[Any, ...]:
        return tuple(_items(item, value, way))

    def parse(text: str) -> tuple[Any, ...]:
        return tuple(_parsed_items(item, text))

    return _sized(f"a list of {item.plural}", "lists", convert, parse)


def unordered(item: Converter) -> Converter:
    """Return the converter of sets, which come back frozen."""
    wanted = f"a list of different {item.plural}"

    def unique(items: list[Any]) -> frozenset[Any]:
        try:
            found = frozenset(items)
        except TypeError:
            raise Mismatch(wanted, "a set holds simple values only") from None
        return found

    def convert(value: Any, way: Way = VALUE) -> frozenset[Any]:
        items = list(value) if isinstance(value, set | frozenset) else value
        return unique(_items(item, items, way))

    def parse(text: str) -> frozenset[Any]:
        return unique(_parsed_items(item, text))

    return _sized(wanted, "sets", convert, parse)


def table(item: Converter) -> Converter:
    """Return the converter of ``dict[str, X]``, which comes back frozen."""

    def convert(value: Any, way: Way = VALUE) -> FrozenDict:
        if not isinstance(value, Mapping):
            raise no_table(way)
        names = list(map(_name, value))
        parts = convert_parts(zip(names, repeat(item), value.values(), strict=False), way)
        return FrozenDict(zip(names, parts, strict=True))

    def parse(text: str) -> FrozenDict:
        return convert(load_json(text, dict), JSON)

    return _sized(f"a table of {item.plural}", "tables", convert, parse)


def _sized(wanted: str, plural: str, convert: Any, parse: Any) -> Converter:
    from_json = partial(convert, way=JSON)
    return Converter(wanted, plural, convert, parse, "sized", from_json=from_json)


def anything() -> Converter:
    """Return the converter of ``Any``: whatever stands there, frozen."""
    return Converter("any value", "values", freeze, str)


def _name(name: Any) -> str:
    if not isinstance(name, str):
        raise Mismatch("a table with names that are strings", "put the name in quotes")
    return name


def _list(value: Any) -> list[Any]:
    if isinstance(value, list | tuple):
        return list(value)
    if isinstance(value, str):
        raise Mismatch(hint=f"put it in brackets: {{assign}}{_bracketed(value)}")
    raise Mismatch(hint="write a list in brackets: {assign}[...]")


def _bracketed(text: str) -> str:
    return show_short([part for part in _split(text) if part])


def _items(item: Converter, value: Any, way: Way) -> list[Any]:
    return convert_parts(zip(count(), repeat(item), _list(value), strict=False), way)


def _parsed_items(item: Converter, text: str) -> list[Any]:
    if text.lstrip().startswith("["):
        return _items(item, load_json(text, list), JSON)
    return _items(item, _split(text), TEXT)


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split(",")] if text.strip() else []
