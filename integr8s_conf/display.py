"""Values as texts for people: in errors, tables and explanations."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Any

from .secret import MASK, Secret, mask_user_info

LONGEST = 120


def show(value: Any, *, secret: bool = False) -> str:
    """Return ``value`` as TOML would write it, on one line, safe to print, secrets masked."""
    if secret or isinstance(value, Secret):
        return MASK
    return printable(_spell(value))


def show_short(value: Any, *, secret: bool = False) -> str:
    """Return the same as :func:`show`, cut to a length that fits an error."""
    text = show(value, secret=secret)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 3]}..."


def describe(value: Any) -> str:
    """Return the value with its kind: ``"45000" (a string)``."""
    return f"{show_short(value)} ({kind_of(value)})"


def kind_of(value: Any) -> str:
    """Return what TOML calls a value's type, with its article."""
    for type_, name in _KINDS:
        if isinstance(value, type_):
            return name
    return f"a {type(value).__name__}"


def printable(text: str) -> str:
    """Return ``text`` with URLs' passwords masked and control characters escaped."""
    text = mask_user_info(text)
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode() for char in text
    )


_KINDS: tuple[tuple[type, str], ...] = (
    (str, "a string"),
    (bool, "a boolean"),
    (int, "an integer"),
    (float, "a float"),
    (list, "a list"),
    (Mapping, "a table"),
    (datetime, "a date with time"),
    (date, "a date"),
    (time, "a time"),
    (type(None), "none"),
)


def _spell(value: Any) -> str:
    match value:
        case None:
            return "none"
        case bool():
            return "true" if value else "false"
        case Enum():
            return _spell(value.value)
        case Secret():
            return MASK
        case str():
            return json.dumps(value, ensure_ascii=False)
        case Mapping():
            pairs = (f"{key} = {_spell(item)}" for key, item in value.items())
            return f"{{ {', '.join(pairs)} }}" if value else "{}"
        case list() | tuple() | set() | frozenset():
            items = (
                sorted(map(_spell, value))
                if isinstance(value, set | frozenset)
                else map(_spell, value)
            )
            return f"[{', '.join(items)}]"
        case datetime() | date() | time():
            return value.isoformat()
        case timedelta():
            return f"{value.total_seconds():g}s"
        case int() | float():
            return repr(value)
        case _:
            return str(value)
