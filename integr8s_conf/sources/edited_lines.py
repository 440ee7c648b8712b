"""The lines of a file as they are and as they should be, and the diff of the two."""

from __future__ import annotations

import re
from difflib import unified_diff
from typing import TYPE_CHECKING, Literal, NamedTuple

from ..secret import MASK, mask_secrets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Hidden = Literal["nothing", "value", "all"]

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


class EditedLine(NamedTuple):
    """A line of a file as it was, and as it should be."""

    was: str
    now: str | None
    """None where the line goes."""

    hidden: Hidden = "nothing"
    """What of it is of a secret's value, or of a removed key's, which may have been one."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


def lines_of(text: str) -> list[EditedLine]:
    """Return the lines of a text, unchanged."""
    return [EditedLine(line, line) for line in _LINE.findall(text)]


def text_of(lines: Iterable[EditedLine]) -> str:
    """Return the text as it should be."""
    return "".join(line.now for line in lines if line.now is not None)


def shown_diff(name: str, lines: Sequence[EditedLine], secrets: Iterable[str]) -> Iterator[str]:
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
