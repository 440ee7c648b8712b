"""Finds where a fault of a TOML text starts, and how far the statement goes that it is in."""

from __future__ import annotations

import re
from typing import NamedTuple

from .toml_reasons import Message, in_words
from .toml_scanner import KeyPath, Position, Scan, Statement

_TWICE = ("Cannot overwrite a value", "Cannot declare", "Cannot redefine", "Cannot mutate")
_OPENING = re.compile(r"""[^=]*=\s*(\[|\{|\"{3}|'{3})""")
_STATEMENT = re.compile(r"""\s*(?:\[|(?:[A-Za-z0-9_.-]+|"[^"]*"|'[^']*')\s*=)""")
_TOP_LEVEL = re.compile(r"\[|[A-Z][A-Z0-9_]*\s*=")
_BRACKETS = {"[": ("a list", "bracket", "]"), "{": ("an inline table", "brace", "}")}


class TomlFault(NamedTuple):
    """Why a part of a text is not TOML: what is wrong, its place, what is wanted, what to do."""

    found: str
    line: int
    column: int
    wanted: str = "TOML"
    hint: str = ""
    start: int = 0
    """The line where the faulty statement starts."""

    around: str = ""
    """The name of the key that stands before it, and may go on to it."""

    key: str | None = None
    """The key at the top level that is there twice."""

    first: int | None = None
    """The line of the same key's first mention, where the fault is that it is there twice."""

    shown: bool = True
    """Whether the line is a line that can be shown."""


def find_fault(message: Message, lines: list[str], scan: Scan) -> tuple[TomlFault, int]:
    """Return a fault, and the last line of what is to be taken out for it.

    Args:
        message: What the parser says of the text.
        lines: The text.
        scan: What stands where in it, up to the fault.
    """
    line = min(message.line or len(lines), len(lines))
    if message.is_of_an_open_text:
        return _open_text(message, scan, lines)
    column = message.column or len(lines[line - 1]) + 1
    before = [one for one in scan.statements if one.key.line <= line]
    if before and message.text.startswith(_TWICE):
        return _twice(message, scan, before, lines)
    if opened := _left_open(message, line, column, before, lines):
        return opened
    found, wanted, hint = in_words(message, lines[line - 1][column - 1 : column])
    start, end = _extent(line, before, lines)
    if message.text.startswith("Invalid initial") and column > len(lines[line - 1].rstrip()):
        return _broken_table(line, column, start, lines)
    if message.is_of_an_escape:
        column = lines[line - 1].rfind("\\", 0, column - 1) + 1 or column
    if message.is_of_an_open_bracket:
        found, wanted = "no comma and no closing bracket", "a comma between all items"
        hint = "put a comma in front of it" if start < line else ""
    return TomlFault(found, line, column, wanted, hint, start), end


def _extent(line: int, before: list[Statement], lines: list[str]) -> tuple[int, int]:
    """Return the first and last line of the statement that a faulty line belongs to."""
    if not before:
        return line, line
    last = before[-1]
    if not last.broken:
        return (last.key.line, last.end) if line <= last.end else (line, line)
    opening = _OPENING.match(lines[last.key.line - 1])
    if opening is None and line > last.key.line:
        return line, line
    return last.key.line, _last_line(line, lines) if opening else line


def _last_line(line: int, lines: list[str]) -> int:
    """Return the last line of a broken list or table: up to a blank line or a new statement."""
    while line < len(lines) and lines[line].strip() and not _STATEMENT.match(lines[line]):
        line += 1
    return line


def _broken_table(line: int, column: int, start: int, lines: list[str]) -> tuple[TomlFault, int]:
    """Return the fault of an inline table with a line break in it."""
    found, wanted = "a line break in an inline table", "an inline table on one line"
    closing = (number for number, text in enumerate(lines, 1) if text.lstrip().startswith("}"))
    end = next((number for number in closing if number > line), line)
    if any(map(_TOP_LEVEL.match, lines[line : end - 1])):
        end = line
    fault = TomlFault(found, line, column, wanted, "write it so: KEY = { name = 1 }", start)
    return fault, end


def _left_open(
    message: Message, line: int, column: int, before: list[Statement], lines: list[str]
) -> tuple[TomlFault, int] | None:
    """Return the fault of a list or table that runs into the next statement, or off the end."""
    if not (message.is_of_an_open_bracket or message.text.startswith("Invalid value")):
        return None
    text = lines[line - 1]
    at_start = not text[: column - 1].strip() and bool(_STATEMENT.match(text))
    if message.line is not None and not at_start:
        return None
    if not before or not before[-1].broken:
        return None
    start = before[-1].key.line
    opening = _OPENING.match(lines[start - 1])
    if opening is None or opening[1] not in _BRACKETS:
        return None
    what, closing, end = _BRACKETS[opening[1]]
    last = line - 1 if at_start else line
    filled = max(number for number in range(start, last + 1) if lines[number - 1].strip())
    hint = f"put {end} behind its last item, in line {filled}" if filled > start else ""
    found, wanted = f"{what} that is not closed", f"a closing {closing} {end}"
    return TomlFault(found, start, opening.start(1) + 1, wanted, hint, start), last


def _open_text(message: Message, scan: Scan, lines: list[str]) -> tuple[TomlFault, int]:
    """Return the fault of a text whose quotes are not closed."""
    last = len(lines)
    quote = scan.unclosed or Position((), message.line or last, message.column or 1)
    start = max((one.key.line for one in scan.statements if one.key.line <= quote.line), default=1)
    found, wanted, hint = in_words(message, "")
    # Whatever follows three quotes is part of the text, be it a secret's.
    many = lines[quote.line - 1][quote.column - 1 :].startswith(('"""', "'''"))
    opening = _OPENING.match(lines[start - 1])
    end = quote.line
    if many:
        end = last
    elif opening and opening[1] in _BRACKETS:
        end = _last_line(quote.line, lines)
    return TomlFault(found, quote.line, quote.column, wanted, hint, start), end


def _twice(
    message: Message, scan: Scan, before: list[Statement], lines: list[str]
) -> tuple[TomlFault, int]:
    """Return the fault of a key or table that is there already; a table goes with all its keys."""
    *others, statement = before
    second = statement.key
    name = ".".join(str(part) for part in second.path if isinstance(part, str))
    what = f"the table [{name}]" if second.header else name
    found, wanted, hint = f"{what} is there twice", "each key once", "keep one of the two"
    if message.text.startswith("Cannot mutate"):
        found, wanted = f"{what} adds to what is complete", "a table in one place"
        hint = "write it into the first one"
    first = _first_of(second.path, [one.key for one in others])
    key = str(second.path[0]) if len(second.path) == 1 else None
    fault = TomlFault(
        found, second.line, second.column, wanted, hint, second.line, key=key, first=first
    )
    if not second.header:
        return fault, max(message.line or second.line, statement.end)
    later = (one.key.line for one in scan.statements[len(before) :] if one.key.header)
    return fault, next(later, len(lines) + 1) - 1


def _first_of(path: KeyPath, before: list[Position]) -> int | None:
    """Return the line of the first statement for the same key, or for one that it lies in."""
    for length in range(len(path), 0, -1):
        for position in before:
            if position.path[:length] == path[:length]:
                return position.line
    return None
