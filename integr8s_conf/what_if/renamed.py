"""Recognises a worker, or another base file, whose file has another name than before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ..origin import LayerKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..deployment.checked import Checked
    from .place import Place

    Places = Mapping[Place, Checked]


class _File(NamedTuple):
    values: Mapping[str, Any]
    is_override: bool


def renamed(before: Places, after: Places) -> dict[str, str]:
    """Return the names that are gone whose file sets just what a new one sets, and the new names.

    An empty file is like any other empty one, and is none of them.
    """
    gone, new = _files(before, _names(after)), _files(after, _names(before))
    found: dict[str, str] = {}
    for old, file in gone.items():
        same = (name for name in new if name not in found.values() and new[name] == file)
        if file.values and (name := next(same, None)):
            found[old] = name
    return found


def by_names_of_now(before: Places, names: Mapping[str, str]) -> dict[Place, Checked]:
    """Return what was there before, the ``names`` that are gone by the new ones."""
    return {
        place._replace(name=names.get(place.name, place.name)): one for place, one in before.items()
    }


def _names(places: Places) -> set[str]:
    return {place.name for place in places}


def _files(places: Places, known: set[str]) -> dict[str, _File]:
    """Return what the file of each place sets that has none of the ``known`` names."""
    found: dict[str, _File] = {}
    for place, checked in places.items():
        if place.name not in known:
            kind = LayerKind.OVERRIDE_FILE if place.is_worker else LayerKind.BASE_FILE
            layers = checked.resolution.layers
            values = (dict(layer.values) for layer in layers if layer.kind is kind)
            found[place.name] = _File(next(values, {}), place.is_worker)
    return found
