"""Looks over many files: what each imports, and the outline of those that import ours."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from .imports import imports_of
from .outliner import outline_of
from .parsed import UnparsedError, parsed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .outline import Outline
    from .terms import Module

_MUCH = 4_000_000
"""The bytes of source code from which on it pays to start more processes."""

_AT_ONCE = 16


class Fault(NamedTuple):
    """Why a file could not be read."""

    reason: str
    line: int | None = None


class Examined(NamedTuple):
    """What one file says."""

    imports: tuple[Module, ...] = ()
    outline: Outline | None = None
    """Only of a file that imports one of the modules that were asked for."""

    fault: Fault | None = None


def examine_all(paths: Sequence[str], roots: frozenset[str]) -> list[Examined]:
    """Examine files, in several processes where there is much to read."""
    examine = partial(examined, roots=roots)
    if sum(map(_size, paths)) < _MUCH:
        return list(map(examine, paths))
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - only for much
    from multiprocessing import get_context  # noqa: PLC0415

    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        return list(pool.map(examine, paths, chunksize=_AT_ONCE))


def examined(path: str, roots: frozenset[str]) -> Examined:
    """Examine one file; ``roots`` are the packages whose importers are outlined at once."""
    try:
        tree = parsed(path)
        imports = imports_of(tree)
        is_ours = any(one.name.partition(".")[0] in roots for one in imports)
        return Examined(imports, outline_of(tree) if is_ours else None)
    except UnparsedError as error:
        return Examined(fault=Fault(error.reason, error.line))
    except RecursionError:
        return Examined(fault=Fault("nested too deeply"))


def outlined(path: str) -> Examined:
    """Examine one file, and make its outline whatever it imports."""
    try:
        return Examined(outline=outline_of(parsed(path)))
    except UnparsedError as error:
        return Examined(fault=Fault(error.reason, error.line))
    except RecursionError:
        return Examined(fault=Fault("nested too deeply"))


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except OSError:
        return 0
