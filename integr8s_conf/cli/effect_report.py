"""The effect of a change as plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .report import origin_report, problem_report
from .sides import side_report

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..what_if.effect import Change, Effect, Found
    from ..what_if.place import Place
    from ..what_if.suppose import Kept


def effect_report(effect: Effect, kept: Sequence[Kept] = ()) -> dict[str, Any]:
    """Return what changes, the problems that come and go, and the places that each concerns."""
    return {
        "places": _places(effect.places),
        "touched": _places(effect.touched),
        "added": _places(effect.added),
        "removed": _places(effect.removed),
        "changes": list(map(_change, effect.changes)),
        "own_values": list(map(_change, effect.own)),
        "renamed": dict(effect.renamed),
        "kept": [
            {"key": key, "origin": origin_report(origin), "places": _places(places)}
            for key, origin, places in kept
        ],
        "new_problems": list(map(_found, effect.broken)),
        "new_warnings": list(map(_found, effect.advised)),
        "mended_problems": list(map(_found, effect.mended)),
    }


def _change(change: Change) -> dict[str, Any]:
    one = change.difference
    return {
        "key": one.key,
        "secret": one.secret,
        "before": side_report(one.left, secret=one.secret),
        "after": side_report(one.right, secret=one.secret),
        "places": _places(change.places),
    }


def _found(found: Found) -> dict[str, Any]:
    return {**problem_report(found.problem), "places": _places(found.places)}


def _places(places: Iterable[Place]) -> list[dict[str, Any]]:
    """Return places; the name of what is no worker is that of its base file."""
    return [place_report(place) for place in places]


def place_report(place: Place) -> dict[str, Any]:
    """Return a place: a worker, or a base file that stands alone."""
    worker, base = (place.name, None) if place.is_worker else (None, place.name)
    return {"worker": worker, "base": base, "environment": place.environment}
