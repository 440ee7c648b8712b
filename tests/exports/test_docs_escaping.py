"""Whatever a plugin says of its keys stays text, in Markdown and in HTML."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from integr8s_conf.export.markdown import markdown_text
from integr8s_conf.export.markdown_parts import fenced, paragraphs
from integr8s_conf.export.page import Table, code, text
from integr8s_conf.secret import escape_unprintable

from .page import Page
from .test_docs import exported

if TYPE_CHECKING:
    from tests.conftest import Stranger, Write

HOSTILE = (
    "a | b <script>alert(1)</script> [x](javascript:alert(1)) ![i](http://e) **b** _i_ `c` \\|"
    " \x1b[1m &lt; <https://e> ~~s~~ \n\n# heading\n- item\n"
)

TEXTS = st.text() | st.text("ab \\`*_{}[]<>()#+-.!|&;~:/\n\t1")


def shown(markdown: str) -> Page:
    """Return what GitHub and its kind make of Markdown."""
    html = MarkdownIt("commonmark").enable("table").enable("strikethrough").render(markdown)
    return Page(html)


def one_line(text: str) -> str:
    return escape_unprintable(" ".join(text.split()))


@given(TEXTS, TEXTS)
def test_cells_show_their_texts(words: str, value: str) -> None:
    rows = ((text(words), code(f"={value}=")),)
    page = shown(markdown_text([Table((text("Key"), text("Value")), rows)]))
    assert page.rows[1] == [one_line(words), one_line(f"={value}=")]
    assert page.tags <= {"table", "thead", "tbody", "tr", "th", "td", "code"}


@given(TEXTS)
@example("__0__")
@example("1) a\n\n- b\n\n    c")
def test_docstring_is_shown_as_paragraphs(words: str) -> None:
    page = shown(paragraphs(words))
    assert page.tags <= {"p"}
    assert page.text.split() == escape_unprintable(" ".join(words.split())).split()


@given(TEXTS)
def test_block_ends_where_its_text_ends(words: str) -> None:
    page = shown(f"{fenced(words, 'toml')}\n\nend")
    assert page.text.endswith("\nend\n")
    assert page.tags == {"pre", "code", "p"}


@pytest.fixture
def hostile(stranger: Stranger, write: Write) -> str:
    """Install a plugin whose every text is hostile; return the HTML page."""
    stranger(
        f"""
        from integr8s_conf import Section, hookimpl, setting

        TEXT = {HOSTILE!r}

        class Mail(Section):
            __doc__ = TEXT
            MAIL_HOST: str = setting(TEXT, TEXT, unit=TEXT)

        @hookimpl
        def integr8s_sections():
            return [Mail]
        """
    )
    write("config.toml", "MAIL_HOST = '</code></pre><script>alert(2)</script> | ` &amp;'\n")
    return exported("html")


def test_hostile_texts_stay_text_in_html(hostile: str) -> None:
    page = Page(hostile)
    assert not {"script", "img", "strong", "em", "del", "h3"} & page.tags
    assert all(link.startswith("#") for link in page.links)
    row = page.row("MAIL_HOST")
    assert len(row) == 5
    assert row[1] == one_line(HOSTILE)
    assert row[3] == '"</code></pre><script>alert(2)</script> | ` &amp;"'


def test_terminal_escapes_are_escaped(hostile: str) -> None:
    assert "\x1b" not in hostile
    assert escape(r"\x1b[1m") in hostile
