"""Finds the words of an instruction that goes over several lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_WORD = re.compile(r"""(?<![^\s"'=])[^\s"'=]+""")
_COMMENTS = ("#", ";")


def lines_of_words(lines: Iterable[str], first: int) -> Mapping[str, int]:
    """Return the line that each word stands on first, or name before ``=``: ``first`` and on."""
    found: dict[str, int] = {}
    for number, line in enumerate(lines, first):
        if not line.lstrip().startswith(_COMMENTS):
            for word in _WORD.findall(line):
                found.setdefault(word, number)
    return found
