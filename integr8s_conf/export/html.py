"""A page as HTML that needs nothing beside it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote

from ..secret import escape_lines
from .page import Bullets, Heading, Line, Listing, Paragraph, Part, Prose, Table, one_line
from .prose import prose_html

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_STYLE = """\
:root { color-scheme: light dark; --text: #1c1e21; --back: #fff; --dim: #5b626b; --line: #d5d9de;
  --code: #f2f4f6; --link: #0b57b0 }
@media (prefers-color-scheme: dark) {
  :root { --text: #e3e6ea; --back: #15181c; --dim: #a0a8b1; --line: #383e46; --code: #21262c;
    --link: #80b8ff } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 84rem; padding: 1rem; color: var(--text);
  background: var(--back); font: 1rem/1.5 system-ui, sans-serif }
h1, h2, h3, h4, h5, h6 { line-height: 1.2; overflow-wrap: anywhere }
h2 { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid var(--line) }
a { color: var(--link) }
nav ul { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; padding: 0; list-style: none }
nav a { display: block; overflow-wrap: anywhere }
pre, code { background: var(--code); border-radius: .25rem;
  font: .875em/1.45 ui-monospace, monospace }
code { padding: .1em .3em }
pre { padding: .75rem; overflow-x: auto }
pre code { padding: 0; font-size: 1em }
.scroll { overflow-x: auto }
table { width: 100%; border-collapse: collapse; font-size: .9375rem }
th, td { min-width: 9rem; padding: .4rem .6rem; border-bottom: 1px solid var(--line);
  text-align: left; vertical-align: top }
th { color: var(--dim); white-space: nowrap }
td code { overflow-wrap: break-word; box-decoration-break: clone }
td:first-child code { white-space: nowrap }
"""


def html_text(page: Iterable[Part]) -> str:
    """Return a page with a list of its sections: whatever its texts hold, they stay text."""
    title, *parts = page
    anchors = _anchors([part.text for part in parts if isinstance(part, Heading)])
    name = escape(title.text) if isinstance(title, Heading) else ""
    links = "".join(
        f'<li><a href="#{quote(anchor)}">{_escaped(text)}</a></li>\n' for anchor, text in anchors
    )
    ids = iter(anchors)
    body = "\n".join(
        f'<h2 id="{escape(next(ids)[0])}">{_escaped(part.text)}</h2>'
        if isinstance(part, Heading)
        else _part(part)
        for part in parts
    )
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{name}</title>\n<style>\n{_STYLE}</style>\n</head>\n<body>\n<h1>{name}</h1>\n"
        f'<nav aria-label="Contents">\n<ul>\n{links}</ul>\n</nav>\n<main>\n{body}\n</main>\n'
        "</body>\n</html>\n"
    )


def _anchors(titles: Sequence[str]) -> list[tuple[str, str]]:
    """Return an anchor of its own for each title."""
    taken: dict[str, str] = {}
    for title in titles:
        anchor = title.lower().replace(" ", "-")
        while anchor in taken:
            anchor += "-again"
        taken[anchor] = title
    return list(taken.items())


def _part(part: Paragraph | Listing | Prose | Table | Bullets) -> str:
    match part:
        case Paragraph(line):
            return f"<p>{_line(line)}</p>"
        case Listing(text, language):
            lines = escape(escape_lines(text.replace("\r\n", "\n")), quote=False)
            return f'<pre><code class="language-{language}">{lines}\n</code></pre>'
        case Prose(text):
            return prose_html(text)
        case Table(head, rows):
            top = f"<thead>\n{_row(head, 'th')}\n</thead>"
            cells = "\n".join(_row(row, "td") for row in rows)
            table = f"<table>\n{top}\n<tbody>\n{cells}\n</tbody>\n</table>"
            return f'<div class="scroll" tabindex="0">\n{table}\n</div>'
        case Bullets(lines):
            return "<ul>\n" + "".join(f"<li>{_line(line)}</li>\n" for line in lines) + "</ul>"


def _row(cells: Sequence[Line], tag: str) -> str:
    return "<tr>" + "".join(f"<{tag}>{_line(cell)}</{tag}>" for cell in cells) + "</tr>"


def _line(line: Line) -> str:
    return "".join(
        f"<code>{_escaped(text)}</code>" if is_code else _escaped(text) for text, is_code in line
    )


def _escaped(text: str) -> str:
    return escape(one_line(text), quote=False)
