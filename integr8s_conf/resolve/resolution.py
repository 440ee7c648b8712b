"""What a request resolves to: values, where each came from, and all that is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ..origin import LayerKind, Origin

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..declare.catalogue import Catalogue
    from ..problems import Problem
    from .layer import Layer


class Resolution(NamedTuple):
    """One load: complete where it has no problems, and as much as resolves where it has some."""

    catalogue: Catalogue
    layers: tuple[Layer, ...]
    """Lowest first."""

    values: dict[str, Any]
    """Typed values, in the order of the declarations."""

    hidden: frozenset[str]
    """The keys whose values are secrets: declared ones, and those computed from secrets."""

    inputs: Mapping[str, tuple[str, ...]]
    """Computed key -> the keys that its function read."""

    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()

    def __repr__(self) -> str:
        return f"<resolution of {len(self.values)} keys>"

    def without_secrets(self) -> dict[str, Any]:
        """Return the values that may be shown; a secret is then given by name, and masked."""
        return {key: value for key, value in self.values.items() if key not in self.hidden}

    def layer_of(self, key: str) -> Layer | None:
        """Return the layer whose value of ``key`` wins."""
        layer: Layer
        for layer in reversed(self.layers):
            if key in layer.values:
                return layer
        return None

    def origin(self, key: str) -> Origin:
        """Return where the value of ``key`` comes from."""
        layer = self.layer_of(key)
        return layer.locate(key) if layer else Origin(LayerKind.DEFAULTS, "nothing sets it")
