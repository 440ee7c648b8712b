"""A place before a change and after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..comparison import Difference, differences
from ..deployment.distinct import told_apart
from ..deployment.roles import MAIN
from ..lookup import MISSED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..deployment.checked import Checked
    from ..problems import Problem
    from .place import Place


class Compared(NamedTuple):
    """What a place resolves to before and after; None where it is not there."""

    place: Place
    before: Checked | None
    after: Checked | None

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The keys that have another sound value; what has none is told by its problem."""
        if self.before is None or self.after is None:
            return ()
        return tuple(
            one
            for one in differences(self.before.resolution, self.after.resolution)
            if one.left.value is not MISSED and one.right.value is not MISSED
        )

    @property
    def broken(self) -> tuple[Problem, ...]:
        """The problems that appear."""
        return new_problems(_problems(self.before), _problems(self.after))

    @property
    def mended(self) -> tuple[Problem, ...]:
        """The problems that go away, of a place that stays."""
        return new_problems(_problems(self.after), _problems(self.before)) if self.after else ()

    @property
    def advised(self) -> tuple[Problem, ...]:
        """The warnings that appear; a problem that has become one is none of them."""
        if self.after is None:
            return ()
        known = (*_problems(self.before), *(self.before.warnings if self.before else ()))
        return new_problems(known, self.after.warnings)

    @property
    def known(self) -> tuple[Problem, ...]:
        """The problems of what is there after the change that were there before it."""
        new = set(self.broken)
        return tuple(one for one in _problems(self.after) if one not in new)

    @property
    def is_touched(self) -> bool:
        """Whether anything changes here."""
        return bool(self.differences or self.broken or self.mended or self.advised)


def compared(
    before: Mapping[Place, Checked], after: Mapping[Place, Checked]
) -> tuple[Compared, ...]:
    """Return every place before and after, with what workers share that they may not."""
    old, new = _told_apart(before), _told_apart(after)
    return tuple(Compared(place, old.get(place), new.get(place)) for place in {**new, **old})


def _told_apart(places: Mapping[Place, Checked]) -> dict[Place, Checked]:
    if not places:
        return {}
    return dict(zip(places, told_apart(tuple(places.values())), strict=True))


def _problems(checked: Checked | None) -> Sequence[Problem]:
    return checked.problems if checked else ()


def new_workers(places: Iterable[Compared]) -> tuple[Compared, ...]:
    """Return each worker of a name that was not there before, beside the backend there."""
    before = {place.name for place, old, _ in places if old}
    backend = {place.environment: new for place, _, new in places if place.name == MAIN}
    return tuple(
        Compared(place, backend[place.environment], new)
        for place, _, new in places
        if MAIN in before and place.is_worker and place.name not in before
    )


def new_problems(known: Iterable[Problem], found: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return those of ``found`` that are none of ``known``, however the lines have moved."""
    identities = set(map(_identity, known))
    return tuple(one for one in found if _identity(one) not in identities)


def _identity(problem: Problem) -> tuple[object, ...]:
    """Return what is the same where one rule is broken by another value, or at another line."""
    found = "" if problem.key else problem.found
    return problem.key, problem.path, problem.wanted, problem.plugin, found
