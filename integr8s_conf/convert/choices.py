"""Converters that choose: Literal, Enum, and unions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from ..display import show
from ..suggest import nearest
from .converter import Converter, Mismatch
from .parts import JSON, TEXT, VALUE, Way
from .scalars import is_integer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from enum import Enum


def literal(values: tuple[Any, ...]) -> Converter:
    """Return the converter of a Literal."""
    by_identity = {(type(value), value): value for value in values}
    by_text = {_text(value): value for value in values}

    def convert(value: Any) -> Any:
        try:
            return by_identity[type(value), value]
        except (KeyError, TypeError):
            raise Mismatch(hint=_hint(value, values)) from None

    def parse(text: str) -> Any:
        if text in by_text:
            return by_text[text]
        stripped = text.strip()
        if stripped in by_text and not isinstance(by_text[stripped], str):
            return by_text[stripped]
        raise Mismatch(hint=_text_hint(text, by_text))

    return Converter(_one_of(values), "listed values", convert, parse, choices=values)


def enum(type_: type[Enum]) -> Converter:
    """Return the converter of an Enum: a value of it, else a name."""
    members = list(type_)
    values = tuple(member.value for member in members)
    by_text = {_text(member.value): member for member in members}

    def convert(value: Any) -> Enum:
        if isinstance(value, type_):
            return value
        for member in members:
            if _is_value(member.value, value):
                return member
        if isinstance(value, str) and value in type_.__members__:
            return type_[value]
        raise Mismatch(hint=_hint(value, values))

    def parse(text: str) -> Enum:
        if text in by_text:
            return by_text[text]
        if text in type_.__members__:
            return type_[text]
        raise Mismatch(hint=_text_hint(text, by_text))

    return Converter(_one_of(values), "listed values", convert, parse, choices=values)


def _is_value(of_member: Any, value: Any) -> bool:
    """Tell whether a value is the one of a member; an integer is fine for a float."""
    kinds = type(of_member), type(value)
    return (kinds[0] is kinds[1] or kinds == (float, int)) and bool(of_member == value)


def optional(inner: Converter) -> Converter:
    """Return the converter of ``X | None``: empty text is None in every layer."""

    def convert(value: Any, way: Way = VALUE) -> Any:
        if value is None or (isinstance(value, str) and not value):
            return None
        return way(inner)(value)

    def parse(text: str) -> Any:
        return inner.parse(text) if text else None

    wanted = f'{inner.wanted}, or "" for none'
    from_json = partial(convert, way=JSON)
    return inner._replace(
        wanted=wanted, convert=convert, parse=parse, optional=True, from_json=from_json
    )


def union(members: Sequence[Converter]) -> Converter:
    """Return the converter that takes a value as the first member that accepts it."""

    def taken(value: Any, way: Way) -> Any:
        return _first(value, members, way)

    wanted = " or ".join(member.wanted for member in members)
    plural = " or ".join(member.plural for member in members)
    convert, parse, from_json = (partial(taken, way=way) for way in (VALUE, TEXT, JSON))
    return Converter(wanted, plural, convert, parse, from_json=from_json)


def _first(value: Any, members: Sequence[Converter], way: Way) -> Any:
    refused: list[Mismatch] = []
    for member in members:
        try:
            return way(member)(value)
        except Mismatch as mismatch:
            refused.append(mismatch)
    fitting = [mismatch for mismatch in refused if mismatch.found]
    if len(fitting) == 1 and way is not TEXT:
        raise fitting[0]  # a container of that member's kind, with something wrong in it
    raise Mismatch(hint=next((mismatch.hint for mismatch in refused if mismatch.hint), ""))


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _one_of(values: Sequence[Any]) -> str:
    if len(values) == 1:
        return show(values[0])
    return f"one of {', '.join(map(show, values))}"


def _hint(value: Any, values: Sequence[Any]) -> str:
    if not isinstance(value, str | float) and not is_integer(value):
        return f"write {_one_of(values)}"
    same = [choice for choice in values if _text(choice) == _text(value)]
    if same and isinstance(same[0], str):
        return f"put it in quotes: {{assign}}{show(same[0])}"
    if same:
        return f"drop the quotes: {{assign}}{show(same[0])}"
    near = nearest(str(value), [choice for choice in values if isinstance(choice, str)])
    return f"did you mean {{assign}}{show(near)}?" if near else f"write {_one_of(values)}"


def _text_hint(text: str, by_text: dict[str, Any]) -> str:
    if (bare := text.strip().strip("\"'")) in by_text:
        return f"drop the quotes and blanks: {bare}"
    near = nearest(bare, by_text)
    return f"did you mean {near}?" if near else f"write one of {', '.join(by_text)}"
