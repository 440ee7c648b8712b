"""Finds the files of a deployment by their names: ``config.*.toml`` beside ``config.toml``."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from ..sources.toml import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..sources.locate import Place

_SMALL = 10
"""The most keys of a file that is an override whatever they are."""


class FoundFiles(NamedTuple):
    """The TOML files beside a base file, as their user would name them."""

    overrides: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    """Files that stand on their own, such as the one that tests read."""


def files_beside(base: Place) -> FoundFiles:
    """Return the files beside a base file that are named for it."""
    found = tuple(_named_for(base))
    keys = read_toml(base.name, base.path).values if found else {}
    overrides: list[str] = []
    bases: list[str] = []
    for name, path in found:
        (bases if is_base_file(path, keys) else overrides).append(name)
    return FoundFiles(tuple(overrides), tuple(bases))


def is_base_file(path: str, base: Mapping[str, object]) -> bool:
    """Tell whether a file is a base of its own.

    It has more than ten keys, and sets at least half of those that ``base`` sets; anything
    smaller is an override.
    """
    keys = read_toml(path, path).values.keys()
    return len(keys) > _SMALL and 2 * len(keys & base.keys()) >= len(base)


def _named_for(base: Place) -> Iterator[tuple[str, str]]:
    """Yield the files beside ``base`` that begin with its name: as named, and their paths."""
    folder, _, file = base.path.rpartition("/")
    shown, slash, _ = base.name.rpartition("/")
    stem = file.removesuffix(".toml")
    for name in _sorted_names(folder or "/"):
        if name != file and name.startswith(f"{stem}.") and name.endswith(".toml"):
            yield f"{shown}{slash}{name}", f"{folder}/{name}"


def _sorted_names(folder: str) -> list[str]:
    try:
        return sorted(entry.name for entry in os.scandir(folder) if not entry.is_dir())
    except (OSError, ValueError):
        return []
