"""The text of a TOML file by the names that keys have now: comments and layout stay.

The lines are rewritten where they stand, at the places that the scanner of TOML found: what is
not a former name or a removed key stays as it is, byte for byte.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..sources.edited_lines import EditedLine, Hidden, lines_of
from ..sources.toml_positions import scanned
from ..sources.toml_scanner import PART

if TYPE_CHECKING:
    from ..declare.catalogue import Catalogue

_OPENING = re.compile(r"(?:\[\[?)?[ \t]*")


def migrated(text: str, catalogue: Catalogue) -> tuple[EditedLine, ...]:
    """Return the lines of a sound TOML text without removed keys and former names."""
    lines = lines_of(text)
    in_table = False
    for key, end, _ in scanned(text).statements:
        in_table |= key.header
        name, first = str(key.path[0]), key.line - 1
        new, was = catalogue.renamed.get(name), lines[first].was
        hidden: Hidden = "nothing" if key.header else "value"
        if name in catalogue.removed:
            more = [EditedLine(line.was, None, "all") for line in lines[first + 1 : end]]
            lines[first:end] = [EditedLine(was, None, hidden), *more]
        elif new and (key.header or not in_table):
            now = _renamed(was, key.column - 1, new)
            hidden = hidden if new in catalogue.secrets else "nothing"
            lines[first] = EditedLine(was, now, hidden)
    return tuple(lines)


def _renamed(line: str, start: int, name: str) -> str:
    """Return a line with another name in place of the first part of the key at ``start``."""
    opening = _OPENING.match(line, start)
    part = PART.match(line, opening.end() if opening else start)
    return f"{line[: part.start()]}{name}{line[part.end() :]}" if part else line
