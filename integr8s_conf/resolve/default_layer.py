"""The lowest layer: the sections' defaults, and those that other plugins change."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ..declare.section import MISSING
from ..origin import LayerKind, Origin
from .layer import Layer

if TYPE_CHECKING:
    from ..declare.catalogue import Catalogue


@lru_cache(maxsize=8)
def default_layer(catalogue: Catalogue) -> Layer:
    """Return the layer of all defaults that are ready; callable ones are called at each load."""

    def locate(key: str) -> Origin:
        if changed := catalogue.changed_defaults.get(key):
            return Origin(LayerKind.DEFAULTS, f"default of {changed.plugin}")
        return Origin(
            LayerKind.DEFAULTS, f"default of section {catalogue.keys[key].section.__name__}"
        )

    ready = {key: value for key, value in catalogue.defaults.items() if value is not MISSING}
    return Layer(LayerKind.DEFAULTS, "defaults", ready, locate)
