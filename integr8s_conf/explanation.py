"""Why a key has its value: every layer that spoke of it, and what it was computed from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .display import show_short
from .explanation_tree import tree_lines, tree_of
from .key_reference import key_reference
from .resolve.described import wanted_of
from .suggest import did_you_mean

if TYPE_CHECKING:
    from .declare.catalogue import Catalogue
    from .origin import Origin
    from .resolve.resolution import Resolution


@dataclass(frozen=True, slots=True)
class LayerValue:
    """What one layer said of a key; secrets are masked."""

    value: str
    origin: Origin
    wins: bool

    def __str__(self) -> str:
        return f"{self.value}   {self.origin}"


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that is known of a key; ``str()`` of it is a tree."""

    key: str
    value: str | None
    """As people see it, masked for a secret; None where the key does not resolve."""

    type: str
    """As the section spells it: ``str | None``."""

    unit: str | None
    rules: tuple[str, ...]
    """Each thing that is wanted beyond the type."""

    advice: tuple[str, ...]
    """What rules between keys warn of where it does not hold."""

    wanted: str
    """Type, unit, bounds and rules in one phrase."""

    description: str
    section: str
    plugin: str
    distribution: str
    secret: bool
    layers: tuple[LayerValue, ...]
    """Highest first: the first one wins."""

    set_explicitly: bool = False
    """Whether a layer sets a key that would be computed."""

    computed_by: str | None = None
    """The plugin whose function computes the key, where one does."""

    inputs: tuple[Explanation, ...] = ()
    """The keys that a computed value was made from."""

    deprecated: str | None = None
    """Since when, and what to use instead, where it is."""

    former_names: tuple[str, ...] = ()
    """Names that it had, which are still taken."""

    skipped_rules: tuple[str, ...] = ()
    """Rules of the key that do not run, since a key they name is not declared."""

    workers: str | None = None
    """What is wanted of the key over all workers of a deployment."""

    def __str__(self) -> str:
        return "\n".join(tree_lines(tree_of(self)))


def explain(resolution: Resolution, key: str) -> Explanation:
    """Return the explanation of a declared key, in any case, also by a former name.

    Raises:
        KeyError: No loaded plugin declares the key.

    """
    name = key_named(resolution.catalogue, key)
    return _explained(resolution, name, (name,))


def key_named(catalogue: Catalogue, key: str) -> str:
    """Return the declared key that ``key`` names, in any case, also by a former name.

    Raises:
        KeyError: No loaded plugin declares the key.

    """
    name = key if key in catalogue.keys else key.upper()
    name = catalogue.renamed.get(name, name)
    if gone := catalogue.removed.get(name):
        raise KeyError(f"{name} was removed in {gone.release}: {gone.instead}")
    if name not in catalogue.keys:
        raise KeyError(f"{key} is no declared key{did_you_mean(name, catalogue.keys)}")
    return name


def _explained(resolution: Resolution, name: str, way: tuple[str, ...]) -> Explanation:
    catalogue = resolution.catalogue
    declared = key_reference(catalogue, name)
    secret = name in resolution.hidden
    computing = catalogue.computed.get(name)
    inputs = [one for one in resolution.inputs.get(name, ()) if one not in way]
    return Explanation(
        name,
        show_short(resolution.values[name], secret=secret) if name in resolution.values else None,
        declared.type,
        declared.unit,
        declared.rules,
        declared.advice,
        wanted_of(catalogue.keys[name], catalogue),
        declared.description,
        declared.section,
        declared.plugin,
        declared.distribution,
        secret,
        _layers(resolution, name, secret=secret),
        computing is not None and name not in resolution.inputs,
        computing.plugin.name if computing else None,
        tuple(_explained(resolution, one, (*way, one)) for one in inputs),
        declared.deprecated,
        declared.former_names,
        tuple(str(skipped) for skipped in catalogue.skipped_for(name)),
        declared.workers,
    )


def _layers(resolution: Resolution, name: str, *, secret: bool) -> tuple[LayerValue, ...]:
    speaking = [layer for layer in reversed(resolution.layers) if name in layer.values]
    return tuple(
        LayerValue(show_short(layer.values[name], secret=secret), layer.locate(name), not number)
        for number, layer in enumerate(speaking)
    )
