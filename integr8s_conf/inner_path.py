"""The way into a key's value: names of tables and numbers of list items, from 0."""

from __future__ import annotations

from .display import spell_name

InnerPath = tuple[str | int, ...]


def spelled_path(key: str, path: InnerPath) -> str:
    """Return a key with the way into its value: ``RUNTIMES.python.versions[2]``."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{spell_name(step)}" for step in path)
    return f"{key}{''.join(steps)}"
