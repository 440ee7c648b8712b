"""Sound TOML texts of every shape, with the line of each key in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

Path = tuple[str | int, ...]

# Each spelling of a name in TOML, and the name that it spells; the number makes it unlike others.
SPELLINGS = (
    ("KEY_{}", "KEY_{}"),
    ("{}-9_a", "{}-9_a"),
    ('"quoted {}"', "quoted {}"),
    ("'literal {}'", "literal {}"),
    ('"dotted.{}"', "dotted.{}"),
    ('"# no comment {}"', "# no comment {}"),
    ('"[no header {}]"', "[no header {}]"),
    ('"an = sign {}"', "an = sign {}"),
    (r'"\u0061\t\"{}\\"', 'a\t"{}\\'),
    ("\"'{}'\"", "'{}'"),
    ("'\"{}\"'", '"{}"'),
    ('"ключ {}"', "ключ {}"),
)
SCALARS = (
    "1",
    "-0.5e3",
    "true",
    "inf",
    "0xff",
    "1_000",
    "2026-01-31",
    "2026-01-31T12:00:00Z",
    "2026-01-31 12:00:00",
    "12:00:00",
    '""',
    "''",
    '"text"',
    r'"a \" quote, a \\ backslash"',
    r"'C:\no escape'",
    '"# no comment"',
    '"KEY_0 = 1"',
    "'[table]'",
    '"]"',
    '"}"',
)
LONG_TEXTS = (
    '"""one line"""',
    '"""\n[table]\nKEY_0 = 1\n"""',
    "'''\nKEY_0 = \"\"\"\n# [[items]]\n'''",
    '"""a "quoted" word and ""two\n\\""" = 1\n"""',
    '"""\nends in two quotes"""""',
    "'''\nends in two quotes'''''",
    '""""""',
    "''''''",
    '"""\\\n   KEY_0 = 1 \\\n   """',
)
COMMENTS = ("", "", " # KEY_0 = 1", " # [table]", " # it's \"open")
BETWEEN = ("", "", "\n", "# KEY_0 = 1\n", "  \t\n", '# """\n', "# [table]\n")


@dataclass
class Document:
    """A text that grows, and the line of every key in it."""

    text: str = ""
    lines: dict[Path, int] = field(default_factory=dict)

    def note(self, path: Path) -> None:
        """Say that a key stands where the text ends now."""
        self.lines[path] = self.text.count("\n") + 1


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Return a document of plain and dotted keys, tables, arrays of tables and inline tables."""
    author = _Author(draw)
    author.statements(())
    for _ in range(draw(st.integers(0, 4))):
        draw(st.sampled_from((author.table, author.array_of_tables)))()
    if draw(st.booleans()):
        author.document.text = author.document.text.removesuffix("\n")
    if draw(st.booleans()):
        author.document.text = author.document.text.replace("\n", "\r\n")
    return author.document


@dataclass
class _Author:
    draw: st.DrawFn
    document: Document = field(default_factory=Document)
    names: int = 0

    def write(self, text: str) -> None:
        self.document.text += text

    def one_of(self, choices: tuple[Any, ...]) -> Any:
        return self.draw(st.sampled_from(choices))

    def name(self) -> tuple[str, str]:
        self.names += 1
        spelling, name = self.one_of(SPELLINGS)
        return spelling.format(self.names), name.format(self.names)

    def statements(self, table: Path) -> None:
        for _ in range(self.draw(st.integers(0, 3))):
            self.write(self.one_of(BETWEEN))
            self.write(self.one_of(("", "", "  ", "\t")))
            self.assignment(table, depth=0)
            self.write(self.one_of(COMMENTS) + "\n")

    def assignment(self, table: Path, depth: int) -> None:
        spellings, names = zip(
            *(self.name() for _ in range(self.one_of((1, 1, 1, 2, 3)))), strict=True
        )
        path = (*table, *names)
        for length in range(len(table) + 1, len(path) + 1):
            self.document.note(path[:length])
        dot, equals = self.one_of((".", " . ")), self.one_of((" = ", "=", "\t=  "))
        self.write(dot.join(spellings) + equals)
        self.value(path, depth)

    def value(self, path: Path, depth: int) -> None:
        kinds = ("scalar", "scalar", "text") if depth > 2 else ("scalar", "text", "array", "inline")
        match self.one_of(kinds):
            case "scalar":
                self.write(self.one_of(SCALARS))
            case "text":
                self.write(self.one_of(LONG_TEXTS))
            case "array":
                self.array(path, depth)
            case "inline":
                self.inline_table(path, depth)

    def array(self, path: Path, depth: int) -> None:
        gap = self.one_of(("", " ", "\n  ", " # ], KEY_0 = 1\n  "))
        count = self.draw(st.integers(0, 3))
        uniform = self.draw(st.booleans())
        self.write("[")
        for number in range(count):
            self.write(gap)
            if uniform:
                self.inline_table((*path, number), depth + 1)
            else:
                self.value((*path, number), depth + 1)
            self.write("," if number < count - 1 else self.one_of(("", ",", " ,")))
        self.write(f"{gap}]")

    def inline_table(self, path: Path, depth: int) -> None:
        count = self.draw(st.integers(0, 3))
        self.write("{")
        for number in range(count):
            self.write(", " if number else " ")
            self.assignment(path, depth + 1)
        self.write(" }")

    def table(self) -> None:
        spelling, name = self.name()
        self.header(spelling, (name,), "[{}]")
        self.statements((name,))
        if self.draw(st.booleans()):
            inner, inner_name = self.name()
            self.header(f"{spelling} . {inner}", (name, inner_name), "[ {} ]")
            self.statements((name, inner_name))

    def array_of_tables(self) -> None:
        spelling, name = self.name()
        self.document.note((name,))
        for number in range(self.draw(st.integers(1, 3))):
            self.header(spelling, (name, number), "[[{}]]", first=(name,) if number == 0 else None)
            self.statements((name, number))
            if self.draw(st.booleans()):
                inner, inner_name = self.name()
                self.header(f"{spelling}.{inner}", (name, number, inner_name), "[{}]")
                self.statements((name, number, inner_name))

    def header(self, spelling: str, path: Path, form: str, first: Path | None = None) -> None:
        self.write(self.one_of(BETWEEN))
        for one in filter(None, (first, path)):
            self.document.note(one)
        self.write(form.format(spelling) + self.one_of(COMMENTS) + "\n")
