"""Converters of lists, tuples, sets and tables: what they hold is converted too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..display import describe, show_short
from .converter import Converter, Mismatch, load_json
from .frozen import FrozenDict, FrozenList, freeze


def sequence(item: Converter) -> Converter:
    """Return the converter of lists, which come back frozen."""

    def convert(value: Any) -> FrozenList:
        return FrozenList(_items(item, value))

    def parse(text: str) -> FrozenList:
        return FrozenList(_parsed_items(item, text))

    return Converter(f"a list of {item.plural}", "lists", convert, parse, "sized")


def fixed_tuple(items: tuple[Converter, ...]) -> Converter:
    """Return the converter of ``tuple[X, Y]``."""
    wanted = f"a list of {len(items)} items: {', '.join(item.wanted for item in items)}"

    def check(value: list[Any]) -> list[Any]:
        if len(value) != len(items):
            raise Mismatch(wanted, f"write {len(items)} items")
        return value

    def convert(value: Any) -> tuple[Any, ...]:
        pairs = zip(items, check(_list(value)), strict=True)
        return tuple(_inner(item.convert, item, i, part) for i, (item, part) in enumerate(pairs))

    def parse(text: str) -> tuple[Any, ...]:
        if text.lstrip().startswith("["):
            return convert(load_json(text, list))
        pairs = zip(items, check(_split(text)), strict=True)
        return tuple(_inner(item.parse, item, i, part) for i, (item, part) in enumerate(pairs))

    return Converter(wanted, "lists", convert, parse, "sized")


def any_tuple(item: Converter) -> Converter:
    """Return the converter of ``tuple[X, ...]``."""

    def convert(value: Any) -> tuple[Any, ...]:
        return tuple(_items(item, value))

    def parse(text: str) -> tuple[Any, ...]:
        return tuple(_parsed_items(item, text))

    return Converter(f"a list of {item.plural}", "lists", convert, parse, "sized")


def unordered(item: Converter) -> Converter:
    """Return the converter of sets, which come back frozen."""
    wanted = f"a list of different {item.plural}"

    def unique(items: list[Any]) -> frozenset[Any]:
        try:
            found = frozenset(items)
        except TypeError:
            raise Mismatch(wanted, "a set holds simple values only") from None
        return found

    def convert(value: Any) -> frozenset[Any]:
        return unique(_items(item, list(value) if isinstance(value, set | frozenset) else value))

    def parse(text: str) -> frozenset[Any]:
        return unique(_parsed_items(item, text))

    return Converter(wanted, "sets", convert, parse, "sized")


def table(item: Converter) -> Converter:
    """Return the converter of ``dict[str, X]``, which comes back frozen."""

    def convert(value: Any) -> FrozenDict:
        if not isinstance(value, Mapping):
            raise Mismatch(hint='write a table: {assign}{ name = "value" }')
        return FrozenDict(
            (_name(name), _inner(item.convert, item, name, part)) for name, part in value.items()
        )

    def parse(text: str) -> FrozenDict:
        return convert(load_json(text, dict))

    return Converter(f"a table of {item.plural}", "tables", convert, parse, "sized")


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


def _items(item: Converter, value: Any) -> list[Any]:
    return [_inner(item.convert, item, i, part) for i, part in enumerate(_list(value))]


def _parsed_items(item: Converter, text: str) -> list[Any]:
    if text.lstrip().startswith("["):
        return _items(item, load_json(text, list))
    return [_inner(item.parse, item, i, part) for i, part in enumerate(_split(text))]


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split(",")] if text.strip() else []


def _inner(take: Any, item: Converter, step: str | int, part: Any) -> Any:
    try:
        return take(part)
    except Mismatch as mismatch:
        found = show_short(part) if take is item.parse else describe(part)
        raise mismatch.within(step, item.wanted, found) from None
