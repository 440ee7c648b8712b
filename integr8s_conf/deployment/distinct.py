"""Compares the roles of a deployment: of some keys no two workers may share a value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..comparison import same
from ..origin import LayerKind
from .combination import Deployment
from .roles import roles_of
from .shared_value import Holder, SharedValue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from .checked import Checked

    ByRole = Mapping[str, Checked]

_CONTAINERS = (str, list, dict, tuple, frozenset)


def told_apart(checked: Sequence[Checked]) -> tuple[Checked, ...]:
    """Return what was checked, with the copies that roles have of the keys that are ``distinct``.

    A value that is set in two places is a problem of the roles that have it. That roles have one
    from the same place, since none is set for them, may be meant.
    """
    copied = [one for one in shared_values(checked) if not one.is_inherited]
    return tuple(_with(one, copied) for one in checked)


def _with(checked: Checked, copied: Iterable[SharedValue]) -> Checked:
    own = (one.problem for one in copied if checked.combination in one.combinations)
    return checked._replace(problems=(*checked.problems, *own))


def shared_values(checked: Sequence[Checked]) -> Iterator[SharedValue]:
    """Yield each value of a key that is ``distinct`` which several roles of a deployment have."""
    for there in _by_environment(checked):
        catalogue = next(iter(there.values())).resolution.catalogue
        for name, key in catalogue.keys.items():
            if key.setting.distinct:
                for holders in _alike(_holders(there, name)):
                    if len(holders) > 1:
                        yield SharedValue(key, tuple(holders))


def _by_environment(checked: Sequence[Checked]) -> Iterator[ByRole]:
    """Yield the roles of each environment, with what was checked of them there."""
    by_name = {one.combination.name: one for one in checked}
    roles = roles_of(Deployment(tuple(one.combination for one in checked)))
    environments: dict[str | None, dict[str, Checked]] = {}
    for role, combinations in roles.items():
        for one in combinations:
            environments.setdefault(one.environment, {})[role] = by_name[one.name]
    yield from environments.values()


def _holders(there: ByRole, name: str) -> Iterator[Holder]:
    """Yield each role that has a sound value which says something."""
    for role, (combination, resolution, *_) in there.items():
        value, origin = resolution.values.get(name), resolution.origin(name)
        assumed = name in combination.assumed and origin.layer is LayerKind.DEFAULTS
        if not assumed and not _says_nothing(value):
            yield Holder(role, combination, value, origin)


def _says_nothing(value: Any) -> bool:
    return value is None or (isinstance(value, _CONTAINERS) and not value)


def _alike(holders: Iterable[Holder]) -> Iterable[list[Holder]]:
    """Return the roles in groups of one value."""
    groups: list[list[Holder]] = []
    for one in holders:
        group = next((group for group in groups if same(group[0].value, one.value)), None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    return groups
