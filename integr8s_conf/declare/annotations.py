"""The types that stand beside the keys of a section, resolved one by one where need be."""

from __future__ import annotations

import inspect
import sys
import typing
from typing import TYPE_CHECKING, Any

from ..raised import raised

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .section import Section


def types_of(section: type[Section]) -> tuple[dict[str, Any], dict[str, str]]:
    """Return the annotations of a section class, inherited ones first, and what is wrong.

    The second dict says by name why an annotation cannot be read; the others are not lost by it.
    """
    try:
        return typing.get_type_hints(section, include_extras=True), {}
    except (Exception, SystemExit):  # noqa: BLE001 - an author's annotation may raise anything
        return _one_by_one(section)


def _one_by_one(section: type[Section]) -> tuple[dict[str, Any], dict[str, str]]:
    types: dict[str, Any] = {}
    faults: dict[str, str] = {}
    for cls, name, annotation in _written(section):
        alone = type(cls.__name__, (), {"__annotations__": {name: annotation}})
        scope = vars(sys.modules[cls.__module__]) if cls.__module__ in sys.modules else {}
        try:
            hints = typing.get_type_hints(alone, scope, dict(vars(cls)), include_extras=True)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - an author's annotation may raise anything
            written = str(annotation).strip("'\"")
            faults[name] = f"the type {written}, which raised {raised(error)}"
        else:
            types[name] = hints[name]
    return types, faults


def _written(section: type[Section]) -> Iterator[tuple[type, str, Any]]:
    for cls in reversed(section.__mro__):
        for name, annotation in inspect.get_annotations(cls).items():
            yield cls, name, annotation


def is_class_variable(annotation: Any) -> bool:
    """Tell whether an annotation says that its name is no key."""
    return annotation is typing.ClassVar or typing.get_origin(annotation) is typing.ClassVar
