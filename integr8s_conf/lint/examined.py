"""What the files of a deployment say, whatever is set where they are looked at."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from ..convert import Mismatch
from ..declare.section import MISSING
from ..lookup import MISSED
from ..origin import LayerKind
from ..resolve.default_layer import default_layer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..declare.catalogue import Catalogue
    from ..deployment.checked import Checked
    from ..deployment.combination import Combination, Deployment
    from ..origin import Origin
    from ..resolve.layer import Layer


class Run(NamedTuple):
    """A combination with the layers that are the same wherever it runs."""

    combination: Combination
    base: Layer
    override: Layer | None = None
    variables: Layer | None = None
    """Those of a named environment: what this process has set says nothing."""

    @property
    def files(self) -> tuple[Layer, ...]:
        """The layers of its TOML files, the base file first."""
        return (self.base, self.override) if self.override else (self.base,)


class Beneath(NamedTuple):
    """What holds where a line is taken away; MISSED where that is not known."""

    value: Any
    origin: Origin | None = None

    def __repr__(self) -> str:
        return f"<beneath {self.origin}>"


class Examined:
    """A deployment: its combinations as runs, those of its own base file and of the others."""

    def __init__(self, deployment: Deployment, checked: Iterable[Checked]) -> None:
        self.checked = tuple(checked)
        self.catalogue: Catalogue = self.checked[0].resolution.catalogue
        self.runs = tuple(map(_run, self.checked))
        base = deployment.main[0].base
        self.main = tuple(run for run in self.runs if run.combination.base == base)
        self.others = tuple(run for run in self.runs if run.combination.base != base)

    @cached_property
    def files(self) -> dict[str, Layer]:
        """The TOML files by their names, each once, in the order of the deployment."""
        return {layer.name: layer for run in self.runs for layer in run.files}

    @cached_property
    def overrides(self) -> tuple[Layer, ...]:
        """The override files of the deployment's base file, each once."""
        found = {run.override.name: run.override for run in self.main if run.override}
        return tuple(found.values())

    def runs_of(self, file: Layer) -> Iterator[Run]:
        """Yield the runs that a file takes part in."""
        return (run for run in self.runs if any(one.name == file.name for one in run.files))

    def typed(self, layer: Layer, name: str) -> Any:
        """Return the typed value that a layer sets; MISSED where it sets none, or a bad one."""
        catalogue, raw = self.catalogue, layer.values.get(name, MISSED)
        if raw is MISSED:
            return MISSED
        takes = catalogue.takes_text if layer.textual else catalogue.takes_value
        try:
            return takes[name](raw)
        except (Mismatch, RecursionError):
            return MISSED

    def beneath(self, files: Iterable[Layer], name: str) -> Beneath:
        """Return what some files set, the last one first, else the default."""
        for layer in reversed([*files]):
            if name in layer.values:
                return Beneath(self.typed(layer, name), layer.locate(name))
            if name in layer.unsure:
                return Beneath(MISSED)
        default = self.catalogue.default_of(name)
        if default is MISSING:
            return Beneath(MISSED)
        if name in self.catalogue.callable_defaults:
            default = self.catalogue.keys[name].check.from_value(default)
        return Beneath(default, default_layer(self.catalogue).locate(name))

    def may_come_between(self, name: str) -> bool:
        """Tell whether a plugin's source may set a key; which of the layers it tops is its own."""
        return any(name in placed.keys for placed in self.catalogue.sources)


def _run(checked: Checked) -> Run:
    layers = {layer.kind: layer for layer in checked.resolution.layers}
    named = checked.combination.environment is not None
    return Run(
        checked.combination,
        layers[LayerKind.BASE_FILE],
        layers.get(LayerKind.OVERRIDE_FILE),
        layers.get(LayerKind.ENVIRONMENT) if named else None,
    )
