"""Finds what the code of a deployment reads of its settings."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from .examining import Fault, examine_all, outlined
from .file_index import FileIndex
from .handing_over import follow_calls
from .known_names import PACKAGE
from .linker import Linker
from .outline import Outline, Scope
from .reads import KeyRead, key_reads
from .recursion import deep_recursion

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .examining import Examined
    from .source_files import SourceFile


class CodeUsage(NamedTuple):
    """What files read, and which of them could not be read."""

    files: tuple[SourceFile, ...]
    reads: tuple[KeyRead, ...]
    faults: Mapping[int, Fault]


def code_usage(files: Sequence[SourceFile], sections: Mapping[str, str]) -> CodeUsage:
    """Return every read of settings in some files.

    ``sections`` are the declared ones by the full names of their classes. Nothing of the code is
    run. A file matters that imports ours, or a file that matters.
    """
    paths = [file.path for file in files]
    roots = frozenset({PACKAGE, *(name.partition(".")[0] for name in sections)})
    examined = examine_all(paths, roots)
    index = FileIndex(paths)
    outlines = _Outlines(paths, examined)
    for number in _importers(index, examined):
        outlines.of(number)
    with deep_recursion():
        found = _all_reads(Linker(index, outlines.of, sections), outlines)
    return CodeUsage(tuple(files), tuple(sorted(found, key=_order)), outlines.faults)


def _all_reads(linker: Linker, outlines: _Outlines) -> set[KeyRead]:
    for number, outline in sorted(outlines.made.items()):
        for outer, name, term in outline.loose:
            linker.loose[outer, name].append((number, term))
    follow_calls(linker, lambda: outlines.made)
    return {
        read
        for number, outline in sorted(outlines.made.items())
        for read in key_reads(linker, number, outline.reads)
    }


def _order(read: KeyRead) -> tuple[int, int, str, str]:
    return read.file, read.line, read.key or "", read.way


def _importers(index: FileIndex, examined: Sequence[Examined]) -> list[int]:
    """Return the files that import ours, themselves or through each other."""
    importers: dict[int, set[int]] = defaultdict(set)
    for number, one in enumerate(examined):
        for module in one.imports:
            for imported in index.imported(module, number):
                importers[imported].add(number)
    waiting = [number for number, one in enumerate(examined) if one.outline is not None]
    reached = set(waiting)
    while waiting:
        more = importers[waiting.pop()] - reached
        reached |= more
        waiting += more
    return sorted(reached)


class _Outlines:
    """The outlines that were made; others are made when they are asked for."""

    def __init__(self, paths: Sequence[str], examined: Sequence[Examined]) -> None:
        self._paths = paths
        self.made = {
            number: one.outline for number, one in enumerate(examined) if one.outline is not None
        }
        self.faults = {
            number: one.fault for number, one in enumerate(examined) if one.fault is not None
        }

    def of(self, number: int) -> Outline:
        if number not in self.made:
            one = outlined(self._paths[number])
            if one.fault is not None:
                self.faults[number] = one.fault
            self.made[number] = one.outline or Outline([Scope(None)])
        return self.made[number]
