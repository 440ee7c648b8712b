"""What the types of a plugin's own are made of: a choice less is an upgrade to look at."""

from __future__ import annotations

import dataclasses
import typing
from enum import Enum
from typing import TYPE_CHECKING, Any

from ..convert.declared import unwrapped
from ..convert.records import required_names
from ..convert.type_text import type_text
from ..display import show

if TYPE_CHECKING:
    from collections.abc import Collection


def type_parts(annotation: Any) -> tuple[str, ...]:
    """Return for each Enum, dataclass and TypedDict in a type its values, or its fields.

    The type is one that the framework knows: what its fields name can be found.
    """
    found: dict[str, None] = {}
    pending = [annotation]
    while pending:
        one = unwrapped(pending.pop(0))
        if typing.get_origin(one) is typing.Literal:
            continue
        pending += typing.get_args(one)
        if isinstance(one, type) and (said := _made_of(one)) and said not in found:
            found[said] = None
            pending += _fields(one).values()
    return tuple(found)


def _made_of(type_: type[Any]) -> str:
    """Return the values or the fields of a type; nothing for one that has neither."""
    if issubclass(type_, Enum):
        return f"{type_.__name__} = {' | '.join(show(one.value) for one in type_)}"
    fields, required = _fields(type_), _required(type_)
    said = (
        f"{name}{'' if name in required else '?'}: {type_text(field)}"
        for name, field in fields.items()
    )
    return f"{type_.__name__} = {{ {', '.join(said)} }}" if fields else ""


def _fields(type_: type[Any]) -> dict[str, Any]:
    if typing.is_typeddict(type_):
        return typing.get_type_hints(type_)
    if not dataclasses.is_dataclass(type_):
        return {}
    types = typing.get_type_hints(type_)
    return {one.name: types[one.name] for one in dataclasses.fields(type_) if one.init}


def _required(type_: type[Any]) -> Collection[str]:
    if typing.is_typeddict(type_):
        return required_names(type_)
    missing = dataclasses.MISSING
    return [
        one.name
        for one in (dataclasses.fields(type_) if dataclasses.is_dataclass(type_) else ())
        if one.default is missing and one.default_factory is missing
    ]
