"""Values as texts for people: in errors, tables and explanations."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from math import isfinite
from pathlib import PurePath
from typing import Any

from .secret import MASK, Secret, escape_unprintable, mask_user_info

LONGEST = 120
_BARE = re.compile(r"[A-Za-z0-9_-]+")


def show(value: Any, *, secret: bool = False) -> str:
    """Return ``value`` as TOML would write it, on one line, safe to print, secrets masked.

    Of a value that has no spelling, such as an integer of thousands of digits, the kind is said.
    """
    if secret or isinstance(value, Secret):
        return MASK
    try:
        return printable(_spell(value))
    except Exception:  # noqa: BLE001 - an object's __str__ may raise anything; so do huge integers
        return kind_of(value)


def show_short(value: Any, *, secret: bool = False) -> str:
    """Return the same as :func:`show`, cut to a length that fits an error."""
    return cut(show(value, secret=secret), LONGEST)


def cut(text: str, most: int) -> str:
    """Return ``text``; where it has more than ``most`` characters, its beginning and dots."""
    return text if len(text) <= most else f"{text[: most - 3]}..."


def counted(number: int, what: str) -> str:
    """Return a number of things: ``1 key``, ``85 keys``."""
    return f"{number} {what}{'s' * (number != 1)}"


def describe(value: Any) -> str:
    """Return the value with its kind: ``"45000" (a string)``."""
    said, kind = show_short(value), kind_of(value)
    return kind if said == kind else f"{said} ({kind})"


def kind_of(value: Any) -> str:
    """Return what TOML calls a value's type, with its article."""
    for type_, name in _KINDS:
        if isinstance(value, type_):
            return name
    return f"a {type(value).__name__}"


def printable(text: str) -> str:
    """Return ``text`` with URLs' passwords masked and control characters escaped."""
    return escape_unprintable(mask_user_info(text))


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
        case Mapping():
            pairs = (f"{spell_name(str(key))} = {_spell(item)}" for key, item in value.items())
            return f"{{ {', '.join(pairs)} }}" if value else "{}"
        case list() | tuple() | set() | frozenset():
            return f"[{', '.join(map(_spell, in_order(value)))}]"
        case Enum():
            return _spell(value.value)
        case _ if is_record(value):
            return _spell(fields_of(value))
        case _:
            return _spell_single(value)


def _spell_single(value: Any) -> str:
    match value:
        case None:
            return "none"
        case bool():
            return "true" if value else "false"
        case Secret():
            return MASK
        case str() | PurePath():
            return json.dumps(str(value), ensure_ascii=False)
        case date() | time():
            return value.isoformat()
        case timedelta():
            return f"{value.total_seconds():.6f}".rstrip("0").rstrip(".") + "s"
        case int() | float():
            return repr(value)
        case _:
            return str(value)


def spell_name(name: str) -> str:
    """Return a key of a table as TOML writes it: in quotes where it is no bare one."""
    return name if _BARE.fullmatch(name) else json.dumps(name, ensure_ascii=False)


def plain(value: Any, mask: Callable[[str], str] = mask_user_info) -> Any:
    """Return ``value`` as JSON, TOML and YAML can hold it, secrets masked, and every text by mask.

    As they stand, URLs' passwords are masked; ``mask=str`` leaves them.
    """
    match value:
        case Mapping():
            return {mask(str(name)): plain(part, mask) for name, part in value.items()}
        case list() | tuple() | set() | frozenset():
            return [plain(part, mask) for part in in_order(value)]
        case Enum():
            return plain(value.value, mask)
        case _ if is_record(value):
            return plain(fields_of(value), mask)
        case _:
            return _plain_single(value, mask)


def _plain_single(value: Any, mask: Callable[[str], str]) -> Any:
    match value:
        case Secret():
            return MASK
        case str() | PurePath():
            return mask(str(value))
        case float():
            return value if isfinite(value) else repr(value)
        case None | bool() | int():
            return value
        case date() | time():
            return value.isoformat()
        case _:
            return show(value)


def without_user_info(value: Any) -> Any:
    """Return ``value`` with the user and password of every URL in it masked, however deep."""
    if isinstance(value, str):
        masked = mask_user_info(value)
        return value if masked == value else masked
    if isinstance(value, Mapping):
        return {without_user_info(name): without_user_info(part) for name, part in value.items()}
    if isinstance(value, list):
        return [without_user_info(part) for part in value]
    if type(value) in (tuple, set, frozenset):
        return type(value)(map(without_user_info, value))
    return _record_without_user_info(value) if is_record(value) else value


def _record_without_user_info(record: Any) -> Any:
    parts = fields_of(record)
    masked = {name: without_user_info(part) for name, part in parts.items()}
    if masked == parts:
        return record
    copied = copy.copy(record)
    for name, part in masked.items():
        object.__setattr__(copied, name, part)
    return copied


def in_order(items: Iterable[Any]) -> Iterable[Any]:
    """Return ``items``, those of a set sorted: the same order in every process."""
    return sorted(items, key=_rank) if isinstance(items, set | frozenset) else items


def _rank(part: Any) -> tuple[str, Any, str]:
    """Return what sorts the parts of a set, whatever their types: numbers count as numbers."""
    simple = isinstance(part, int | float | str)
    return str(type(part)), part if simple else 0, str(part)


def is_record(value: Any) -> bool:
    """Tell whether ``value`` is an instance of a dataclass."""
    return is_dataclass(value) and not isinstance(value, type)


def fields_of(record: Any) -> dict[str, Any]:
    """Return the fields of a dataclass instance with their values, as far as they have any."""
    names = [part.name for part in fields(record) if hasattr(record, part.name)]
    return {name: getattr(record, name) for name in names}
