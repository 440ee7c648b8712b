"""Lists, tables and records with one wrong item, name or field, or of a wrong length."""

from __future__ import annotations

import operator
import typing
from collections.abc import Callable, Collection, Iterator, Mapping, Set
from functools import partial
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from .type_values import fields_of, is_fixed, type_values

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from ...declare.section import Setting

ForType = Callable[[Any], "SearchStrategy[Any]"]
Faults = Iterator[tuple[str, "SearchStrategy[Any]"]]


def wrong_lengths(annotation: Any, limits: Setting) -> Faults:
    """Yield containers of too few and of too many items, each with its fault."""
    kind, parts = typing.get_origin(annotation) or annotation, typing.get_args(annotation)
    if not _is_container(kind) or is_fixed(kind, parts):
        return
    least, most = limits.min_length, limits.max_length
    if least is not None and least > 0:
        yield "too few items", type_values(annotation, limits._replace(**_lengths(0, least - 1)))
    if most is not None:
        yield "too many items", type_values(annotation, limits._replace(**_lengths(most + 1)))


def _lengths(least: int, most: int | None = None) -> dict[str, Any]:
    return {"min_length": least, "max_length": least if most is None else most}


def wrong_parts(annotation: Any, limits: Setting, good: ForType, wrong: ForType) -> Faults:
    """Yield containers and records that hold something wrong, each with its fault.

    ``good`` and ``wrong`` return the values of the type of a part.
    """
    if fields := fields_of(annotation):
        yield from _wrong_fields(*fields, type_values(annotation, limits), wrong)
        return
    kind, parts = typing.get_origin(annotation) or annotation, typing.get_args(annotation)
    if not _is_container(kind):
        return
    whole = type_values(annotation, limits)
    if is_fixed(kind, parts):
        yield "an item too many", st.builds(_with_item, whole, good(parts[0]))
        yield "an item too few", whole.map(lambda items: items[:-1])
        first = st.tuples(wrong(parts[0]), *map(good, parts[1:]))
        yield "a wrong item", first.map(list)
    elif issubclass(kind, Mapping):
        part = parts[1] if parts else Any
        wrong_item = st.dictionaries(st.text(), wrong(part), min_size=1, max_size=1)
        yield "a wrong item", st.builds(operator.or_, whole, wrong_item)
        named = st.dictionaries(st.integers(), good(part), min_size=1, max_size=1)
        yield "a name that is no text", st.builds(operator.or_, whole, named)
    else:
        yield "a wrong item", st.builds(_with_item, whole, wrong(parts[0] if parts else Any))


def _with_item(items: list[Any], item: Any) -> list[Any]:
    return [*items, item]


def _is_container(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Collection) and kind is not str


def _wrong_fields(
    hints: Mapping[str, Any],
    required: Set[str],
    whole: SearchStrategy[Any],
    wrong: ForType,
) -> Faults:
    yield "an unknown field", whole.map(lambda table: {**table, "no_such_field": 1})
    for name in sorted(required):
        yield f"no field {name}", whole.map(partial(_without, name))
    for name, hint in hints.items():
        part = st.tuples(st.just(name), wrong(hint)).map(lambda pair: dict([pair]))
        yield f"a wrong field {name}", st.builds(operator.or_, whole, part)


def _without(name: str, table: Mapping[str, Any]) -> dict[str, Any]:
    return {other: value for other, value in table.items() if other != name}
