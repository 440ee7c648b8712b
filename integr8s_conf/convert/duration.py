"""The converter of timedelta: a number of the declared unit, or text such as 30s or PT30S."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

from .converter import Converter, Mismatch, UnsupportedTypeError
from .scalars import number_wanted

UNITS = ("microseconds", "milliseconds", "seconds", "minutes", "hours", "days", "weeks")

_SHORT = {"us": 0, "ms": 1, "s": 2, "sec": 2, "m": 3, "min": 3, "h": 4, "d": 5, "w": 6}
_NUMBER = r"[0-9]+(?:\.[0-9]+)?"
_PLAIN = re.compile(rf"[+-]?{_NUMBER}")
_WORDS = re.compile(rf"({_NUMBER})\s*([a-z]+)\s*")
_ISO = re.compile(
    rf"P(?:({_NUMBER})W)?(?:({_NUMBER})D)?"
    rf"(?:T(?:({_NUMBER})H)?(?:({_NUMBER})M)?(?:({_NUMBER})S)?)?"
)
_ISO_UNITS = ("weeks", "days", "hours", "minutes", "seconds")


def duration(unit: str | None) -> Converter:
    """Return the converter of timedelta, whose numbers are of ``unit``; seconds without one."""
    unit = unit or "seconds"
    if unit not in UNITS:
        raise UnsupportedTypeError(f"a timedelta's unit is one of {', '.join(UNITS)}, not {unit!r}")

    def convert(value: Any) -> timedelta:
        if isinstance(value, timedelta):
            return value
        if isinstance(value, str):
            return parse(value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return _timedelta({unit: value})
        raise Mismatch(hint='write a number of the unit, or {assign}"30s"')

    def parse(text: str) -> timedelta:
        stripped = text.strip()
        if _PLAIN.fullmatch(stripped):
            return _timedelta({unit: float(stripped)})
        return _timedelta(_parts(stripped))

    wanted = f"{number_wanted(unit)} or a duration such as 30s or PT30S"
    return Converter(wanted, "durations", convert, parse, "ordered")


def amount_in(text: str, unit: str | None) -> str | None:
    """Return the number of ``unit`` that a duration such as ``24h`` is; None where it is none."""
    if unit not in UNITS:
        return None
    try:
        amount = duration(unit).parse(text.replace("_", "")) / timedelta(**{unit: 1})
    except Mismatch:
        return None
    return str(int(amount)) if amount == int(amount) else f"{amount:g}"


def _parts(text: str) -> dict[str, float]:
    if (iso := _ISO.fullmatch(text)) and any(iso.groups()) and not text.endswith("T"):
        return {
            unit: float(part) for unit, part in zip(_ISO_UNITS, iso.groups(), strict=True) if part
        }
    parts: dict[str, float] = {}
    position = 0
    for word in _WORDS.finditer(text.lower()):
        unit = _unit(word[2])
        if word.start() != position or unit is None or unit in parts:
            break
        parts[unit] = float(word[1])
        position = word.end()
    if not parts or position != len(text):
        raise Mismatch(hint="write a duration such as 30s, 5m, 1h30m, 500ms or PT30S")
    return parts


def _unit(word: str) -> str | None:
    if word in _SHORT:
        return UNITS[_SHORT[word]]
    plural = word if word.endswith("s") else f"{word}s"
    return plural if plural in UNITS else None


def _timedelta(parts: dict[str, float]) -> timedelta:
    try:
        return timedelta(**parts)
    except (OverflowError, ValueError):
        raise Mismatch("a duration that a timedelta can hold", "write a shorter duration") from None
