"""The layers of plugins' sources, each in its place among the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ..absent import unknown_key
from ..declare.section import MISSING
from ..display import kind_of, printable
from ..origin import LayerKind, Origin
from ..problems import Problem
from ..raised import raised
from ..secret import with_secrets
from ..suggest import did_you_mean
from .fetching import Fetched, fetch_all
from .former_names import both_names, by_names_of_now
from .layer import Layer, Reading
from .notices import removed_problem, renamed_notice
from .typed_values import take_values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..declare.catalogue import Catalogue
    from ..declare.placing import PlacedSource

_KINDS = list(LayerKind)


def with_sources(reading: Reading, catalogue: Catalogue) -> Reading:
    """Return a reading of all other layers with those of the sources among them."""
    values = _typed(reading.layers, catalogue)
    calls = [
        (lambda one=one: one.source.fetch(_Seen(values, one, catalogue)), one.source.timeout)
        for one in catalogue.sources
    ]
    layers = list(reading.layers)
    problems, warnings = list(reading.problems), list(reading.warnings)
    for placed, fetched in zip(catalogue.sources, fetch_all(calls), strict=True):
        read = _read(placed, fetched, catalogue)
        problems += read.problems
        warnings += read.warnings
        place = _place(placed, layers)
        layers[place:place] = read.layers
    return Reading(tuple(layers), tuple(problems), tuple(warnings))


def _typed(layers: Sequence[Layer], catalogue: Catalogue) -> dict[str, Any]:
    """Return the sound values of all layers so far."""
    values = {name: catalogue.default_of(name) for name in catalogue.keys}
    unsound, _ = take_values(catalogue, layers[1:], values)
    return {
        name: value
        for name, value in with_secrets(values, catalogue.secrets).items()
        if value is not MISSING and name not in unsound
    }


def _place(placed: PlacedSource, layers: Sequence[Layer]) -> int:
    """Return where a layer goes: behind its neighbour, and the sources that stand there."""
    after = _KINDS.index(placed.after)
    above = (
        number
        for number, layer in enumerate(layers)
        if layer.kind is not LayerKind.SOURCE and _KINDS.index(layer.kind) > after
    )
    return next(above, len(layers))


def _read(placed: PlacedSource, fetched: Fetched, catalogue: Catalogue) -> Reading:
    """Return the layer of what a source gave, and what is wrong with it."""
    if fault := _fault(placed, fetched):
        return Reading((_layer(placed, {}, placed.keys),), (_problem(placed, None, *fault),))
    given = {name: value for name, value in fetched.value.items() if value is not None}
    renamed = by_names_of_now(given, catalogue)
    values = {name: value for name, value in renamed.values.items() if name in placed.keys}
    origin = _origin(placed)
    names = [catalogue.renamed.get(name, name) for name in given]
    refused = [name for name in names if name not in placed.keys]
    problems = [_not_to_be_set(placed, name, catalogue) for name in refused]
    for old, other in renamed.beside.items():
        problems.append(both_names(old, other, origin, catalogue))
    warnings = (renamed_notice(old, new, origin, catalogue) for new, old in renamed.former.items())
    layer = _layer(placed, with_secrets(values, catalogue.secrets))
    return Reading((layer,), tuple(problems), tuple(warnings))


def _fault(placed: PlacedSource, fetched: Fetched) -> tuple[str, str, str] | None:
    """Return what was found, is wanted, and is to be done about a source that failed whole."""
    mend = f"mend the source in {placed.plugin}"
    if fetched.late:
        wanted = f"an answer within {placed.source.timeout:g} seconds"
        return "no answer", wanted, "see whether it can be reached, or give it a longer timeout="
    if fetched.error is not None:
        found = f"its fetch raised {raised(fetched.error)}"
        return found, "values by key", f"see whether it can be reached, or {mend}"
    given = fetched.value
    if not isinstance(given, Mapping):
        return f"its fetch returned {kind_of(given)}", "a dict of keys and values", mend
    if strange := [name for name in given if not isinstance(name, str)]:
        found = f"its fetch returned a table with {kind_of(strange[0])} as a key"
        return found, "a dict of keys and values", mend
    return None


def _layer(
    placed: PlacedSource, values: Mapping[str, Any], unsure: frozenset[str] = frozenset()
) -> Layer:
    origin = _origin(placed)
    return Layer(LayerKind.SOURCE, origin.name, values, lambda _: origin, True, unsure)


def _origin(placed: PlacedSource) -> Origin:
    return Origin(LayerKind.SOURCE, f"source {placed.source.name}")


def _not_to_be_set(placed: PlacedSource, name: str, catalogue: Catalogue) -> Problem:
    if name in catalogue.removed:
        return removed_problem(name, _origin(placed), catalogue)
    wanted = f"one of the keys that it may set: {', '.join(placed.source.keys)}"
    if name in catalogue.keys:
        hint = f"name it in keys= of the source, in {placed.plugin}"
        return _problem(placed, name, "a key that the source may not set", wanted, hint)
    near = did_you_mean(name, placed.keys)
    hint = f"let the source leave it out, in {placed.plugin}{near}"
    return _problem(placed, printable(name), "an unknown key", wanted, hint)


def _problem(placed: PlacedSource, key: str | None, found: str, wanted: str, hint: str) -> Problem:
    origin = _origin(placed)
    return Problem(key, found, wanted, origin, hint, None, placed.plugin.name, quoted=True)


class _Seen(Mapping[str, Any]):
    """What a source's function gets: the values of the other layers, read-only."""

    __slots__ = ("_catalogue", "_placed", "_values")

    def __init__(
        self, values: Mapping[str, Any], placed: PlacedSource, catalogue: Catalogue
    ) -> None:
        self._values, self._placed, self._catalogue = values, placed, catalogue

    def __getitem__(self, key: str) -> Any:
        if key in self._values:
            return self._values[key]
        if key in self._catalogue.keys:
            raise KeyError(f"{key} has no sound value before the sources are asked")
        raise KeyError(unknown_key(key, self._catalogue))

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return f"<settings for the source {self._placed.source.name}>"
