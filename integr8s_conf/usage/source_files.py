"""Finds the files of source code below the paths that a user names."""

from __future__ import annotations

import os
from fnmatch import fnmatchcase
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

LEFT_OUT = (
    ".*",
    "__pycache__",
    "__pypackages__",
    "build",
    "dist",
    "node_modules",
    "site-packages",
    "venv",
)
"""The folders that no team writes code in."""

READ = ("*.py",)

_TEST_FOLDERS = {"test", "tests"}
_TEST_FILES = ("test_*.py", "*_test.py", "conftest.py")


class SourceFile(NamedTuple):
    """A file of source code, as its user would name it, and where it is."""

    name: str
    path: str
    inside: str
    """As seen from the working directory, or of a file elsewhere from the path that was named."""

    @property
    def is_test(self) -> bool:
        """Whether it is part of tests, by its name or by that of a folder around it."""
        *folders, file = PurePath(self.inside).parts
        return not _TEST_FOLDERS.isdisjoint(folders) or _fits(file, _TEST_FILES)


class Selection(NamedTuple):
    """Which files are read of a folder: patterns for a name, or for a path."""

    include: Sequence[str] = READ
    exclude: Sequence[str] = ()


def source_files(paths: Iterable[str], selection: Selection) -> tuple[SourceFile, ...]:
    """Return each file once, sorted by its name; a file that is named is read in any case."""
    found: dict[str, SourceFile] = {}
    for path in map(Path, paths):
        for file in _below(path, selection) if path.is_dir() else [path]:
            name, real = _from_here(file), os.path.realpath(file)
            inside = os.path.relpath(file, path.parent) if name.startswith(("/", "..")) else name
            found.setdefault(real, SourceFile(name, real, inside))
    return tuple(sorted(found.values()))


def _below(folder: Path, selection: Selection) -> Iterator[Path]:
    """Yield the files below a folder; links to folders are not followed, so there is no circle."""
    for here, folders, files in os.walk(folder):
        folders[:] = [
            name
            for name in folders
            if not _fits(name, LEFT_OUT) and not _matches(Path(here, name), selection.exclude)
        ]
        for path in (Path(here, name) for name in files):
            if _matches(path, selection.include) and not _matches(path, selection.exclude):
                yield from [path] if path.is_file() else []


def _matches(path: Path, patterns: Sequence[str]) -> bool:
    """Tell whether a pattern fits a name, or a path as seen from here, or the whole path."""
    if _fits(path.name, patterns):
        return True
    plain = [pattern.removeprefix("./").removesuffix("/") for pattern in patterns if "/" in pattern]
    return bool(plain) and any(
        _fits(form, plain) for form in (_from_here(path), str(path.absolute()))
    )


def _fits(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def _from_here(path: Path) -> str:
    """Return a path as seen from the working directory, if it is below that."""
    relative = os.path.relpath(path)
    return str(path) if relative.startswith("..") else relative
