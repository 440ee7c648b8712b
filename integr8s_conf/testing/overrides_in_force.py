"""The overrides in force, in the order in which they began, and what is below them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from ..changing import CHANGING
from ..configuration import settings_of
from ..problems import ConfigError
from ..process_settings import put_state, settings, state_of
from ..resolve.resolve import replaced

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..configuration import Settings
    from ..problems import Problem
    from ..resolve.resolution import Resolution


class _Below(NamedTuple):
    """The settings without any override: what they show, and what they resolve to."""

    state: Settings
    resolution: Resolution


@dataclass(eq=False, slots=True)
class Override:
    """Changes, and the settings with them and with all that began before them."""

    changes: Mapping[str, Any] = field(repr=False)
    changed: Settings = field(init=False, repr=False)


_in_force: list[Override] = []
_below: list[_Below] = []
"""One, as long as an override is in force."""


def begin(override: Override) -> None:
    """Put an override in force, on top of those that are.

    Raises:
        ConfigError: The settings do not load, or the changed ones are not valid.

    """
    with CHANGING:
        below = _below[0] if _below else _looked_below()
        before = _in_force[-1].changed._loaded() if _in_force else below.resolution
        override.changed = _changed(before, override, said=before.warnings)
        _below[:] = [below]
        _in_force.append(override)
        put_state(settings, override.changed)


def end(override: Override) -> None:
    """Take changes back; with the last ones all is as it was."""
    with CHANGING:
        place = _in_force.index(override)
        del _in_force[place]
        _work_out_anew(place)
        put_state(settings, _in_force[-1].changed if _in_force else _below.pop().state)


def _looked_below() -> _Below:
    resolution = settings._looked_at()
    if resolution.problems:
        raise ConfigError(resolution.problems, resolution.warnings)
    return _Below(state_of(settings), resolution)


def _changed(
    before: Resolution, override: Override, *, said: Iterable[Problem] | None = None
) -> Settings:
    after = replaced(before, override.changes)
    return settings_of(after, said=after.warnings if said is None else said)


def _work_out_anew(place: int) -> None:
    """Take what has ended out of the overrides that began after it, from ``place`` on.

    Where they are not valid without it, they keep it until they end.
    """
    resolution = _in_force[place - 1].changed._loaded() if place else _below[0].resolution
    anew: list[Settings] = []
    with suppress(ConfigError):
        for later in _in_force[place:]:
            anew.append(_changed(resolution, later))
            resolution = anew[-1]._loaded()
        for later, changed in zip(_in_force[place:], anew, strict=True):
            later.changed = changed
