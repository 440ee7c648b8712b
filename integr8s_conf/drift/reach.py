"""Which files a process finds at a path: what its mounts bring there, as far as it is known."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..manifests.manifest import Mount

Found = Literal["there", "missing", "unknown", "uncovered"]
"""Whether a file is found: ``uncovered`` where no mount is at its path or above it."""


def found_at(path: str, mounts: Iterable[Mount], folder: str) -> Found:
    """Return whether mounts bring a file to a path; the one nearest to the path decides.

    Files outside of ``folder``, the project's, are another machine's: nothing is known of them.
    """
    above = [one for one in mounts if path == one.target or _inside(path, one.target)]
    if not above:
        return "uncovered"
    return _brings(max(above, key=lambda one: len(one.target)), path, folder)


def copied_to(path: str, copies: Iterable[Mount], folder: str) -> bool:
    """Tell whether an image has a file; several COPY into one folder add to one another."""
    above = [one for one in copies if path == one.target or _inside(path, one.target)]
    return any(_brings(one, path, folder) in ("there", "unknown") for one in above)


def brings_file(mount: Mount, name: str) -> bool:
    """Tell whether a mount may bring a file of a name, wherever it puts it."""
    if PurePosixPath(mount.target).name == name or mount.sub_path == name:
        return True
    if mount.files is not None:
        return any(PurePosixPath(file).name == name for file in mount.files)
    if mount.source is None:
        return not mount.secret
    source = Path(mount.source)
    if not source.is_dir():
        return source.name == name
    return any(name in files for _, _, files in _walk(source))


def holds(mount: Mount, path: str) -> bool:
    """Tell whether a mount's source is a file of the machine, or a folder that it stands in."""
    if mount.source is None or "\0" in mount.source:
        return False
    source = os.path.realpath(mount.source)
    return path == source or path.startswith(source.rstrip("/") + "/")


def _walk(folder: Path) -> Iterator[tuple[str, list[str], list[str]]]:
    for place, folders, files in os.walk(folder):
        folders[:] = [one for one in folders if one not in (".git", ".venv", "node_modules")]
        yield place, folders, files


def _inside(path: str, folder: str) -> bool:
    return path.startswith(folder.rstrip("/") + "/")


def _brings(mount: Mount, path: str, folder: str) -> Found:
    rest = path.removeprefix(mount.target).lstrip("/")
    if mount.sub_path is not None:
        return _brings_sub_path(mount, mount.sub_path, rest)
    if mount.source is not None:
        return _brings_own(Path(mount.source), rest, folder)
    if mount.files is not None:
        return "there" if rest in mount.files else "missing"
    return "unknown"


def _brings_sub_path(mount: Mount, sub_path: str, rest: str) -> Found:
    if mount.files is None:
        return "unknown"
    inner = f"{sub_path.strip('/')}/{rest}" if rest else sub_path.strip("/")
    return "there" if inner in mount.files else "missing"


def _brings_own(source: Path, rest: str, folder: str) -> Found:
    real = os.path.realpath(source)
    if real != os.path.realpath(folder) and not _inside(real, os.path.realpath(folder)):
        return "unknown"
    if (source / rest if rest else source).is_file():
        return "there"
    # What is not there yet may be made before the process starts, but for a file of ours.
    return "missing" if source.exists() or source.suffix == ".toml" else "unknown"
