"""What production refuses: development's secrets, and secrets in files that are committed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..origin import LayerKind
from ..secret import MASK
from .described import problem_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..declare.catalogue import Catalogue
    from ..declare.declarations import Key
    from ..problems import Problem
    from .layer import Layer

ENVIRONMENT = "ENVIRONMENT"
_PRODUCTION = ("production", "prod")
_TOML = (LayerKind.BASE_FILE, LayerKind.OVERRIDE_FILE)


def is_production(layers: Sequence[Layer]) -> bool:
    """Tell whether the highest of ``layers`` that names an environment names production."""
    for layer in reversed(layers):
        if ENVIRONMENT in layer.values:
            return names_production(layer.values[ENVIRONMENT])
    return False


def names_production(environment: Any) -> bool:
    """Tell whether a value of ENVIRONMENT means production; blanks and case do not count."""
    return isinstance(environment, str) and environment.strip().lower() in _PRODUCTION


def refused_secrets(
    catalogue: Catalogue, layers: Sequence[Layer], names: Iterable[str]
) -> Iterator[Problem]:
    """Yield a problem for each of the secrets ``names`` that production refuses."""
    for name in names:
        key = catalogue.keys[name]
        setting = [layer for layer in layers if name in layer.values]
        yield from (_in_file(key, layer) for layer in setting if layer.kind in _TOML)
        if setting and setting[-1].kind not in _TOML and _is_default(key, setting[-1], catalogue):
            yield _default(key, setting[-1])


def secrets_in_files(catalogue: Catalogue, layers: Sequence[Layer]) -> Iterator[Problem]:
    """Yield a warning for each secret that a TOML file sets."""
    for layer in layers:
        if layer.kind in _TOML:
            for name in catalogue.secrets & layer.values.keys():
                yield _in_file(catalogue.keys[name], layer)


def _is_default(key: Key, layer: Layer, catalogue: Catalogue) -> bool:
    """Tell whether a layer gives a default of development; None means that there is no secret."""
    value = layer.values[key.name]
    if not isinstance(value, str):
        return False
    defaults = (key.setting.default, catalogue.defaults.get(key.name))
    known = {str(default) for default in defaults if isinstance(default, str)}
    return layer.kind is LayerKind.DEFAULTS or str(value) in known


def _in_file(key: Key, layer: Layer) -> Problem:
    return problem_of(
        key,
        f"{MASK}, a secret in a file that is committed",
        "a secret from the environment or a secret file",
        layer.locate(key.name),
        f"remove the line, then set the variable {key.name}, or {key.name}_FILE",
    )


def _default(key: Key, layer: Layer) -> Problem:
    return problem_of(
        key,
        f"{MASK}, the development default",
        "a secret of its own in production",
        layer.locate(key.name),
        f"set the variable {key.name}, or {key.name}_FILE",
    )
