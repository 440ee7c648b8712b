"""What explicit values resolve to on top of nothing but defaults: no file, no variable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..resolve.default_layer import default_layer
from ..resolve.layer import Reading
from ..resolve.layers import read_overrides
from ..resolve.resolve import resolve_layers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..declare.catalogue import Catalogue
    from ..resolve.resolution import Resolution


def resolved(catalogue: Catalogue, overrides: Mapping[str, Any]) -> Resolution:
    """Return what ``Settings(overrides=...)`` would resolve to, were nothing else set."""
    explicit = read_overrides(overrides, catalogue)
    layers = (default_layer(catalogue), *explicit.layers)
    return resolve_layers(catalogue, Reading(layers, explicit.problems, explicit.warnings))
