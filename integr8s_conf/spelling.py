"""The ways in which code may write a text: as it is, escaped, percent-encoded, on one line."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMED = {"\n": "n", "\r": "r", "\t": "t", "\b": "b", "\f": "f", "\v": "v", "\a": "a"}
_LAST_OF_ONE_BYTE, _LAST_OF_TWO_BYTES = 0xFF, 0xFFFF
_DEEPEST = 8
"""The most backslashes for one: each level of escaping, as in the repr of a repr, doubles them."""

_PARTS = re.compile(r"(\s+)|(\\+)|(.)", re.DOTALL)
_BEGUN = re.compile(r"(?:\\{1,8}[xuU]?[0-9A-Fa-f]{0,8}|%[0-9A-Fa-f]{0,2}){1,4}")
"""The beginning of the escapes of one character."""


def spellings(text: str) -> tuple[str, ...]:
    """Return regular expressions that match, one after another, a text however it is written.

    There is one for each character, but blanks and backslashes in a row have one together.
    """
    return tuple(_spelling(*found.groups(default="")) for found in _PARTS.finditer(text))


def _spelling(blanks: str, backslashes: str, char: str) -> str:
    if blanks:
        return f"(?:{''.join(map(_written, blanks))}| )"
    if backslashes:
        count = len(backslashes)
        return rf"(?:\\{{{count},{count * _DEEPEST}}}|{'(?i:%5c)' * count})"
    return _written(char)


@lru_cache(maxsize=1024)
def _written(char: str) -> str:
    """Return the regular expression of one character."""
    if char.isascii() and char.isalnum():
        return char
    ways = list(dict.fromkeys(_ways(char)))
    return f"(?:{'|'.join(ways)})"


def _ways(char: str) -> Iterator[str]:
    code, data = ord(char), char.encode(errors="surrogatepass")
    escape = rf"\\{{1,{_DEEPEST}}}"
    quoted = rf"\\{{0,{_DEEPEST}}}" if char in "'\"/" else ""
    yield _hexadecimal("%", data)  # before the character itself, which may be %
    yield f"{quoted}{re.escape(char)}"
    if char == " ":
        yield r"\+"
    if char in _NAMED:
        yield f"{escape}{_NAMED[char]}"
    if not (char.isascii() and char.isprintable()):
        yield f"(?i:{escape}u0*{code:04x})"
        yield _hexadecimal(f"{escape}x", data)
    if code > _LAST_OF_TWO_BYTES:
        pair = char.encode("utf-16-be").hex()
        yield f"(?i:{escape}u{pair[:4]}{escape}u{pair[4:]})"
    elif code <= _LAST_OF_ONE_BYTE:
        yield f"(?i:{escape}x{code:02x})"


def _hexadecimal(mark: str, data: bytes) -> str:
    """Return the regular expression of bytes in hexadecimal digits, each behind a mark."""
    return f"(?i:{''.join(f'{mark}{byte:02x}' for byte in data)})"


def reaches(parts: tuple[str, ...], text: str, start: int, least: int) -> bool:
    """Tell whether ``text``, from ``start`` to its end, begins what ``parts`` spell.

    At least ``least`` of them must be there; the text may end within the escape of one.
    """
    before = at = start
    for number, part in enumerate(parts):
        if at == len(text):
            return number >= least
        found = _compiled(part).match(text, at)
        if found is None:
            begun = _BEGUN.fullmatch(text, at) or _BEGUN.fullmatch(text, before)
            return number >= least and begun is not None
        before, at = at, found.end()
    return at == len(text)


@lru_cache(maxsize=1024)
def _compiled(part: str) -> re.Pattern[str]:
    return re.compile(part)
