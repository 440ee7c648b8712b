"""One source of raw values, and what reading a source gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ..inner_path import InnerPath
    from ..origin import LayerKind, Origin
    from ..problems import Problem


class Layer(NamedTuple):
    """The raw values of one source; a later layer's value replaces an earlier one's whole."""

    kind: LayerKind
    name: str
    """The source as its user named it: ``config.toml``, ``environment``."""

    values: Mapping[str, Any]
    locate: Callable[[str], Origin]
    """From a key that the layer sets to the place that sets it."""

    textual: bool = False
    """Whether values are texts, to be parsed to the declared type."""

    unsure: frozenset[str] = frozenset()
    """Keys that the source may set, to values that could not be read."""

    path: str | None = None
    locate_inner: Callable[[str, InnerPath], Origin] | None = None
    """From a key and a way into its value to that place, where the source has lines."""

    def __repr__(self) -> str:
        return f"<{self.kind} {self.name}, {len(self.values)} keys>"


class Reading(NamedTuple):
    """The layers that were read, and what is wrong with their sources."""

    layers: tuple[Layer, ...] = ()
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()


def joined(readings: Iterable[Reading]) -> Reading:
    """Return several readings as one, their layers in order."""
    layers: list[Layer] = []
    problems: list[Problem] = []
    warnings: list[Problem] = []
    for reading in readings:
        layers += reading.layers
        problems += reading.problems
        warnings += reading.warnings
    return Reading(tuple(layers), tuple(problems), tuple(warnings))
