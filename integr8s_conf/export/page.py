"""The parts of a page of documentation, whatever it is written as."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..secret import escape_unprintable

_BLANKS = re.compile(r"\s+")


class Span(NamedTuple):
    """A piece of a line: plain text, or code."""

    text: str
    is_code: bool = False


Line = tuple[Span, ...]


class Heading(NamedTuple):
    """The title of the page, at level 1, or of a section of it."""

    text: str
    level: int = 2


class Paragraph(NamedTuple):
    """A paragraph of text."""

    line: Line


class Listing(NamedTuple):
    """Lines of code."""

    text: str
    language: str


class Prose(NamedTuple):
    """What an author wrote in Markdown."""

    text: str


class Table(NamedTuple):
    """A table of lines."""

    head: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]


class Bullets(NamedTuple):
    """A list of lines."""

    lines: tuple[Line, ...]


Part = Heading | Paragraph | Listing | Prose | Table | Bullets


def one_line(text: str) -> str:
    """Return a text on one line, with the characters escaped that a terminal would act on."""
    return escape_unprintable(_BLANKS.sub(" ", text))


def text(*words: str) -> Line:
    """Return a line of plain text."""
    return tuple(Span(word) for word in words)


def code(word: str) -> Line:
    """Return a line that is a piece of code."""
    return (Span(word, is_code=True),)


def joined(separator: str, *lines: Line) -> Line:
    """Return several lines as one, with a text between them."""
    spans: list[Span] = []
    for line in lines:
        if spans:
            spans.append(Span(separator))
        spans += line
    return tuple(spans)
