"""Who writes a new plugin."""

from __future__ import annotations

import subprocess

from ..secret import escape_unprintable


def author_of(name: str) -> str:
    """Return the name that git has for its user, else ``the authors of NAME``."""
    try:
        done = subprocess.run(
            ["git", "config", "user.name"],  # noqa: S607 - git as the user's shell finds it
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except OSError:
        return f"the authors of {name}"
    said = escape_unprintable(done.stdout.decode(errors="replace").strip())
    return said or f"the authors of {name}"
