"""Files as they were at a revision, read with git itself."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_LINK = b"120000"
_FILES = (b"100644", b"100755", _LINK)


class GitError(Exception):
    """What git has to say where a revision or a file of it cannot be read."""


class FileThen(NamedTuple):
    """A file of a commit; of a link the content is its target."""

    path: str
    """As seen from the top of the repository."""

    content: bytes
    is_link: bool


def commit_of(revision: str, folder: str) -> str:
    """Return the full name of the commit that ``revision`` stands for.

    Raises:
        GitError: There is no git, no repository around ``folder``, or no such revision.

    """
    meant = f"{revision}^{{commit}}"
    try:
        return _git(folder, "rev-parse", "--verify", "--end-of-options", meant).decode().strip()
    except GitError as error:
        said = f"{revision!r} is no revision that git knows: {error}"
        raise GitError(f"{said}{_shallow_hint(folder)}") from None


def content_at(commit: str, path: Path) -> bytes:
    """Return the content that the file at ``path`` had in a commit.

    Raises:
        GitError: The commit does not have the file.

    """
    try:
        return _git(str(path.parent), "show", f"{commit}:./{path.name}")
    except GitError:
        raise GitError(f"{path.name} is not in {commit[:10]}") from None


def top_of(folder: str) -> Path:
    """Return the top folder of the repository around ``folder``.

    Raises:
        GitError: There is no git, or no repository.

    """
    return Path(_git(folder, "rev-parse", "--show-toplevel").decode().removesuffix("\n"))


def files_at(commit: str, folder: str, wanted: Callable[[str], bool]) -> Iterator[FileThen]:
    """Yield the files of a commit whose path ``wanted`` is true of.

    Raises:
        GitError: Git cannot read them.

    """
    listed = _git(folder, "ls-tree", "-r", "-z", "--full-tree", commit)
    found: list[tuple[str, bytes, bool]] = []
    for entry in listed.split(b"\0")[:-1]:
        about, _, name = entry.partition(b"\t")
        mode, _, identity = about.split()
        path = name.decode(errors="surrogateescape")
        if mode in _FILES and wanted(path):
            found.append((path, identity, mode == _LINK))
    contents = _contents(folder, [identity for _, identity, _ in found])
    for (path, _, is_link), content in zip(found, contents, strict=True):
        yield FileThen(path, content, is_link)


def _contents(folder: str, identities: list[bytes]) -> Iterator[bytes]:
    """Yield the contents of objects, all of which one process reads."""
    said = _git(folder, "cat-file", "--batch", given=b"".join(one + b"\n" for one in identities))
    start = 0
    for _ in identities:
        end = said.index(b"\n", start)
        header = said[start:end].split()
        if not header[-1].isdigit():
            raise GitError(said[start:end].decode(errors="replace"))
        size = int(header[-1])
        yield said[end + 1 : end + 1 + size]
        start = end + 1 + size + 1


def _shallow_hint(folder: str) -> str:
    try:
        shallow = _git(folder, "rev-parse", "--is-shallow-repository").strip() == b"true"
    except GitError:
        return ""
    return "; this clone is shallow: fetch more of its history first" if shallow else ""


def is_tracked(path: Path) -> bool:
    """Tell whether git keeps the file that ``path`` leads to.

    Raises:
        GitError: There is no git, or no repository around the file.

    """
    real = path.resolve()
    options = ("--literal-pathspecs", "ls-files", "-z", "--")
    return bool(_git(str(real.parent), *options, real.name))


def _git(folder: str, *arguments: str, given: bytes = b"") -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 - a list of arguments, no shell
            ["git", "-C", folder, *arguments],  # noqa: S607 - git as the user's shell finds it
            input=given,
            capture_output=True,
            check=False,
        )
    except OSError:
        raise GitError("git is not installed") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise GitError(said[0] if said else "git says no more")
    return done.stdout
