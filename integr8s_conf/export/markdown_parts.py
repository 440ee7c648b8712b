"""Texts of others as parts of a Markdown page: whatever they hold, they stay text."""

from __future__ import annotations

import re

from ..secret import escape_lines
from .page import one_line

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "~": "&#126;"}
_SPECIAL = re.compile(r"[\\`*\[\]{}|&<>~]|(?<![^\W_])_|_(?![^\W_])")
"""What begins markup within a line; an underscore does so at the edge of a word alone."""

_OPENING = re.compile(r"(?=[#+!-])|(?<=\d)(?=[.)])")
"""Where markup of a whole line begins: headings, lists, notes."""

_NUMBERED = re.compile(r"\d+[.)]")
_BACKTICKS = re.compile(r"`+")


def escaped(text: str) -> str:
    """Return a text on one line, with every character escaped that Markdown or HTML reads."""
    return _SPECIAL.sub(lambda found: _ENTITIES.get(found[0], f"\\{found[0]}"), one_line(text))


def paragraphs(text: str) -> str:
    """Return a docstring's paragraphs, each escaped and on a line of its own."""
    return "\n\n".join(paragraph(escaped(part)) for part in re.split(r"\n\s*\n", text.strip()))


def paragraph(line: str) -> str:
    """Return an escaped line as a paragraph, which begins with no mark of another block."""
    marked = line[:1] in "#+-!=" or _NUMBERED.match(line)
    return _OPENING.sub(r"\\", line, count=1) if marked else line


def code(text: str) -> str:
    """Return a text as a code span for a cell of a table."""
    line = one_line(text).strip().replace("|", r"\|")
    fence = "`" * (_longest_run(line) + 1)
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{pad}{line}{pad}{fence}"


def fenced(text: str, language: str) -> str:
    """Return lines as a block of code."""
    lines = escape_lines(text.replace("\r\n", "\n").strip("\n"))
    fence = "`" * max(3, _longest_run(lines) + 1)
    return f"{fence}{language}\n{lines}\n{fence}"


def _longest_run(text: str) -> int:
    return max(map(len, _BACKTICKS.findall(text)), default=0)
