"""A value that several roles have, of a key that wants one for each: who has it, and from where."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from ..declare.workers import OWN_VALUE
from ..display import printable, show_short
from ..origin import LayerKind
from ..resolve.described import problem_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..declare.declarations import Key
    from ..origin import Origin
    from ..problems import Problem
    from .combination import Combination

_FOR_ALL = (LayerKind.DEFAULTS, LayerKind.BASE_FILE)
"""The layers of a value that a worker has because none is set for it."""


class Holder(NamedTuple):
    """A role that has the value."""

    role: str
    combination: Combination
    value: Any
    origin: Origin

    def __repr__(self) -> str:
        return f"<holder {self.role}>"


class SharedValue(NamedTuple):
    """A value, and the roles that have it: two or more."""

    key: Key
    holders: tuple[Holder, ...]

    @property
    def combinations(self) -> tuple[Combination, ...]:
        """Those of the roles that have it."""
        return tuple(one.combination for one in self.holders)

    @property
    def is_inherited(self) -> bool:
        """Whether one place gives it to all; else it was set twice."""
        return len({one.origin for one in self.holders}) == 1

    @property
    def problem(self) -> Problem:
        """What is wrong with it."""
        return self._inherited() if self.is_inherited else self._copied()

    @property
    def _shown(self) -> str:
        return show_short(self.holders[0].value, secret=self.key.setting.secret)

    def _copied(self) -> Problem:
        shown, origin = self._shown, self._copy().origin
        places = self._places()
        said = (f"{', '.join(roles)} ({place})" for place, roles in places.items())
        problem = problem_of(
            self.key, f"{shown} for {' and for '.join(said)}", OWN_VALUE, origin, f"change {origin}"
        )
        related = tuple((self.key.name, place) for place in places if place != origin)
        return replace(problem, related=related)

    def _copy(self) -> Holder:
        """Return the role to mend: the last that has a value of its own, though not its name."""
        own = [one for one in self.holders if one.origin.layer not in _FOR_ALL]
        copies = [one for one in own if one.role not in self._shown]
        return (copies or own)[-1]

    def _places(self) -> Mapping[Origin, list[str]]:
        """Return the roles by the place of their value."""
        places: dict[Origin, list[str]] = {}
        for one in self.holders:
            places.setdefault(one.origin, []).append(one.role)
        return places

    def _inherited(self) -> Problem:
        first, *others = self.holders
        roles = ", ".join(one.role for one in others)
        found = f"{self._shown} for {first.role}, which {roles} inherit{'s' * (len(others) == 1)}"
        files = [one.combination.files[-1] for one in others]
        hint = f"set {self.key.name} in {printable(', '.join(files))}"
        if self.key.setting.secret:
            hint = "set another value for each worker"
        return problem_of(self.key, found, OWN_VALUE, first.origin, hint)
