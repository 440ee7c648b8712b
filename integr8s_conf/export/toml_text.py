"""Values as TOML: lines that read back as the value, whatever its type."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Any

from ..convert.scalars import is_integer
from ..display import fields_of, in_order, is_record, kind_of
from ..secret import MASK, Secret

_SECOND, _MICROSECOND = timedelta(seconds=1), timedelta(microseconds=1)
_BEYOND_16_BITS = 0x10000


def toml_line(key: str, value: Any, *, unit: str | None = None) -> str:
    """Return the line ``KEY = value`` of TOML 1.0, whose value reads back as the key's.

    None is ``""``, which is how a layer says none. A secret is masked. ``unit`` is the key's: that
    of the number by which a negative duration is written.
    """
    return f"{_name(key)} = {_spelled(toml_value(value, unit))}"


def toml_value(value: Any, unit: str | None = None) -> Any:
    """Return ``value`` of types that TOML has: what its line reads back as."""
    match value:
        case Mapping():
            return {_text(name): toml_value(part, unit) for name, part in value.items()}
        case list() | tuple() | set() | frozenset():
            return [toml_value(part, unit) for part in in_order(value)]
        case Enum():
            return toml_value(value.value, unit)
        case _ if is_record(value):
            return toml_value(fields_of(value))
        case _:
            return _single(value, unit)


def _single(value: Any, unit: str | None) -> Any:
    match value:
        case None:
            return ""
        case Secret():
            return MASK
        case timedelta():
            return _duration(value, unit)
        case float():
            return value
        case int() if is_integer(value):
            return value
        case date() | time() if _is_of_toml(value):
            return value
        case _:
            return _text(value)


def _duration(value: timedelta, unit: str | None) -> str | float:
    """Return a duration as text; a negative one, which has none, as a number of its unit."""
    if value < timedelta():
        return value / timedelta(**{unit or "seconds": 1})
    seconds, rest = divmod(value, _SECOND)
    return f"{seconds}s{rest // _MICROSECOND}us" if rest else f"{seconds}s"


def _is_of_toml(value: date | time) -> bool:
    """Tell whether TOML can say it: a zone goes with a date alone, and has whole minutes."""
    if isinstance(value, time):
        return value.tzinfo is None
    offset = value.utcoffset() if isinstance(value, datetime) else None
    return offset is None or offset % timedelta(minutes=1) == timedelta()


def _text(value: Any) -> str:
    """Return the text of an object; its kind where it has none, or one that is too long."""
    try:
        text = str(value)
    except Exception:  # noqa: BLE001 - an object's __str__ may raise anything; so do huge integers
        return kind_of(value)
    return text if text.isascii() else text.encode(errors="replace").decode()


def _spelled(value: Any) -> str:
    import tomlkit

    match value:
        case dict():
            pairs = (f"{_name(name)} = {_spelled(part)}" for name, part in value.items())
            return f"{{ {', '.join(pairs)} }}" if value else "{}"
        case list():
            return f"[{', '.join(map(_spelled, value))}]"
        case _:
            return _printable(tomlkit.item(value).as_string())


def _name(name: str) -> str:
    from tomlkit.items import SingleKey

    return _printable(SingleKey(name).as_string())


def _printable(spelled: str) -> str:
    """Return a spelling with the characters escaped that tomlkit leaves and a terminal would obey.

    They stand within quotes: nothing else of TOML is unprintable.
    """
    if spelled.isprintable():
        return spelled
    return "".join(char if char.isprintable() else _escaped(ord(char)) for char in spelled)


def _escaped(code: int) -> str:
    return f"\\u{code:04x}" if code < _BEYOND_16_BITS else f"\\U{code:08x}"
