"""A place of a deployment where a change may be seen: a worker in an environment."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..deployment.roles import roles_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ..deployment.combination import Combination, Deployment


class Place(NamedTuple):
    """A worker by its role, or a base file that stands alone, in an environment if one is named."""

    name: str
    environment: str | None = None
    is_worker: bool = True

    def __str__(self) -> str:
        return f"{self.name} [{self.environment}]" if self.environment else self.name


def places_of(deployment: Deployment) -> dict[Place, Combination]:
    """Return every combination of a deployment by its place, the workers first."""
    workers = {
        Place(role, one.environment): one
        for role, combinations in roles_of(deployment).items()
        for one in combinations
    }
    main = set(map(id, deployment.main))
    alone = {
        Place(one.base, one.environment, is_worker=False): one
        for one in deployment.combinations
        if id(one) not in main
    }
    return workers | alone


def said(places: Iterable[Place], everywhere: Sequence[Place]) -> str:
    """Return places in few words: a worker that is there in all its environments goes by its name.

    Most workers of ``everywhere`` together are ``every worker but backend``.
    """
    chosen = set(places)
    whole = [name for name, those in _environments(everywhere).items() if chosen >= those]
    workers = {place.name: None for place in everywhere if place.is_worker}
    absent = [name for name in workers if name not in whole]
    names = whole
    if len(workers) > 1 and 2 * len(absent) < len(workers) - len(absent):
        but = f" but {', '.join(absent)}" if absent else ""
        names = [f"every worker{but}", *(name for name in whole if name not in workers)]
    return ", ".join([*names, *_rest(chosen, whole, everywhere)])


def _environments(everywhere: Sequence[Place]) -> Mapping[str, set[Place]]:
    found: dict[str, set[Place]] = {}
    for place in everywhere:
        found.setdefault(place.name, set()).add(place)
    return found


def _rest(chosen: set[Place], whole: Sequence[str], everywhere: Sequence[Place]) -> Iterator[str]:
    """Yield the places of workers that are not there in all their environments."""
    left = [place for place in everywhere if place in chosen and place.name not in whole]
    for environment in dict.fromkeys(place.environment for place in left):
        there = [place for place in everywhere if place.environment == environment]
        those = [place for place in left if place.environment == environment]
        workers = [place for place in there if place.is_worker]
        if those == workers and len(workers) > 1:
            yield f"every worker [{environment}]"
        else:
            yield from map(str, those)
