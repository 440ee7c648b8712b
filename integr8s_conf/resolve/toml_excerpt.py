"""A line of a file as an error shows it: cut to what fits, safe to print, a caret below."""

from __future__ import annotations

from ..secret import escape_unprintable, mask_user_info

_WIDTH = 88
_BEFORE = 60
"""The most characters in front of the caret."""


def excerpt(line: str, column: int) -> str:
    """Return the part of ``line`` around ``column``, which counts from 1, and a caret under it."""
    line = line.rstrip("\r").replace("\t", " ")
    masked = mask_user_info(line)
    if masked != line:
        return _piece(masked, 0)
    at = min(column - 1, len(line))
    start = max(0, at - _BEFORE) if len(line) > _WIDTH else 0
    dots = "..." if start else ""
    before = escape_unprintable(line[start:at])
    return f"{_piece(line, start)}\n{' ' * (len(dots) + len(before))}^"


def _piece(line: str, start: int) -> str:
    end = start + _WIDTH
    text = escape_unprintable(line[start:end])
    return f"{'...' if start else ''}{text}{'...' if end < len(line) else ''}"
