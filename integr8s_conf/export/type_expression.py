"""A declared type as a type checker reads it in a stub: every name with its module."""

from __future__ import annotations

import operator
import sys
import types
import typing
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple

from ..convert import UNIONS
from ..convert.declared import unwrapped

if TYPE_CHECKING:
    from collections.abc import Iterable


class TypeExpression(NamedTuple):
    """A type's text, and the modules that it names."""

    text: str
    modules: frozenset[str] = frozenset()


_ANY = TypeExpression("Any")
_SPECIAL = {
    Any: _ANY,
    None: TypeExpression("None"),
    types.NoneType: TypeExpression("None"),
    Ellipsis: TypeExpression("..."),
}


def type_expression(annotation: Any) -> TypeExpression:
    """Return the expression of a type; ``Any`` for what cannot be imported, as local classes."""
    for special, expression in _SPECIAL.items():
        if annotation is special:
            return expression
    if named := _named(annotation):
        return named
    if (inner := unwrapped(annotation)) is not annotation:
        return type_expression(inner)
    origin, parts = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Literal:
        return _literal(parts)
    if origin in UNIONS:
        return _joined(" | ", map(type_expression, parts))
    outer = _named(origin)
    if outer is None or any(isinstance(part, list) for part in parts):
        return _ANY  # a list holds the parameters of a function
    inside = _joined(", ", map(type_expression, parts))
    return _joined("", (outer, inside._replace(text=f"[{inside.text or '()'}]")))


def _named(annotation: Any) -> TypeExpression | None:
    """Return the name by which a type can be imported, with its module; None where it has none."""
    name = getattr(annotation, "__qualname__", getattr(annotation, "__name__", None))
    written = getattr(annotation, "__module__", None)
    if not isinstance(name, str) or not isinstance(written, str) or written == "__main__":
        return None
    if written == "builtins":
        return TypeExpression(name) if isinstance(annotation, type) else None
    # What a private module of a package holds is meant to be imported from the package.
    for module in (written.partition("._")[0], written):
        try:
            found = operator.attrgetter(name)(sys.modules[module])
        except (AttributeError, KeyError):
            continue
        if found is annotation:
            return TypeExpression(f"{module}.{name}", frozenset({module}))
    return None


def _literal(parts: Iterable[Any]) -> TypeExpression:
    choices = [_choice(part) for part in parts]
    if _ANY in choices:
        return _ANY
    inside = _joined(", ", choices)
    return inside._replace(text=f"Literal[{inside.text}]")


def _choice(value: Any) -> TypeExpression:
    if not isinstance(value, Enum):
        return TypeExpression(repr(value))
    type_ = _named(type(value))
    return type_._replace(text=f"{type_.text}.{value.name}") if type_ else _ANY


def _joined(separator: str, parts: Iterable[TypeExpression]) -> TypeExpression:
    parts = tuple(parts)
    text = separator.join(part.text for part in parts)
    return TypeExpression(text, frozenset().union(*(part.modules for part in parts)))
