"""Says which links of a built site lead nowhere, and what it would load from elsewhere.

Called as ``site_links.py FOLDER``; exits 1 where it finds any.
"""

from __future__ import annotations

import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LOADING = {"script", "img", "iframe", "source"}
_LOADED_LINKS = {"stylesheet", "icon", "preload", "preconnect", "modulepreload", "manifest"}


class Page(HTMLParser):
    """The anchors of a page, its links, and what a browser loads for it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.anchors = {"", "top"}
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of an element's anchor and of what it refers to."""
        given = {name: value or "" for name, value in attrs}
        self.anchors |= {given[name] for name in ("id", "name") if name in given}
        found = [given[name] for name in ("href", "src") if name in given]
        is_loaded = tag == "link" and _LOADED_LINKS & set(given.get("rel", "").split())
        (self.loaded if tag in _LOADING or is_loaded else self.links).extend(found)


def faults(folder: Path) -> Iterator[str]:
    """Yield a line for each link that leads nowhere, and for each thing loaded from elsewhere."""
    pages = {path: Page(path.read_text("utf-8")) for path in sorted(folder.rglob("*.html"))}
    for path, page in pages.items():
        shown = path.relative_to(folder)
        for link in page.loaded:
            if urlsplit(link).netloc:
                yield f"{shown} loads {link}"
        for link in (*page.links, *page.loaded):
            if not _leads_somewhere(link, path, folder, pages):
                yield f"{shown} links to {link}, which is not there"


def _leads_somewhere(link: str, path: Path, folder: Path, pages: Mapping[Path, Page]) -> bool:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return True
    start = folder if parts.path.startswith("/") else path.parent
    target = (start / unquote(parts.path).lstrip("/")).resolve() if parts.path else path
    target = target / "index.html" if target.is_dir() else target
    if not target.is_file():
        return False
    return target not in pages or unquote(parts.fragment) in pages[target].anchors


if __name__ == "__main__":
    found = list(faults(Path(sys.argv[1]).resolve()))
    print("\n".join(found) or "site: every link leads somewhere, and nothing is loaded from afar")
    sys.exit(bool(found))
