"""A declared type as people read it: ``str | None``, ``list[int]``, ``"earliest" | "latest"``."""

from __future__ import annotations

import types
import typing
from enum import Enum
from typing import Any

from ..display import show
from .declared import UNIONS, unwrapped


def type_text(annotation: Any) -> str:
    """Return the spelling of a type, without the modules that its parts come from."""
    annotation = unwrapped(annotation)
    origin, parts = typing.get_origin(annotation), typing.get_args(annotation)
    if annotation in (None, types.NoneType):
        return "None"
    if origin is typing.Literal:
        return " | ".join(map(_choice, parts))
    if origin in UNIONS:
        return " | ".join(map(type_text, parts))
    if annotation is Ellipsis:
        return "..."
    name = getattr(origin or annotation, "__name__", str(annotation))
    return f"{name}[{', '.join(map(type_text, parts))}]" if parts else name


def _choice(value: Any) -> str:
    if value is None:
        return "None"
    return show(value.value if isinstance(value, Enum) else value)
