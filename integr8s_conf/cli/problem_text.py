"""What a problem says, for tools that show it at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..secret import escape_lines
from .file_place import file_place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..problems import Problem


def problem_text(problem: Problem, combinations: Iterable[str] = ()) -> str:
    """Return what was found, wanted, and what to do; where, if it is in no file; in what.

    It is safe to print: nothing in it is for a terminal to act on.
    """
    parts = {
        "found": problem.found,
        "wanted": problem.wanted,
        "hint": problem.hint,
        "at": "" if file_place(problem.origin, {}) else str(problem.origin or ""),
        "in": ", ".join(combinations),
    }
    return escape_lines("\n".join(f"{name}: {text}" for name, text in parts.items() if text))
