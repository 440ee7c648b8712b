"""What a configuration would be if a file said something else, or a layer said nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..discover.discovery import load_catalogue
from ..load_guard import loading
from ..origin import LayerKind, Origin
from ..resolve.layer import Layer, Reading
from ..resolve.layers import read_layers
from ..resolve.plugin_policy import policy_of
from ..resolve.production import ENVIRONMENT, is_production
from ..resolve.resolve import resolve_layers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..declare.catalogue import Catalogue
    from ..problems import Problem
    from ..request import Request
    from ..resolve.resolution import Resolution

_KINDS = list(LayerKind)

SILENCED = tuple(_KINDS[_KINDS.index(LayerKind.BASE_FILE) : _KINDS.index(LayerKind.OVERRIDES)])
"""The kinds of layers that may be supposed to say nothing."""


class Supposition(NamedTuple):
    """What is supposed of the layers."""

    texts: Mapping[str, str]
    """Key -> what a file says of it, as a variable would."""

    kind: LayerKind
    """The file that says so: the base file, or the override."""

    named: str
    """What to call that file where there is none: the worker's name."""

    silent: frozenset[str] = frozenset()
    """Layers that say nothing, by their kinds or their names."""

    def __repr__(self) -> str:
        return f"<supposition of {', '.join([*self.texts, *self.silent])}>"


def both(request: Request, supposition: Supposition) -> tuple[Resolution, Resolution]:
    """Return what a request resolves to as it is, and under a supposition.

    Sources of plugins are asked once, with what is there now.
    """
    with loading():
        catalogue = load_catalogue(policy_of(request))
        now = read_layers(request, catalogue)
        then = _supposed(now, supposition, catalogue)
        if (production := _is_production(then)) != _is_production(now):
            # The env file is read in no production: it is there in one of the two alone.
            again = _read_in(request, catalogue, production=production)
            then = _supposed(again, supposition, catalogue)
        return resolve_layers(catalogue, now), resolve_layers(catalogue, then)


def _is_production(reading: Reading) -> bool:
    return is_production([one for one in reading.layers if one.kind is not LayerKind.ENV_FILE])


def _read_in(request: Request, catalogue: Catalogue, *, production: bool) -> Reading:
    """Read the layers as if in production, or as if not."""
    name = "production" if production else "development"
    forced = request._replace(overrides={**request.overrides, ENVIRONMENT: name})
    reading = read_layers(forced, catalogue)
    layers = (one for one in reading.layers if one.kind is not LayerKind.OVERRIDES)
    return reading._replace(layers=tuple(layers))


def _supposed(reading: Reading, supposition: Supposition, catalogue: Catalogue) -> Reading:
    silent = supposition.silent
    layers = [one for one in reading.layers if not {one.kind, one.name} & silent]
    if layer := _layer(reading, supposition, catalogue):
        layers.insert(_place(layers, layer.kind), layer)
    return Reading(
        tuple(layers),
        tuple(_spoken(reading.problems, silent)),
        tuple(_spoken(reading.warnings, silent)),
    )


def _layer(reading: Reading, supposition: Supposition, catalogue: Catalogue) -> Layer | None:
    """Return the layer of what a file is supposed to say, over what it says."""
    kind = supposition.kind
    file = next((one.name for one in reading.layers if one.kind is kind), supposition.named)
    origin = Origin(kind, supposed_name(file))
    texts = {key: text for key, text in supposition.texts.items() if key in catalogue.keys}
    return Layer(kind, origin.name, texts, lambda _: origin, textual=True) if texts else None


def supposed_name(file: str) -> str:
    """Return what a file is called that is supposed to say something else."""
    return f"{file} with --set"


def _place(layers: Iterable[Layer], kind: LayerKind) -> int:
    """Return the place above the layers of ``kind``, and of lower ones."""
    below = [
        number
        for number, layer in enumerate(layers)
        if layer.kind is not LayerKind.SOURCE and _KINDS.index(layer.kind) <= _KINDS.index(kind)
    ]
    return below[-1] + 1


def _spoken(problems: Iterable[Problem], silent: frozenset[str]) -> Iterable[Problem]:
    """Return the problems that are of no silent layer."""
    return (
        one
        for one in problems
        if one.origin is None or not {str(one.origin.layer), one.origin.name} & silent
    )
