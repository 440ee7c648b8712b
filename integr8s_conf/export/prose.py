"""An author's Markdown as part of a page: its headings stand below those of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..secret import escape_lines

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_BELOW = 2
"""How many levels of headings stand above an author's first one."""

_DEEPEST = 6


def prose_markdown(text: str) -> str:
    """Return Markdown with its headings moved down; all else is as it was written."""
    lines = escape_lines(text).split("\n")
    for opening, content, _ in _headings(_parser().parse("\n".join(lines))):
        first, after = opening.map or [0, 0]
        lines[first] = f"{'#' * _level(opening)} {content.content}"
        lines[first + 1 : after] = [""] * (after - first - 1)
    return "\n".join(lines).strip("\n")


def prose_html(text: str) -> str:
    """Return Markdown as HTML: headings moved down, and HTML in it shown as text."""
    parser = _parser()
    tokens = parser.parse(escape_lines(text))
    for opening, _, closing in _headings(tokens):
        opening.tag = closing.tag = f"h{_level(opening)}"
    return str(parser.renderer.render(tokens, parser.options, {})).strip()


def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).enable("table")


def _headings(tokens: list[Token]) -> list[tuple[Token, Token, Token]]:
    """Return each heading's opening, its text and its closing."""
    triples = zip(tokens, tokens[1:], tokens[2:], strict=False)
    return [triple for triple in triples if triple[0].type == "heading_open"]


def _level(opening: Token) -> int:
    return min(int(opening.tag[1:]) + _BELOW, _DEEPEST)
