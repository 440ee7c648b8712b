"""Converters of single values: one function a type."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from .converter import Converter, Mismatch

if TYPE_CHECKING:
    from collections.abc import Callable

_T = TypeVar("_T")

_INTEGER = re.compile(r"[+-]?[0-9](?:_?[0-9])*")
_NUMBER = re.compile(
    r"[+-]?(?:[0-9](?:_?[0-9])*)?(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?|[+-]?(?:inf|nan)"
)
_WITH_UNIT = re.compile(r"\s*[+-]?[0-9](?:_?[0-9])*\s*[A-Za-z%]+\s*")
_BOOLEANS = {
    **dict.fromkeys(("true", "1", "yes", "on"), True),
    **dict.fromkeys(("false", "0", "no", "off"), False),
}
LEAST, GREATEST = -(2**63), 2**63 - 1
_MOST_CHARACTERS = 100
"""Far more than a number of 64 bits has, and far fewer than would take long to read."""


def string() -> Converter:
    """Return the converter of str."""

    def convert(value: Any) -> str:
        if isinstance(value, str):
            return value
        if isinstance(value, bool):
            raise Mismatch(hint=f'put it in quotes: {{assign}}"{str(value).lower()}"')
        if isinstance(value, int | float | date | time):
            raise Mismatch(hint=f'put it in quotes: {{assign}}"{_spelled(value)}"')
        raise Mismatch(hint='write one text in quotes: {assign}"..."')

    return Converter("a string", "strings", convert, _same, "text")


def integer(unit: str | None) -> Converter:
    """Return the converter of int, of at most 64 bits."""

    def convert(value: Any) -> int:
        if type(value) is int or (isinstance(value, int) and not isinstance(value, bool)):
            if LEAST <= value <= GREATEST:
                return value
            raise Mismatch("an integer of at most 64 bits", "write a smaller number")
        raise Mismatch(hint=_number_hint(value, _INTEGER, unit))

    def parse(text: str) -> int:
        stripped = text.strip()
        if not _INTEGER.fullmatch(stripped):
            raise Mismatch(hint=_text_number_hint(text, unit))
        if len(stripped) > _MOST_CHARACTERS:
            raise Mismatch("an integer of at most 64 bits", "write a smaller number")
        return convert(int(stripped))

    return Converter(_integer_wanted(unit), "integers", convert, parse, "ordered")


def floating(unit: str | None, *, allow_inf_nan: bool) -> Converter:
    """Return the converter of float; an integer will do."""

    def convert(value: Any) -> float:
        if isinstance(value, int | float) and not isinstance(value, bool):
            try:
                number = float(value)
            except OverflowError:
                raise Mismatch("a finite number", "write a smaller number") from None
            if allow_inf_nan or isfinite(number):
                return number
            raise Mismatch("a finite number", "write a number: neither nan nor inf means one here")
        raise Mismatch(hint=_number_hint(value, _NUMBER, unit))

    def parse(text: str) -> float:
        stripped = text.strip().lower()
        if not _NUMBER.fullmatch(stripped) or not re.search(r"[0-9fa]", stripped):
            raise Mismatch(hint=_text_number_hint(text, unit))
        try:
            number = float(stripped)
        except ValueError:
            raise Mismatch(hint=_text_number_hint(text, unit)) from None
        return convert(number)

    return Converter(number_wanted(unit), "numbers", convert, parse, "ordered")


def boolean() -> Converter:
    """Return the converter of bool."""

    def convert(value: Any) -> bool:
        if isinstance(value, bool):
            return value
        if isinstance(value, str) and value.strip().lower() in _BOOLEANS:
            meant = str(_BOOLEANS[value.strip().lower()]).lower()
            raise Mismatch(hint=f"drop the quotes: {{assign}}{meant}")
        if isinstance(value, int) and value in (0, 1):
            raise Mismatch(hint=f"write the word: {{assign}}{str(bool(value)).lower()}")
        raise Mismatch(hint="write {assign}true or {assign}false")

    def parse(text: str) -> bool:
        try:
            return _BOOLEANS[text.strip().lower()]
        except KeyError:
            raise Mismatch(hint="write true or false (1, 0, yes, no, on, off work too)") from None

    return Converter("true or false", "booleans", convert, parse, "flag")


def path() -> Converter:
    """Return the converter of Path, which stays as written."""

    def convert(value: Any) -> Path:
        if isinstance(value, Path):
            return value
        if isinstance(value, str):
            return parse(value)
        raise Mismatch(hint='write a path in quotes: {assign}"/etc/app/file"')

    def parse(text: str) -> Path:
        if not text or "\0" in text:
            raise Mismatch(hint="write the path of a file or folder")
        return Path(text)

    return Converter("a path", "paths", convert, parse)


def moment(type_: type[_T], wanted: str, plural: str, example: str) -> Converter:
    """Return the converter of ``date``, ``datetime`` or ``time``."""
    from_text: Callable[[str], _T] = type_.fromisoformat  # type: ignore[attr-defined]

    def convert(value: Any) -> _T:
        if type(value) is type_:
            return value
        if isinstance(value, str) and _reads(from_text, value):
            raise Mismatch(hint=f"drop the quotes: {{assign}}{value.strip()}")
        raise Mismatch(hint=f"write it so: {{assign}}{example}")

    def parse(text: str) -> _T:
        try:
            return from_text(text.strip())
        except ValueError:
            raise Mismatch(hint=f"write it so: {example}") from None

    def from_json(value: Any) -> _T:
        return parse(value) if isinstance(value, str) else convert(value)

    return Converter(wanted, plural, convert, parse, "ordered", from_json=from_json)


DATE = moment(date, "a date", "dates", "2026-01-31")
DATETIME = moment(datetime, "a date with time", "dates with time", "2026-01-31T12:00:00Z")
TIME = moment(time, "a time", "times", "12:00:00")


def is_integer(value: object) -> bool:
    """Tell whether a value is an integer, or a boolean, that 64 bits hold."""
    return isinstance(value, int) and LEAST <= value <= GREATEST


def number_wanted(unit: str | None) -> str:
    """Return ``a number`` with its unit."""
    if not unit:
        return "a number"
    return f"a number of {unit}" if unit.endswith("s") else f"a number ({unit})"


def _integer_wanted(unit: str | None) -> str:
    if not unit:
        return "an integer"
    return f"an integer number of {unit}" if unit.endswith("s") else f"an integer ({unit})"


def _spelled(value: object) -> str:
    """Return the text of a value; Python refuses to spell a number of thousands of digits."""
    try:
        return str(value)
    except ValueError:
        return "..."


def _same(text: str) -> str:
    return text


def _reads(read: Callable[[str], object], text: str) -> bool:
    try:
        read(text.strip())
    except ValueError:
        return False
    return True


def _number_hint(value: Any, form: re.Pattern[str], unit: str | None) -> str:
    match value:
        case bool():
            return "write a number, not true or false"
        case float() if value.is_integer() and abs(value) <= GREATEST:
            return f"drop the fraction: {{assign}}{int(value)}"
        case float():
            return f"write a whole number: {{assign}}{round(value) if isfinite(value) else 0}"
        case str() if value.strip() and form.fullmatch(value.strip()):
            return f"drop the quotes: {{assign}}{value.strip()}"
        case str() if _WITH_UNIT.fullmatch(value):
            return _bare_number_hint(value, unit, "{assign}")
        case list():
            return "write one number, not a list"
        case _:
            return "write a number without quotes"


def _text_number_hint(text: str, unit: str | None) -> str:
    if _WITH_UNIT.fullmatch(text):
        return _bare_number_hint(text, unit, "")
    return f"write a number{_of_unit(unit)} in digits"


def _bare_number_hint(text: str, unit: str | None, assign: str) -> str:
    """Return the number of the unit that a text such as ``24h`` means, where that can be told."""
    from .duration import amount_in  # noqa: PLC0415 - durations are made of numbers

    amount = amount_in(text.strip(), unit)
    if amount is None and text.strip().endswith("%"):
        amount = f"{float(text.strip().rstrip('% ').replace('_', '')) / 100:g}"
    such_as = f": {assign}{amount}" if amount else ""
    return f"write a bare number{_of_unit(unit)}{such_as}"


def _of_unit(unit: str | None) -> str:
    return f" of {unit}" if unit and unit.endswith("s") else ""
