"""From an import to the file that it means, among those that are read."""

from __future__ import annotations

from collections import defaultdict
from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .terms import Module

Parts = tuple[str, ...]
"""The folders of a module, from the root on, and its name; of a package the package's."""

_PACKAGE = "__init__"


class FileIndex:
    """The modules that files are.

    A module of a package is imported by its whole name, from the outermost package on. A folder
    without ``__init__.py`` may be a package or just where Python looks, so it may be named too.
    """

    def __init__(self, paths: Iterable[str]) -> None:
        self._files: dict[Parts, int] = {}
        self._by_last: dict[str, list[Parts]] = defaultdict(list)
        self._places: list[Parts] = []
        self._modules: list[Parts] = []
        self._packages: set[Parts] = set()
        self._found: dict[tuple[str, Parts], int | None] = {}
        for number, path in enumerate(paths):
            parts = PurePath(path).with_suffix("").parts
            self._places.append(parts[:-1])
            if parts[-1] == _PACKAGE:
                parts = parts[:-1]
                self._packages.add(parts)
            self._modules.append(parts)
            self._files.setdefault(parts, number)
            self._by_last[parts[-1]].append(parts)

    def at(self, parts: Parts) -> int | None:
        """Return the file of the module that is there."""
        return self._files.get(parts)

    def parts(self, file: int) -> Parts:
        """Return where the module is that a file is."""
        return self._modules[file]

    def place(self, module: Module, importer: int) -> Parts:
        """Return where a module is that a file imports with dots before its name."""
        here = self._places[importer]
        around = here[: len(here) - module.level + 1]
        return (*around, *filter(None, module.name.split(".")))

    def file(self, name: str, importer: int) -> int | None:
        """Return the file of the module ``name``: of several the one nearest to its importer."""
        here = self._places[importer]
        if (name, here) not in self._found:
            self._found[name, here] = self._nearest(tuple(name.split(".")), here)
        return self._found[name, here]

    def _nearest(self, name: Parts, here: Parts) -> int | None:
        candidates = [
            parts
            for parts in self._by_last.get(name[-1], ())
            if parts[-len(name) :] == name and parts[: -len(name)] not in self._packages
        ]
        if not candidates:
            return None
        best = min(candidates, key=lambda parts: (-_in_common(parts, here), len(parts), parts))
        return self._files[best]

    def imported(self, module: Module, importer: int) -> set[int]:
        """Return the files that an import runs: the module's, and those of the packages around."""
        if module.level:
            found = {self.at(self.place(module, importer))}
        else:
            parts = module.name.split(".")
            names = [".".join(parts[:length]) for length in range(1, len(parts) + 1)]
            found = {self.file(name, importer) for name in names}
        return {number for number in found if number is not None}


def _in_common(one: Parts, other: Parts) -> int:
    """Count the folders that two paths begin with."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count
