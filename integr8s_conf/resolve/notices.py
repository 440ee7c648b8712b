"""What works but should be mended: deprecated keys, and secrets in files that are committed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..origin import LayerKind, Origin
from .described import problem_of
from .production import secrets_in_files

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..declare.catalogue import Catalogue
    from ..problems import Problem
    from .layer import Layer


def notices(catalogue: Catalogue, layers: Sequence[Layer]) -> Iterator[Problem]:
    """Yield a warning for each thing in ``layers`` that should be mended."""
    yield from secrets_in_files(catalogue, layers)
    for name in catalogue.deprecated:
        for layer in layers:
            if name in layer.values and layer.kind is not LayerKind.DEFAULTS:
                yield _deprecated(name, layer, catalogue)


def _deprecated(name: str, layer: Layer, catalogue: Catalogue) -> Problem:
    key = catalogue.keys[name]
    advice = key.setting.deprecated
    hint = advice if isinstance(advice, str) else f"remove {name}"
    return problem_of(key, "a deprecated key", "the key left out", layer.locate(name), hint)


def renamed_notice(old: str, new: str, origin: Origin, catalogue: Catalogue) -> Problem:
    """Return the warning of a key that is set by its former name."""
    key = catalogue.keys[new]
    found = f"its former name {old}"
    return problem_of(key, found, f"the name {new}", origin, f"rename {old} to {new}")
