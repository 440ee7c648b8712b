"""What a line that is not TOML was probably meant to be: the first guess that its key accepts."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

from ..convert import Mismatch
from ..convert.duration import amount_in
from ..display import LONGEST, show

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..declare.declarations import Key

_LONGEST = 400
_ASSIGNMENT = re.compile(r"""\s*(?:export\s+)?["']?[A-Za-z0-9_-]+["']?\s*[=:]*\s*(.*?)\s*""")
_COMMENT = re.compile(r"\s+#.*")
_DIGITS = re.compile(r"([+-]?)0*([0-9][0-9_]*)")
_NUMBER = re.compile(r"([+-]?)0*([0-9][0-9_]*)?(?:[.,]([0-9]+))?\s*([A-Za-z]{1,12}|%)?")
_BARE_ITEM = re.compile(r"""(?<=[\[,])\s*([^\s"'\[\],]+)(?=\s*[\],])""")
_BETWEEN = re.compile(r"""(?<=["'])\s+(?=["'])""")
_QUOTES = "\"'`\u00b4\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb"
"""Straight quotes, and those of word processors."""

_WORDS = {
    **dict.fromkeys(("True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON"), "true"),
    **dict.fromkeys(("False", "FALSE", "no", "No", "NO", "off", "Off", "OFF"), "false"),
    **dict.fromkeys(("None", "none", "null", "NULL", "nil", "~"), '""'),
}


def repaired(line: str, key: Key) -> str | None:
    """Return advice with the line for ``key`` that was probably meant, if it can be told."""
    found = _ASSIGNMENT.fullmatch(line)
    if found is None or len(line) > _LONGEST:
        return None
    for advice, value in _guesses(found[1], key.setting.unit):
        if _accepts(key, value):
            meant = f"{key.name} = {value}"
            return f"{advice}: {meant}" if len(meant) <= LONGEST else advice
    return None


def _guesses(text: str, unit: str | None) -> Iterator[tuple[str, str]]:
    bare = text if text[:1] in ('"', "'") else _COMMENT.sub("", text)
    if word := _WORDS.get(bare.rstrip(",;")):
        yield "TOML writes it so", word
    yield "write it so", bare
    yield "drop what follows the value", bare.rstrip(",; ")
    for number in _numbers(bare.rstrip(",; "), unit):
        yield "write a bare number", number
    yield from _closed(bare)
    yield from _quoted(bare)


def _numbers(text: str, unit: str | None) -> Iterator[str]:
    """Yield the numbers that a text may mean: without its zeros in front, its unit, its comma."""
    found = _NUMBER.fullmatch(text)
    if found is None or not (found[2] or found[3]):
        return
    sign, whole, fraction, suffix = found.groups()
    number = f"{sign}{whole or '0'}{f'.{fraction}' if fraction else ''}"
    if suffix and (amount := amount_in(text, unit)):
        yield amount
    yield number
    if suffix == "%":
        yield f"{float(number) / 100:g}"


def _closed(text: str) -> Iterator[tuple[str, str]]:
    """Yield a list or inline table with the comma or the closing bracket that it lacks."""
    if text.startswith(("[", "{")):
        yield "put a comma between the items", _BETWEEN.sub(", ", text)
        yield "put each text in quotes", _BARE_ITEM.sub(r' "\1"', text)
        body = text.rstrip(", ")
        for end in ("]", '"]', "}", '"}'):
            yield f"close it with {end[-1]}", f"{body}{end}"


def _quoted(text: str) -> Iterator[tuple[str, str]]:
    inner = text.strip().rstrip(",;").strip(_QUOTES)
    if text.startswith(('"""', "'''", "[", "{")) or any(quote in inner for quote in "\"'\n"):
        return
    if "\\" in inner:
        yield "put it in single quotes, which leave a backslash alone", f"'{inner}'"
    elif text.startswith(('"', "'")):
        yield "close the quotes", show(inner)
    else:
        yield "put the text in quotes", show(inner)


def _accepts(key: Key, value: str) -> bool:
    """Tell whether ``value`` is TOML, and good for the key."""
    try:
        key.check.from_value(tomllib.loads(f"{key.name} = {value}")[key.name])
    except (ValueError, RecursionError, Mismatch):
        return False
    return True
