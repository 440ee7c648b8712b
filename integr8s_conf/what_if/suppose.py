"""Every worker as it is, and under a supposition."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..deployment.checked import Checked, judged
from ..resolve.resolve import resolve
from .compared import Compared, compared
from .supposition import both

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from ..deployment.combination import Combination
    from ..origin import Origin
    from .place import Place
    from .supposition import Supposition


class Kept(NamedTuple):
    """A key that is supposed to be set, and keeps its value: another layer sets it above."""

    key: str
    origin: Origin
    places: tuple[Place, ...]


def suppose(
    places: Mapping[Place, Combination], supposition: Supposition, worker: str | None
) -> tuple[Compared, ...]:
    """Return the places as they are and as they would be; only of ``worker``, if one is named."""
    before: dict[Place, Checked] = {}
    after: dict[Place, Checked] = {}
    for place, one in places.items():
        if worker in (None, place.name):
            now, then = both(one.request, supposition)
        else:
            now = then = resolve(one.request)
        before[place], after[place] = judged(one, now), judged(one, then)
    return compared(before, after)


def kept(
    places: Iterable[Compared], supposition: Supposition, worker: str | None
) -> tuple[Kept, ...]:
    """Return the keys that are set above the place where they are supposed to be set."""
    found: dict[tuple[str, Origin], list[Place]] = {}
    for key in supposition.texts:
        for place, _, after in places:
            if after is None or worker not in (None, place.name):
                continue
            origin = after.resolution.origin(key)
            if origin.layer is not supposition.kind:
                found.setdefault((key, origin), []).append(place)
    return tuple(Kept(key, origin, tuple(those)) for (key, origin), those in found.items())


def with_dependents(keys: Iterable[str], places: Iterable[Compared]) -> Collection[str]:
    """Return keys, and all that are computed from them before or after."""
    found = set(keys)
    inputs = [
        one.resolution.inputs for _, *both in places for one in both if isinstance(one, Checked)
    ]
    while more := set(_computed_from(found, inputs)) - found:
        found |= more
    return found


def _computed_from(
    keys: set[str], inputs: Iterable[Mapping[str, tuple[str, ...]]]
) -> Iterator[str]:
    for one in inputs:
        yield from (name for name, read in one.items() if not keys.isdisjoint(read))
