"""What the files and variables of a deployment make of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..deployment.roles import roles_of
from ..origin import LayerKind, Origin
from ..resolve.notices import renamed_notice
from ..sources.toml import read_toml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ..deployment.checked import Checked
    from ..deployment.combination import Deployment
    from ..problems import Problem
    from ..resolve.layer import Layer

NOBODYS = (LayerKind.DEFAULTS, LayerKind.COMPUTED)
"""The layers that no user of a key writes."""


class Use(NamedTuple):
    """Every combination that was checked, and whose role each is."""

    checked: Sequence[Checked]
    roles: Mapping[str, str]
    """The name of a combination -> that of its role."""

    def places(self, key: str) -> tuple[Origin, ...]:
        """Return each place that sets a key, whether it wins or not."""
        return _each_once(layer.locate(key) for layer in self._layers() if key in layer.values)

    def places_of_former(self, former: str, key: str) -> tuple[Origin, ...]:
        """Return each place that sets a key by a former name."""
        return _each_once((*self._lines(former), *self._notices(former, key)))

    def places_of_lost(self, name: str) -> tuple[Origin, ...]:
        """Return each place that sets a key which there is not any more."""
        told = (one.origin for one in self._problems() if one.key == name and one.origin)
        return _each_once((*self._lines(name), *told))

    def refused(self, key: str) -> tuple[Problem, ...]:
        """Return what is wrong with the values of a key."""
        return tuple(dict.fromkeys(one for one in self._problems() if one.key == key))

    def by_default(self, key: str) -> tuple[str, ...]:
        """Return the roles that have the default of a key."""
        return self._roles(
            one
            for one in self.checked
            if (layer := one.resolution.layer_of(key)) and layer.kind is LayerKind.DEFAULTS
        )

    def without(self, key: str) -> tuple[str, ...]:
        """Return the roles for which nothing sets a key."""
        return self._roles(
            one
            for one in self.checked
            if one.resolution.layer_of(key) is None and key not in one.combination.assumed
        )

    def followers(self, key: str) -> tuple[str, ...]:
        """Return the keys that are computed from a key, through others too."""
        inputs = {
            name: read for one in self.checked for name, read in one.resolution.inputs.items()
        }
        found = {key}
        while more := {name for name, read in inputs.items() if found & set(read)} - found:
            found |= more
        return tuple(sorted(found - {key}))

    def said(self, roles: Sequence[str]) -> str:
        """Return the names of some roles, in words where they are all that there are."""
        every = self._roles(self.checked)
        return "every role" if len(roles) == len(every) > 1 else ", ".join(roles)

    def _roles(self, checked: Iterable[Checked]) -> tuple[str, ...]:
        names = (one.combination.name for one in checked)
        return tuple(dict.fromkeys(self.roles.get(name, name) for name in names))

    def _layers(self) -> Iterator[Layer]:
        for one in self.checked:
            yield from (layer for layer in one.resolution.layers if layer.kind not in NOBODYS)

    def _problems(self) -> Iterator[Problem]:
        for one in self.checked:
            yield from one.resolution.problems

    def _notices(self, former: str, key: str) -> Iterator[Origin]:
        for one in self.checked:
            for warning in one.resolution.warnings:
                if warning.key == key and warning.origin:
                    told = renamed_notice(former, key, warning.origin, one.resolution.catalogue)
                    if warning == told:
                        yield warning.origin

    def _lines(self, name: str) -> Iterator[Origin]:
        """Yield the line of each TOML file that has a key of that name, be it declared or not."""
        for layer in {one.path: one for one in self._layers() if one.path}.values():
            file = read_toml(layer.name, layer.path or "")
            if name in file.values:
                yield Origin(layer.kind, layer.name, file.line_of((name,)))


def use_of(deployment: Deployment, checked: Sequence[Checked]) -> Use:
    """Return what a deployment, which was checked, makes of keys."""
    named = roles_of(deployment).items()
    return Use(checked, {one.name: role for role, those in named for one in those})


def _each_once(origins: Iterable[Origin]) -> tuple[Origin, ...]:
    return tuple(dict.fromkeys(origins))
