"""Why a key has its value: every layer that spoke of it, and what it was computed from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .display import show_short
from .resolve.described import wanted_of
from .suggest import did_you_mean

if TYPE_CHECKING:
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

    wanted: str
    """Type, unit, bounds and rules in words."""

    description: str
    section: str
    plugin: str
    distribution: str
    secret: bool
    layers: tuple[LayerValue, ...]
    """Highest first: the first one wins."""

    set_explicitly: bool = False
    """Whether a layer sets a key that would be computed."""

    inputs: tuple[Explanation, ...] = ()
    """The keys that a computed value was made from."""

    skipped_rules: tuple[str, ...] = ()
    """Rules of the key that do not run, since a key they name is not declared."""

    def __str__(self) -> str:
        return "\n".join(_lines(self))


def explain(resolution: Resolution, key: str) -> Explanation:
    """Return the explanation of a declared key, in any case.

    Raises:
        KeyError: No loaded plugin declares the key.

    """
    name = key if key in resolution.catalogue.keys else key.upper()
    if name not in resolution.catalogue.keys:
        near = did_you_mean(name, resolution.catalogue.keys)
        raise KeyError(f"{key} is no declared key{near}")
    return _explained(resolution, name, (name,))


def _explained(resolution: Resolution, name: str, way: tuple[str, ...]) -> Explanation:
    declared = resolution.catalogue.keys[name]
    secret = name in resolution.hidden
    value = resolution.values.get(name)
    inputs = [one for one in resolution.inputs.get(name, ()) if one not in way]
    layers = _layers(resolution, name, secret=secret)
    return Explanation(
        name,
        show_short(value, secret=secret) if name in resolution.values else None,
        wanted_of(declared, resolution.catalogue),
        declared.setting.description,
        declared.section.__name__,
        declared.plugin.name,
        declared.plugin.distribution,
        secret,
        layers,
        name in resolution.catalogue.computed and name not in resolution.inputs,
        tuple(_explained(resolution, one, (*way, one)) for one in inputs),
        tuple(str(skipped) for skipped in resolution.catalogue.skipped_for(name)),
    )


def _layers(resolution: Resolution, name: str, *, secret: bool) -> tuple[LayerValue, ...]:
    speaking = [layer for layer in reversed(resolution.layers) if name in layer.values]
    return tuple(
        LayerValue(show_short(layer.values[name], secret=secret), layer.locate(name), not number)
        for number, layer in enumerate(speaking)
    )


def _lines(explanation: Explanation) -> list[str]:
    value = "has no sound value" if explanation.value is None else f"= {explanation.value}"
    lines = [f"{explanation.key} {value}"]
    owner = f"plugin {explanation.plugin} ({explanation.distribution})"
    about = [
        explanation.description,
        f"wanted: {explanation.wanted}",
        f"section {explanation.section} of {owner}",
    ]
    branches = [[text] for text in about if text]
    branches += [
        [f"{'wins' if layer.wins else 'shadowed'}: {layer}"] for layer in explanation.layers
    ]
    if explanation.set_explicitly:
        branches.append([f"shadowed: what plugin {explanation.plugin} would compute"])
    branches += [[f"skipped: {text}"] for text in explanation.skipped_rules]
    branches += [_lines(part) for part in explanation.inputs]
    for number, branch in enumerate(branches):
        last = number == len(branches) - 1
        lines.append(f"{'└── ' if last else '├── '}{branch[0]}")
        lines += [f"{'    ' if last else '│   '}{line}" for line in branch[1:]]
    return lines
