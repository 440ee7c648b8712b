"""What production refuses: development's secrets, and secrets in files that are committed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..declare.section import MISSING
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
        layer = next((one for one in reversed(layers) if name in one.values), None)
        if layer is None:
            continue
        if layer.kind in _TOML:
            yield _in_file(key, layer)
        elif _is_default(key, layer.values[name], catalogue):
            yield _default(key, layer)


def secrets_in_files(catalogue: Catalogue, layers: Sequence[Layer]) -> Iterator[Problem]:
    """Yield a warning for each secret that a TOML file sets."""
    for layer in layers:
        if layer.kind in _TOML:
            for name in catalogue.secrets & layer.values.keys():
                yield _in_file(catalogue.keys[name], layer)


def _is_default(key: Key, value: Any, catalogue: Catalogue) -> bool:
    defaults = [key.setting.default, catalogue.defaults.get(key.name, MISSING)]
    return any(
        isinstance(default, str) and isinstance(value, str) and str(default) == str(value)
        for default in defaults
    )


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
