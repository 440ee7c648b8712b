"""The fenced code blocks of a Markdown page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")])
TUTORIAL = ROOT / "docs" / "tutorial.md"
PLUGIN_TUTORIAL = ROOT / "docs" / "plugin-tutorial.md"
INSTALLING = {TUTORIAL, PLUGIN_TUTORIAL}
"""The pages that begin with an installation: each is read in an environment of its own."""

BUILT = {ROOT / "docs" / "reference" / "keys.md"}
"""The pages that are made when the site is built."""

_FENCE = re.compile(
    r'^```(?P<language>\w+)(?: title="(?P<title>[^"]+)")?\n(?P<text>.*?)^```$',
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Block:
    """One fenced block, and the line of its fence."""

    language: str
    title: str | None
    text: str
    line: int


def blocks_of(page: Path) -> list[Block]:
    """Return the blocks of a page in their order."""
    text = page.read_text("utf-8")
    return [
        Block(
            found["language"], found["title"], found["text"], text[: found.start()].count("\n") + 1
        )
        for found in _FENCE.finditer(text)
    ]
