"""The text of a TOML file by the names that keys have now: comments and layout stay.

The lines are rewritten where they stand, at the places that the scanner of TOML found: what is
not a former name or a removed key stays as it is, byte for byte.
"""

from __future__ import annotations

import re
from difflib import unified_diff
from typing import TYPE_CHECKING, Literal, NamedTuple

from ..secret import MASK, mask_secrets
from ..sources.toml_positions import scanned
from ..sources.toml_scanner import PART

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..declare.catalogue import Catalogue

Hidden = Literal["nothing", "value", "all"]

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_OPENING = re.compile(r"(?:\[\[?)?[ \t]*")


class MigratedLine(NamedTuple):
    """A line of a file as it was, and as it should be."""

    was: str
    now: str | None
    """None where the line goes."""

    hidden: Hidden = "nothing"
    """What of it is of a secret's value, or of a removed key's, which may have been one."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


def migrated(text: str, catalogue: Catalogue) -> tuple[MigratedLine, ...]:
    """Return the lines of a sound TOML text without removed keys and former names."""
    lines = [MigratedLine(line, line) for line in _LINE.findall(text)]
    in_table = False
    for key, end, _ in scanned(text).statements:
        in_table |= key.header
        name, first = str(key.path[0]), key.line - 1
        new, was = catalogue.renamed.get(name), lines[first].was
        hidden: Hidden = "nothing" if key.header else "value"
        if name in catalogue.removed:
            more = [MigratedLine(line.was, None, "all") for line in lines[first + 1 : end]]
            lines[first:end] = [MigratedLine(was, None, hidden), *more]
        elif new and (key.header or not in_table):
            now = _renamed(was, key.column - 1, new)
            hidden = hidden if new in catalogue.secrets else "nothing"
            lines[first] = MigratedLine(was, now, hidden)
    return tuple(lines)


def _renamed(line: str, start: int, name: str) -> str:
    """Return a line with another name in place of the first part of the key at ``start``."""
    opening = _OPENING.match(line, start)
    part = PART.match(line, opening.end() if opening else start)
    return f"{line[: part.start()]}{name}{line[part.end() :]}" if part else line


def text_of(lines: Iterable[MigratedLine]) -> str:
    """Return the text as it should be."""
    return "".join(line.now for line in lines if line.now is not None)


def shown_diff(name: str, lines: Sequence[MigratedLine], secrets: Iterable[str]) -> Iterator[str]:
    """Yield the unified diff of a file without context, with what is secret masked.

    ``secrets`` are the texts of secrets that the file sets.
    """
    was = [_shown(line.was, line.hidden) for line in lines]
    now = [_shown(line.now, line.hidden) for line in lines if line.now is not None]
    for line in unified_diff(was, now, name, name, lineterm="", n=0):
        yield mask_secrets(line, secrets)


def _shown(line: str, hidden: Hidden) -> str:
    if hidden == "all":
        return MASK
    return f"{line.partition('=')[0]}= {MASK}" if hidden == "value" else line.rstrip("\r\n")
