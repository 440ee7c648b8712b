"""A page as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .markdown_parts import code, escaped, fenced, paragraph
from .page import Bullets, Heading, Line, Listing, Paragraph, Part, Prose, Table
from .prose import prose_markdown

if TYPE_CHECKING:
    from collections.abc import Iterable


def markdown_text(page: Iterable[Part]) -> str:
    """Return a page as a Markdown file: whatever its texts hold, they stay text."""
    return "\n\n".join(map(_part, page)) + "\n"


def _part(part: Part) -> str:
    match part:
        case Heading(text, level):
            return f"{'#' * level} {escaped(text)}"
        case Paragraph(line):
            return paragraph(_line(line))
        case Listing(text, language):
            return fenced(text, language)
        case Prose(text):
            return prose_markdown(text)
        case Table(head, rows):
            lines = [map(_line, head), ["---"] * len(head), *(map(_line, row) for row in rows)]
            return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
        case Bullets(lines):
            return "\n".join(f"- {_line(line)}" for line in lines)


def _line(line: Line) -> str:
    return "".join(code(text) if is_code else escaped(text) for text, is_code in line)
