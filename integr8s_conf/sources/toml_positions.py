"""Where each key of a TOML text stands; found only when an error or an explanation needs it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache

KeyPath = tuple[str | int, ...]

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_PART = re.compile(r"""[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'""")
_TEXTS = (
    (re.compile(r'"""(?:[^\\]|\\.)*?"""+', re.DOTALL), '"""'),
    (re.compile(r"'''.*?'''+", re.DOTALL), "'''"),
    (re.compile(r'"(?:[^"\\\n]|\\.)*"'), '"'),
    (re.compile(r"'[^'\n]*'"), "'"),
)
_WORD = re.compile(r"[^,\]}\n#]*")
_REST_OF_LINE = re.compile(r"[^\n]*")
_DEEPEST = 100


@dataclass(frozen=True, slots=True)
class Position:
    """A key with its place: line and column count from 1."""

    path: KeyPath
    line: int
    column: int
    header: bool = False


@lru_cache(maxsize=8)
def key_positions(text: str) -> tuple[Position, ...]:
    """Return every key of a TOML text in its order, also of a text that is not quite TOML."""
    return tuple(_Scanner(text).scan())


def line_of(text: str, path: KeyPath) -> int | None:
    """Return the line of the innermost key of ``path`` that the text has."""
    for length in range(len(path), 0, -1):
        for position in key_positions(text):
            if position.path == path[:length]:
                return position.line
    return None


class _Broken(Exception):
    """The text is not TOML from here to the end of the line."""


@dataclass(slots=True)
class _Scanner:
    text: str
    at: int = 0
    table: KeyPath = ()
    found: list[Position] = field(default_factory=list)
    counts: dict[KeyPath, int] = field(default_factory=dict)
    breaks: list[int] = field(default_factory=list)

    def scan(self) -> list[Position]:
        self.breaks = [match.start() for match in re.finditer("\n", self.text)]
        while self.skip(_BLANK) < len(self.text):
            try:
                if self.text[self.at] == "[":
                    self.header()
                else:
                    self.assignment(self.table, 0)
            except _Broken:
                pass
            self.skip(_REST_OF_LINE)
        return self.found

    def header(self) -> None:
        start = self.at
        brackets = 2 if self.text.startswith("[[", self.at) else 1
        self.at += brackets
        path = self.within_arrays(self.key())
        self.expect("]" * brackets)
        if brackets == 2:
            number = self.counts.get(path, 0)
            self.counts[path] = number + 1
            path = (*path, number)
        self.table = path
        self.note(path, start, header=True)

    def within_arrays(self, path: KeyPath) -> KeyPath:
        """Return the path of a header with the numbers of the array items that it lies in."""
        full: KeyPath = ()
        for number, part in enumerate(path):
            full = (*full, part)
            if number < len(path) - 1 and full in self.counts:
                full = (*full, self.counts[full] - 1)
        return full

    def assignment(self, table: KeyPath, depth: int) -> None:
        start = self.at
        path = (*table, *self.key())
        self.note(path, start)
        self.expect("=")
        self.value(path, depth)

    def note(self, path: KeyPath, start: int, *, header: bool = False) -> None:
        line = bisect_right(self.breaks, start - 1)
        begin = self.breaks[line - 1] + 1 if line else 0
        self.found.append(Position(path, line + 1, start - begin + 1, header))

    def key(self) -> KeyPath:
        parts: list[str] = []
        while True:
            self.skip(_SPACE)
            part = _PART.match(self.text, self.at)
            if part is None:
                raise _Broken
            self.at = part.end()
            parts.append(part[0].strip("\"'") if part[0][0] in "\"'" else part[0])
            self.skip(_SPACE)
            if not self.text.startswith(".", self.at):
                return tuple(parts)
            self.at += 1

    def value(self, path: KeyPath, depth: int) -> None:
        self.skip(_SPACE)
        if depth > _DEEPEST:
            raise _Broken
        for pattern, opening in _TEXTS:
            if self.text.startswith(opening, self.at):
                found = pattern.match(self.text, self.at)
                if found is None:
                    raise _Broken
                self.at = found.end()
                return
        match self.text[self.at : self.at + 1]:
            case "[":
                self.array(path, depth)
            case "{":
                self.inline_table(path, depth)
            case _:
                self.skip(_WORD)

    def array(self, path: KeyPath, depth: int) -> None:
        self.at += 1
        number = 0
        while self.skip(_BLANK) < len(self.text) and self.text[self.at] != "]":
            before = self.at
            self.note((*path, number), self.at)
            self.value((*path, number), depth + 1)
            self.skip(_BLANK)
            self.at += self.text.startswith(",", self.at)
            number += 1
            if self.at == before:
                raise _Broken
        self.expect("]")

    def inline_table(self, path: KeyPath, depth: int) -> None:
        self.at += 1
        while self.skip(_BLANK) < len(self.text) and self.text[self.at] != "}":
            self.assignment(path, depth + 1)
            self.skip(_BLANK)
            self.at += self.text.startswith(",", self.at)
        self.expect("}")

    def skip(self, pattern: re.Pattern[str]) -> int:
        found = pattern.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return self.at

    def expect(self, token: str) -> None:
        self.skip(_SPACE)
        if not self.text.startswith(token, self.at):
            raise _Broken
        self.at += len(token)
