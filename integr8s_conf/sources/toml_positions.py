"""Where each key of a TOML text stands; found only when an error or an explanation needs it."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from .toml_items import item_start
from .toml_scanner import KeyPath, Position, Scan, scan_toml

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@lru_cache(maxsize=4)
def scanned(text: str) -> Scan:
    """Return what stands where in a text; the last few texts are remembered."""
    return scan_toml(text)


def line_of(text: str, path: KeyPath) -> int | None:
    """Return the line of what ``path`` leads to: a key, a table, or an item of an array.

    Of what the text does not have, it is the line of the innermost key or table around it.
    """
    positions = _first_positions(text)
    for length in range(len(path), 0, -1):
        if position := positions.get(path[:length]):
            return _item_line(text, path) or position.line
    return None


def _item_line(text: str, path: KeyPath) -> int | None:
    """Return the line of an item of an array; None where ``path`` leads to none."""
    if isinstance(path[-1], str):
        return None
    positions = _first_positions(text)
    for length in range(len(path) - 1, 0, -1):
        position = positions.get(path[:length])
        if position and position.path == path[:length] and not position.header:
            starts = _line_starts(text)
            key = starts[position.line - 1] + position.column - 1
            at = item_start(text, key, path[length:])
            return None if at is None else bisect_right(starts, at)
    return None


@lru_cache(maxsize=4)
def header_lines(text: str) -> Mapping[KeyPath, int]:
    """Return the line of each table that a header opens."""
    lines: dict[KeyPath, int] = {}
    for position in scanned(text).positions:
        if position.header:
            lines.setdefault(position.path, position.line)
    return lines


@lru_cache(maxsize=4)
def _first_positions(text: str) -> Mapping[KeyPath, Position]:
    """Return where each key, and each table around one, is first mentioned."""
    first: dict[KeyPath, Position] = {}
    for position in scanned(text).positions:
        path = position.path
        for length in range(len(path), 0, -1):
            if path[:length] in first:
                break
            first[path[:length]] = position
    return first


@lru_cache(maxsize=4)
def _line_starts(text: str) -> Sequence[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]
