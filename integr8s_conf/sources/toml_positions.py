"""Where each key of a TOML text stands; found only when an error or an explanation needs it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from .toml_scanner import KeyPath, Scan, scan_toml

if TYPE_CHECKING:
    from collections.abc import Mapping


@lru_cache(maxsize=4)
def scanned(text: str) -> Scan:
    """Return what stands where in a text; the last few texts are remembered."""
    return scan_toml(text)


def line_of(text: str, path: KeyPath) -> int | None:
    """Return the line of the innermost key of ``path`` that the text has."""
    lines = _lines(text)
    for length in range(len(path), 0, -1):
        if line := lines.get(path[:length]):
            return line
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
def _lines(text: str) -> Mapping[KeyPath, int]:
    """Return the line where each key, and each table around one, is first mentioned."""
    lines: dict[KeyPath, int] = {}
    for path, line, *_ in scanned(text).positions:
        for length in range(len(path), 0, -1):
            if path[:length] in lines:
                break
            lines[path[:length]] = line
    return lines
