"""Where a problem is, for tools that show it in its file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..origin import LayerKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..origin import Origin

_FILES = {
    LayerKind.BASE_FILE,
    LayerKind.OVERRIDE_FILE,
    LayerKind.ENV_FILE,
    LayerKind.SECRET_FILES,
    LayerKind.PROJECT_FILE,
    LayerKind.LOCK_FILE,
    LayerKind.CODE,
    LayerKind.MANIFEST,
}


class FilePlace(NamedTuple):
    """A file as seen from the working directory, and perhaps a line and a column of it."""

    path: str
    line: int | None = None
    column: int | None = None


def file_place(origin: Origin | None, paths: Mapping[str, str]) -> FilePlace | None:
    """Return the place in a file that ``origin`` stands for, if it is one.

    ``paths`` are the paths of files by what their user calls them.
    """
    if origin is None or origin.layer not in _FILES:
        return None
    return FilePlace(from_here(paths.get(origin.name, origin.name)), origin.line, origin.column)


def from_here(path: str) -> str:
    """Return a path as seen from the working directory; absolute if it is outside of that."""
    relative = os.path.relpath(path)
    return os.path.normpath(Path.cwd() / path) if relative.startswith("..") else relative
