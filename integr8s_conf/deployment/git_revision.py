"""Files as they were at a revision, read with git itself."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class GitError(Exception):
    """What git has to say where a revision or a file of it cannot be read."""


def commit_of(revision: str, folder: str) -> str:
    """Return the full name of the commit that ``revision`` stands for.

    Raises:
        GitError: There is no git, no repository around ``folder``, or no such revision.

    """
    meant = f"{revision}^{{commit}}"
    try:
        return _git(folder, "rev-parse", "--verify", "--end-of-options", meant).decode().strip()
    except GitError as error:
        raise GitError(f"{revision!r} is no revision that git knows: {error}") from None


def content_at(commit: str, path: Path) -> bytes:
    """Return the content that the file at ``path`` had in a commit.

    Raises:
        GitError: The commit does not have the file.

    """
    try:
        return _git(str(path.parent), "show", f"{commit}:./{path.name}")
    except GitError:
        raise GitError(f"{path.name} is not in {commit[:10]}") from None


def _git(folder: str, *arguments: str) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 - a list of arguments, no shell
            ["git", "-C", folder, *arguments],  # noqa: S607 - git as the user's shell finds it
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except OSError:
        raise GitError("git is not installed") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise GitError(said[0] if said else "git says no more")
    return done.stdout
