"""What a change does to a deployment: each thing once, with the places that it concerns."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from ..display import counted, show
from .compared import new_problems, new_workers
from .place import said

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from ..comparison import Difference, Side
    from ..problems import Problem
    from .compared import Compared
    from .place import Place


class Change(NamedTuple):
    """A value that changes, and where it does so in the same way."""

    difference: Difference
    places: tuple[Place, ...]


class Found(NamedTuple):
    """A problem or a warning, and where it comes or goes."""

    problem: Problem
    places: tuple[Place, ...]


class Effect(NamedTuple):
    """All that a change does."""

    compared: tuple[Compared, ...]
    changes: tuple[Change, ...]
    broken: tuple[Found, ...]
    mended: tuple[Found, ...]
    advised: tuple[Found, ...]
    own: tuple[Change, ...] = ()
    """What a new worker has otherwise than the backend."""

    renamed: Mapping[str, str] = MappingProxyType({})
    """The former name of a place -> its name."""

    listed: Sequence[Problem] = ()
    """The problems of how the deployment is listed after the change."""

    @property
    def places(self) -> tuple[Place, ...]:
        """Every place that is there after the change."""
        return tuple(one.place for one in self.compared if one.after)

    @property
    def added(self) -> tuple[Place, ...]:
        """The places that were not there before."""
        return tuple(one.place for one in self.compared if not one.before)

    @property
    def removed(self) -> tuple[Place, ...]:
        """The places that are there no more."""
        return tuple(one.place for one in self.compared if not one.after)

    @property
    def touched(self) -> tuple[Place, ...]:
        """The places where anything changes."""
        return tuple(one.place for one in self.compared if one.after and one.is_touched)

    @property
    def known(self) -> tuple[Problem, ...]:
        """The problems that are there with the change and without it, each once."""
        known = (problem for one in self.compared for problem in one.known)
        new = {found.problem for found in self.broken}
        return tuple(one for one in dict.fromkeys((*self.listed, *known)) if one not in new)

    @property
    def headline(self) -> str:
        """How much changes, in a line: ``3 values change in 2 of 7 workers; 1 problem appears``."""
        parts = [
            _values(len({change.difference.key for change in self.changes}), self._where()),
            *_counted(len(self.broken), "problem appears", "problems appear"),
            *_counted(len(self.mended), "problem goes away", "problems go away"),
            *(f"{old} is now {new}" for old, new in self.renamed.items()),
            *([f"new: {self.said(self.added)}"] if self.added else []),
            *([f"gone: {self.said(self.removed)}"] if self.removed else []),
        ]
        return "; ".join(parts)

    def said(self, places: Iterable[Place]) -> str:
        """Return places in few words."""
        those, everywhere = set(places), self.places
        return said(
            those, everywhere if those.issubset(everywhere) else (*everywhere, *self.removed)
        )

    def _where(self) -> str:
        changing = {place for change in self.changes for place in change.places}
        workers = {place.name for place in self.places if place.is_worker}
        those = {place.name for place in changing if place.is_worker}
        bases = len({place.name for place in changing if not place.is_worker})
        others = counted(bases, "other base file") if bases else ""
        of = f"{len(those)} of" if len(those) < len(workers) else "all"
        of = f"{of} {len(workers)} workers" if those and len(workers) > 1 else ""
        return " and ".join(filter(None, (of, others)))


def by_places(changes: Iterable[Change]) -> Mapping[tuple[Place, ...], Sequence[Difference]]:
    """Return what changes by the places where it does so."""
    groups: dict[tuple[Place, ...], list[Difference]] = {}
    for change in changes:
        groups.setdefault(change.places, []).append(change.difference)
    return groups


def effect_of(compared: Sequence[Compared], keys: Collection[str] | None = None) -> Effect:
    """Return the effect of a change; its values are those of ``keys`` alone, if there are any."""
    return Effect(
        tuple(compared),
        tuple(_changes(compared, keys)),
        _found((one.place, one.broken) for one in compared),
        _found((one.place, one.mended) for one in compared),
        _found((one.place, one.advised) for one in compared),
        tuple(_changes(new_workers(compared), keys)),
    )


def with_listing(effect: Effect, before: Sequence[Problem], after: Sequence[Problem]) -> Effect:
    """Return an effect with what is wrong with how the deployment is listed, before and after."""
    new, gone = new_problems(before, after), new_problems(after, before)
    return effect._replace(
        broken=(*(Found(one, ()) for one in new), *effect.broken),
        mended=(*(Found(one, ()) for one in gone), *effect.mended),
        listed=after,
    )


def _changes(compared: Sequence[Compared], keys: Collection[str] | None) -> Iterator[Change]:
    """Yield each value that changes, in the order of the declarations."""
    groups: dict[tuple[object, ...], list[tuple[Difference, Place]]] = {}
    for one in compared:
        for difference in one.differences:
            if keys is None or difference.key in keys:
                groups.setdefault(_identity(difference), []).append((difference, one.place))
    catalogues = (one.after.resolution.catalogue for one in compared if one.after)
    order = {key: number for catalogue in catalogues for number, key in enumerate(catalogue.keys)}
    for group in sorted(groups.values(), key=lambda group: order[group[0][0].key]):
        yield Change(group[0][0], tuple(place for _, place in group))


def _identity(difference: Difference) -> tuple[object, ...]:
    """Return what is the same of a change in two places that look alike."""
    return difference.key, *map(_shown, (difference.left, difference.right))


def _shown(side: Side) -> tuple[object, ...]:
    return show(side.value), side.origin


def _found(places: Iterable[tuple[Place, Iterable[Problem]]]) -> tuple[Found, ...]:
    """Return each problem once, in the order in which the places have them."""
    found: dict[Problem, list[Place]] = {}
    for place, problems in places:
        for problem in problems:
            found.setdefault(problem, []).append(place)
    return tuple(Found(problem, tuple(those)) for problem, those in found.items())


def _values(count: int, where: str) -> str:
    said = {0: "no value changes", 1: "1 value changes"}.get(count, f"{count} values change")
    return f"{said} in {where}" if where else said


def _counted(count: int, one: str, more: str) -> Iterator[str]:
    if count:
        yield f"{count} {one if count == 1 else more}"
