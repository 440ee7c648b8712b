"""Whether two values are the same to code that reads them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any, Literal

from ..display import fields_of, is_record
from ..secret import Secret

Differing = Literal["value", "type"]

_COUNTED: tuple[type, ...] = (list, dict)
"""Types whose subclasses count as themselves: ours are frozen, dynaconf's have attributes."""


def differing(one: Any, other: Any) -> Differing | None:
    """Return how two values differ, however deep; that one of them is none is no other type."""
    if one is None or other is None:
        return None if one is other else "value"
    if type_said(one) != type_said(other):
        return "type"
    if isinstance(one, Mapping):
        return _parts_differing(dict(one), dict(other))
    if isinstance(one, list | tuple):
        return _parts_differing(dict(enumerate(one)), dict(enumerate(other)))
    if is_record(one):
        return _parts_differing(fields_of(one), fields_of(other))
    return None if _same(one, other) else "value"


def type_said(value: object) -> str:
    """Return the type that a value counts as, by its full name.

    A module that was imported anew has classes of its own, so the name is what counts.
    """
    cls = str if isinstance(value, Secret) else type(value)
    cls = next((one for one in _COUNTED if issubclass(cls, one)), cls)
    name = cls.__qualname__
    module = cls.__module__.partition("._")[0]  # users know pathlib, and no pathlib._local
    return name if module == "builtins" else f"{module}.{name}"


def _parts_differing(one: Mapping[Any, Any], other: Mapping[Any, Any]) -> Differing | None:
    if one.keys() != other.keys():
        return "value"
    found = {differing(part, other[name]) for name, part in one.items()}
    return "type" if "type" in found else "value" if "value" in found else None


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, float):
        return repr(one) == repr(other)  # NaN is the same as itself, -0.0 is not 0.0
    if isinstance(one, Enum):
        return bool(one.name == other.name)
    try:
        return bool(one == other)
    except Exception:  # noqa: BLE001 - an author's type may raise anything
        return False
