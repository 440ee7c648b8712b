"""A page as its reader gets it: headings, tables, anchors, without the markup."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"br", "hr", "meta"}


class Page(HTMLParser):
    """The elements of an HTML page, and the texts of its tables' cells."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.rows: list[list[str]] = []
        self.text = ""
        self.feed(text)
        self.close()
        assert not self.open, f"{self.open} are never closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.add(tag)
        self.ids += filter(None, [given.get("id")])
        self.links += filter(None, [given.get("href"), given.get("src")])
        if tag not in VOID:
            self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        if self.open[-1:] and {"td", "th"} & set(self.open):
            self.rows[-1][-1] += data

    def row(self, key: str) -> list[str]:
        """Return the last row that begins with a key: that of its section."""
        return next(row for row in reversed(self.rows) if row[:1] == [key])
