"""Keys that have one value for all workers: no override file may set them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..declare.workers import ONE_VALUE
from ..display import printable
from ..origin import LayerKind
from .described import problem_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..declare.catalogue import Catalogue
    from ..problems import Problem
    from .layer import Layer


def shared_in_overrides(catalogue: Catalogue, layers: Sequence[Layer]) -> Iterator[Problem]:
    """Yield a problem for each key that is set in the override file, and may not be."""
    files = {layer.kind: layer for layer in layers}
    override, base = files.get(LayerKind.OVERRIDE_FILE), files.get(LayerKind.BASE_FILE)
    if override is None:
        return
    for name in catalogue.shared:
        if name in override.values:
            key, origin = catalogue.keys[name], override.locate(name)
            yield problem_of(key, "set in an override file", ONE_VALUE, origin, _way(name, base))


def _way(name: str, base: Layer | None) -> str:
    if base and name in base.values:
        return f"remove it, or change {base.locate(name)}"
    return f"move it to {printable(base.name) if base else 'the base file'}"
