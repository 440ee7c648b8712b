"""The examples at the end of a command's help."""

from __future__ import annotations


def examples(*pairs: tuple[str, str]) -> str:
    """Return the epilog of a command: each command line under what it is for."""
    lines = ["\b", "Examples:"]
    for purpose, command in pairs:
        lines += [f"  # {purpose}", f"  $ {command}"]
    return "\n".join(lines)
