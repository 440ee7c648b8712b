"""Where the items of an array of a TOML text start; its lines are those of errors alone."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from .toml_scanner import PART, TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ASSIGNMENT = re.compile(rf"(?:{PART.pattern}|[ \t.]++)++=[ \t]*+")
_STRINGS = "|".join(pattern.pattern for _, pattern in TEXTS)
_TOKEN = re.compile(rf"#[^\n]*+|{_STRINGS}|[\[\]{{}},]|[^\s\[\]{{}},\"'#]++", re.DOTALL)


def item_start(text: str, key: int, steps: Iterable[str | int]) -> int | None:
    """Return where the item starts to which ``steps`` lead from the key that stands at ``key``.

    None where they lead through no array.
    """
    assignment = _ASSIGNMENT.match(text, key)
    at = assignment.end() if assignment else len(text)
    for step in steps:
        starts = _item_starts(text, at) if text.startswith("[", at) else ()
        if not isinstance(step, int) or step >= len(starts):
            return None
        at = starts[step]
    return at


@lru_cache(maxsize=8)
def _item_starts(text: str, opening: int) -> Sequence[int]:
    """Return where each item starts of the array whose bracket stands at ``opening``."""
    starts: list[int] = []
    depth, awaited = 0, True
    for token in _TOKEN.finditer(text, opening):
        mark = token[0][0]
        if mark == "#":
            continue
        if mark == ",":
            awaited = True
        elif mark in "]}":
            depth -= 1
            if depth == 0:
                break
        else:
            if depth == 1 and awaited:
                starts.append(token.start())
                awaited = False
            depth += mark in "[{"
    return starts
