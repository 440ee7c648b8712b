"""The effect of a change as Markdown, for those who review it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from ..display import show_short
from ..export.markdown import markdown_text
from ..export.markdown_parts import escaped
from ..export.page import Heading, Line, Listing, Paragraph, Part, Span, Table, code, text
from ..problems import render_blocks
from .effect import by_places
from .report import diagnostics

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..comparison import Difference, Side
    from .effect import Effect

_LONG = 12
"""The most lines of a block that is shown unfolded."""

_TITLES = {
    "new-problem": "New problems",
    "new-warning": "New warnings",
    "mended-problem": "No longer a problem",
}


def effect_markdown(effect: Effect, revision: str) -> str:
    """Return a section with the headline, a table for each group of places, and the problems."""
    top: list[Part] = [
        Heading("Impact on the configuration", 3),
        Paragraph(text(f"Since {revision}: {effect.headline}.")),
    ]
    return "\n".join([markdown_text(top), *_problems(effect), *_tables(effect)])


def _tables(effect: Effect) -> Iterator[str]:
    for places, found in by_places(effect.changes).items():
        yield _block(f"In {effect.said(places)}", len(found), _table(found, ("before", "after")))
    for places, found in by_places(effect.own).items():
        title = f"New: {effect.said(places)}"
        yield _block(title, len(found), _table(found, ("backend", "its own")))


def _table(found: Iterable[Difference], heads: tuple[str, str]) -> Table:
    rows = tuple((code(one.key), _cell(one.left, one), _cell(one.right, one)) for one in found)
    return Table(tuple(map(text, ("key", *heads))), rows)


def _cell(side: Side, difference: Difference) -> Line:
    shown = show_short(side.value, secret=difference.secret)
    return (Span(shown, is_code=True), Span(f" {side.origin}"))


def _problems(effect: Effect) -> Iterator[str]:
    found = tuple(diagnostics(effect))
    for rule, title in _TITLES.items():
        blocks = render_blocks(one.problem for one in found if one.rule == rule)
        if blocks:
            listing = Listing("\n\n".join(blocks), "text")
            yield _block(title, _lines(blocks), listing, is_open=rule == "new-problem")


def _lines(blocks: Sequence[str]) -> int:
    return len(list(chain.from_iterable(block.splitlines() for block in blocks)))


def _block(title: str, length: int, part: Part, *, is_open: bool = False) -> str:
    """Return a part below its title; a long one is folded, unless it is to be seen first."""
    body = markdown_text([part])
    if length <= _LONG:
        return f"**{escaped(title)}**\n\n{body}"
    opened = " open" if is_open else ""
    return f"<details{opened}><summary>{escaped(title)}</summary>\n\n{body}\n</details>\n"
