"""The lines of a TOML file that set its keys, as they are written there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..secret import mask_user_info
from ..sources.toml_positions import scanned

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..sources.toml_scanner import KeyPath


def written_lines(text: str) -> dict[KeyPath, dict[int, str]]:
    """Return the lines that set each key or table of the top level, by their numbers."""
    lines = text.split("\n")
    found: dict[KeyPath, dict[int, str]] = {}
    for key, end, _ in scanned(text).statements:
        of_name = found.setdefault(key.path[:1], {})
        of_name |= {number: lines[number - 1].rstrip() for number in range(key.line, end + 1)}
    return found


def excerpt(written: Mapping[KeyPath, Mapping[int, str]], names: Iterable[str]) -> str:
    """Return the lines that set some names, in their order, with URLs' passwords masked."""
    lines: dict[int, str] = {}
    for name in names:
        lines |= written.get((name,), {})
    return mask_user_info("\n".join(lines[number] for number in sorted(lines)))
