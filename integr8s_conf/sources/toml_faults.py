"""Finds every fault of a text that is not TOML, and what can be read around the faults."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .toml_positions import KeyPath, Position, key_positions

if TYPE_CHECKING:
    from collections.abc import Mapping

DEEPEST = 64
"""The most levels of nesting that a file may have."""

_MOST_FAULTS = 20
_LARGE = 64 * 1024
"""A text of more characters is searched for its first fault only: each search reads it anew."""

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_NAMES = re.compile(r"[A-Z][A-Z0-9_]*(?=[\"']?\s*[=:.\]])")
_TWICE = ("Cannot overwrite a value", "Cannot declare", "Duplicate inline table key")


@dataclass(frozen=True, slots=True)
class TomlFault:
    """Why a part of a text is not TOML: the reason, its place, and what to do."""

    reason: str
    line: int
    column: int
    hint: str = ""
    first: int | None = None
    """The line of the same key's first mention, where the fault is that it is there twice."""

    shown: bool = True
    """Whether the line is a line that can be shown."""


@dataclass(frozen=True, slots=True, repr=False)
class Recovered:
    """What could be read of a faulty text."""

    faults: tuple[TomlFault, ...]
    values: Mapping[str, Any] = field(default_factory=dict)
    unsure: frozenset[str] = frozenset()
    lost: bool = False


def too_deep(text: str) -> TomlFault | None:
    """Return the fault of a text that is nested too deep, if it is."""
    reason, hint = f"nesting deeper than {DEEPEST}", "flatten it"
    for position in key_positions(text):
        if len(position.path) > DEEPEST:
            return TomlFault(reason, position.line, position.column, hint, shown=False)
    return None


def recovered(text: str) -> Recovered:
    """Take the faulty lines out of ``text``, one after another, until the rest can be read."""
    lines = text.split("\n")
    faults: list[TomlFault] = []
    unsure: set[str] = set()
    while len(faults) < (_MOST_FAULTS if len(text) < _LARGE else 1):
        rest = "\n".join(lines)
        try:
            return Recovered(tuple(faults), tomllib.loads(rest), frozenset(unsure))
        except tomllib.TOMLDecodeError as error:
            fault, start, end = _fault(error, rest)
        except RecursionError:
            break
        faults.append(fault)
        for number in range(start, end + 1):
            unsure.update(_NAMES.findall(lines[number - 1]))
            lines[number - 1] = ""
    return Recovered(tuple(faults), unsure=frozenset(_NAMES.findall(text)), lost=True)


def _fault(error: tomllib.TOMLDecodeError, text: str) -> tuple[TomlFault, int, int]:
    """Return a fault, and the first and last line of what is to be taken out for it."""
    message = str(error)
    place = _PLACE.search(message)
    reason = message[: place.start()] if place else message
    statements = _statements(text)
    if place is None or place[1] is None or reason.startswith("Unclosed"):
        line = int(place[1]) if place and place[1] else text.count("\n") + 1
        open_one = _unclosed(text, [one for one in statements if one.line <= line])
        fault = TomlFault(_lower(reason), open_one.line, open_one.column)
        return fault, open_one.line, open_one.line
    line, column = int(place[1]), int(place[2])
    if reason.startswith(_TWICE):
        return _twice(reason, line, column, statements)
    before = [one.line for one in statements if one.line <= line]
    start = before[-1] if before else line
    return TomlFault(_lower(reason), line, column), start, line


def _statements(text: str) -> list[Position]:
    """Return the positions that start a line: those of keys within arrays and tables do not."""
    lines = text.split("\n")
    return [
        position
        for position in key_positions(text)
        if not isinstance(position.path[-1], int)
        and not lines[position.line - 1][: position.column - 1].strip()
    ]


def _unclosed(text: str, statements: list[Position]) -> Position:
    """Return the first statement with which the text cannot be read to its end any more."""
    lines = text.split("\n")

    def fails(number: int) -> bool:
        end = statements[number + 1].line - 1 if number + 1 < len(statements) else len(lines)
        try:
            tomllib.loads("\n".join(lines[:end]) + "\n")
        except (tomllib.TOMLDecodeError, RecursionError):
            return True
        return False

    if not statements:
        return Position((), len(lines), 1)
    found = bisect_left(range(len(statements)), True, key=fails)
    return statements[min(found, len(statements) - 1)]


def _twice(
    reason: str, line: int, column: int, statements: list[Position]
) -> tuple[TomlFault, int, int]:
    """Return the fault of a key or table that is there already; a table goes with all its keys."""
    there = [one for one in statements if one.line <= line]
    if not there:
        return TomlFault(_lower(reason), line, column), line, line
    second = there[-1]
    first = _first_of(second.path, [one for one in statements if one.line < second.line])
    name = ".".join(map(str, second.path))
    fault = TomlFault(
        f"{name} is there twice", second.line, second.column, "keep one of the two", first
    )
    if not second.header:
        return fault, second.line, line
    later = [one.line for one in statements if one.line > second.line]
    headers = [one.line for one in statements if one.line > second.line and one.header]
    return fault, second.line, headers[0] - 1 if headers else max([line, *later])


def _first_of(path: KeyPath, before: list[Position]) -> int | None:
    """Return the line of the first statement for the same key, or for one that it lies in."""
    for length in range(len(path), 0, -1):
        for position in before:
            if position.path[:length] == path[:length]:
                return position.line
    return None


def _lower(reason: str) -> str:
    return f"{reason[:1].lower()}{reason[1:]}"
