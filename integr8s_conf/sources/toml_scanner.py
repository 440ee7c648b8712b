"""Reads where the keys of a TOML text stand, also of a text that is not quite TOML."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from .safe_file import DEEPEST

KeyPath = tuple[str | int, ...]


# No pattern goes back over what it has read (++ and *+), so each takes linear time.
_BLANK = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
_SPACE = re.compile(r"[ \t]*+")
_REST_OF_LINE = re.compile(r"[^\n]*+")
_QUOTED = r'"(?!"")[^"\\\n]*+(?:\\.[^"\\\n]*+)*+"'
_LITERAL = r"'(?!'')[^'\n]*+'"
_PLAIN_KEY = re.compile(r"[A-Za-z0-9_-]++(?=[ \t]*+[=\]])")
PART = re.compile(rf"[A-Za-z0-9_-]++|{_QUOTED}|{_LITERAL}")
TEXTS = (
    ('"""', re.compile(r'"""[^"\\]*+(?:(?:\\.|"(?!""))[^"\\]*+)*+"{3,5}', re.DOTALL)),
    ("'''", re.compile(r"'''[^']*+(?:'(?!'')[^']*+)*+'{3,5}")),
    ('"', re.compile(_QUOTED)),
    ("'", re.compile(_LITERAL)),
)
_WORD = re.compile(r"""[^\s,\]}\[{"'#=][^,\]}\n#=]*+""")
_FLAT_ITEMS = re.compile(rf"(?:[^\[\]{{}}\"'#=]++|{_QUOTED}|{_LITERAL}|#[^\n]*+|\{{[ \t]*+\}})*+")
_NO_COMMAS = re.compile(rf"{_QUOTED}|{_LITERAL}|#[^\n]*+")
_PLAIN_STATEMENT = re.compile(
    r"[ \t\r\n]*+(?:(?P<key>[A-Za-z0-9_-]++)[ \t]*+=[ \t]*+"
    rf"(?:{_QUOTED}|{_LITERAL}|[^\s,\]}}\[{{\"'#=][^,\]}}\n#=\[{{\"']*+)"
    r"|(?P<header>\[\[?)(?P<table>[A-Za-z0-9_-]++)(?P<end>\]\]?))"
    r"[ \t\r]*+(?:#[^\n]*+)?(?=\n|\Z)"
)


class Position(NamedTuple):
    """A key with its place: line and column count from 1."""

    path: KeyPath
    line: int
    column: int
    header: bool = False


class Statement(NamedTuple):
    """A line that sets a key or opens a table, with the lines that go on with it."""

    key: Position
    end: int
    """Its last line; its first one where ``broken``."""

    broken: bool
    """Whether it is not TOML."""


class Scan(NamedTuple):
    """What stands where in a text, as far as it is TOML."""

    positions: tuple[Position, ...]
    statements: tuple[Statement, ...]
    unclosed: Position | None
    """The quote that opens the first text which is not closed, with the key of the text."""


def scan_toml(text: str, *, to_first_break: bool = False) -> Scan:
    """Return what stands where in ``text``; no further than to what is not TOML, where so asked."""
    scanner = _Scanner(text)
    scanner.scan(to_first_break=to_first_break)
    return Scan(tuple(scanner.found), tuple(scanner.statements), scanner.unclosed)


class _BrokenError(Exception):
    """The statement is not TOML."""


@dataclass(slots=True)
class _Scanner:
    text: str
    at: int = 0
    table: KeyPath = ()
    found: list[Position] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    unclosed: Position | None = None
    counts: dict[KeyPath, int] = field(default_factory=dict)
    breaks: list[int] = field(default_factory=list)
    too_deep: bool = False

    def scan(self, *, to_first_break: bool) -> None:
        self.breaks = [match.start() for match in re.finditer("\n", self.text)]
        while not self.too_deep:
            self.plain_statements()
            if self.skip(_BLANK) >= len(self.text):
                return
            start, count = self.at, len(self.found)
            broken = False
            try:
                self.statement()
            except _BrokenError:
                broken = True
                if not self.too_deep:
                    self.at = start  # the line after the first one may be a sound statement
            if len(self.found) > count:
                key = self.found[count]
                end = key.line if broken else self.line(self.at - 1)
                self.statements.append(Statement(key, end, broken))
            if broken and to_first_break:
                return
            self.skip(_REST_OF_LINE)

    def plain_statements(self) -> None:
        """Take the lines with a simple key and value, or header: nearly all, so this is quick."""
        line = self.line(self.at)
        while plain := _PLAIN_STATEMENT.match(self.text, self.at):
            key, header, table, end = plain.groups()
            if header and len(header) != len(end):
                return
            start = plain.start("header" if header else "key")
            line += self.text.count("\n", self.at, start)
            column = start - self.text.rfind("\n", 0, start)
            path = self.opened((table,), of_array=header == "[[") if header else (*self.table, key)
            position = Position(path, line, column, bool(header))
            self.found.append(position)
            self.statements.append(Statement(position, line, broken=False))
            self.at = plain.end()
            if len(path) > DEEPEST:
                self.too_deep = True
                return

    def statement(self) -> None:
        if self.text[self.at] == "[":
            self.header()
        else:
            self.assignment(self.table)

    def header(self) -> None:
        start = self.at
        of_array = self.text.startswith("[[", self.at)
        self.at += 1 + of_array
        path = self.within_arrays(self.key())
        self.expect("]]" if of_array else "]")
        self.note(self.opened(path, of_array=of_array), start, header=True)

    def opened(self, path: KeyPath, *, of_array: bool) -> KeyPath:
        """Return the path of the table that a header opens: with its number, if it has one."""
        if of_array:
            number = self.counts.get(path, 0)
            self.counts[path] = number + 1
            path = (*path, number)
        self.table = path
        return path

    def within_arrays(self, path: KeyPath) -> KeyPath:
        """Return the path of a header with the numbers of the array items that it lies in."""
        full: KeyPath = ()
        for number, part in enumerate(path):
            full = (*full, part)
            if number < len(path) - 1 and full in self.counts:
                full = (*full, self.counts[full] - 1)
        return full

    def assignment(self, table: KeyPath) -> None:
        start = self.at
        path = (*table, *self.key())
        self.skip(_SPACE)
        if not self.text.startswith("=", self.at):
            raise _BrokenError
        self.note(path, start)
        self.at += 1
        self.value(path)

    def note(self, path: KeyPath, start: int, *, header: bool = False) -> None:
        self.found.append(self.position(path, start, header=header))
        if len(path) > DEEPEST:
            self.too_deep = True
            raise _BrokenError

    def position(self, path: KeyPath, start: int, *, header: bool = False) -> Position:
        column = start - self.text.rfind("\n", 0, start)
        return Position(path, self.line(start), column, header)

    def line(self, at: int) -> int:
        return bisect_right(self.breaks, at - 1) + 1

    def key(self) -> KeyPath:
        self.skip(_SPACE)
        start = self.at
        if self.skip_all(_PLAIN_KEY):
            return (self.text[start : self.at],)
        parts: list[str] = []
        while True:
            self.skip(_SPACE)
            part = PART.match(self.text, self.at)
            if part is None:
                raise _BrokenError
            self.at = part.end()
            parts.append(_name(part[0]))
            if len(parts) > DEEPEST:
                self.note(tuple(parts), start)
            self.skip(_SPACE)
            if not self.text.startswith(".", self.at):
                return tuple(parts)
            self.at += 1

    def value(self, path: KeyPath) -> None:
        self.skip(_SPACE)
        if len(path) > DEEPEST:
            self.note(path, self.at)
        match self.text[self.at : self.at + 1]:
            case '"' | "'":
                self.quoted(path)
            case "[":
                self.array(path)
            case "{":
                self.inline_table(path)
            case _ if not self.skip_all(_WORD):
                raise _BrokenError

    def quoted(self, path: KeyPath) -> None:
        for opening, pattern in TEXTS:
            if self.text.startswith(opening, self.at):
                if self.skip_all(pattern):
                    return
                self.unclosed = self.unclosed or self.position(path, self.at)
                raise _BrokenError

    def array(self, path: KeyPath) -> None:
        self.at += 1
        number = 0
        while True:
            start = self.at
            flat = self.text[start : self.skip(_FLAT_ITEMS)]
            number += _NO_COMMAS.sub("", flat).count(",")
            match self.text[self.at : self.at + 1]:
                case "]":
                    self.at += 1
                    return
                case "[" | "{" | '"' | "'":
                    self.value((*path, number))
                case _:
                    raise _BrokenError

    def inline_table(self, path: KeyPath) -> None:
        self.at += 1
        while self.skip(_BLANK) < len(self.text) and self.text[self.at] != "}":
            self.assignment(path)
            self.skip(_BLANK)
            if not self.text.startswith(",", self.at):
                break
            self.at += 1
        self.expect("}")

    def skip(self, pattern: re.Pattern[str]) -> int:
        self.skip_all(pattern)
        return self.at

    def skip_all(self, pattern: re.Pattern[str]) -> bool:
        found = pattern.match(self.text, self.at)
        if found is None:
            return False
        self.at = found.end()
        return True

    def expect(self, token: str) -> None:
        self.skip(_SPACE)
        if not self.text.startswith(token, self.at):
            raise _BrokenError
        self.at += len(token)


def _name(part: str) -> str:
    """Return the name that a part of a key spells, in quotes or without."""
    if part[0] not in "\"'":
        return part
    if part[0] == "'" or "\\" not in part:
        return part[1:-1]
    try:
        return next(iter(tomllib.loads(f"{part} = 0")))
    except tomllib.TOMLDecodeError:
        raise _BrokenError from None
