"""A change of the sample backend, and what is found in it then."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

CLEAN = Path(__file__).with_name("clean")
"""The backend with nothing to find."""


class Edit(NamedTuple):
    """A text of a file that is replaced; no text stands for the file's end, or for a new file."""

    file: str
    old: str
    new: str


class Found(NamedTuple):
    """A finding: the rule, the key, and ``file:line``."""

    rule: str
    key: str | None
    place: str


class Case(NamedTuple):
    """A change, and all that is found because of it: nothing where it is a look-alike."""

    name: str
    edits: tuple[Edit, ...]
    found: tuple[Found, ...] = ()


def fault(name: str, found: Found, *edits: Edit) -> Case:
    """Return a change that makes one thing wrong."""
    return Case(name, edits, (found,))


def look_alike(name: str, *edits: Edit) -> Case:
    """Return a change that makes nothing wrong, though it looks so."""
    return Case(name, edits)


def apply(edits: tuple[Edit, ...], folder: Path) -> None:
    """Change the files of a backend in a folder; each old text stands there once."""
    for file, old, new in edits:
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text() if path.exists() else ""
        assert not old or text.count(old) == 1, f"{file} has {text.count(old)} times {old!r}"
        path.write_text(text.replace(old, new) if old else text + new)
