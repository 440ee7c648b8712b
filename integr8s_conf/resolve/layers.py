"""The order of the layers: a request in, the layers of its configuration out, lowest first."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ..display import kind_of, printable
from ..origin import LayerKind, Origin
from ..problems import Problem
from ..secret import with_secrets
from ..sources.env_file import EnvFileContent
from ..sources.locate import Place, locate_base, locate_env_file, locate_override
from ..sources.variables import read_variables
from .default_layer import default_layer
from .file_layers import read_file_layer
from .former_names import both_names, by_names_of_now
from .layer import Layer, Reading, joined
from .notices import removed_problem, renamed_notice
from .production import is_production
from .secret_layers import read_secret_layer
from .unknown_keys import unknown_hint
from .variable_layers import read_env_file_layer, read_environment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..declare.catalogue import Catalogue
    from ..request import Request


def read_layers(request: Request, catalogue: Catalogue) -> Reading:
    """Read every source of a request; the layers come lowest first."""
    environ = read_variables(request.environ, names_read(catalogue))
    base = locate_base(request)
    files = [read_file_layer(LayerKind.BASE_FILE, _copy_of(base, request), catalogue)]
    if override := locate_override(request, base):
        place = _copy_of(override, request)
        files.append(read_file_layer(LayerKind.OVERRIDE_FILE, place, catalogue))
    environment = read_environment(environ, catalogue)
    explicit = read_overrides(request.overrides, catalogue)
    defaults = Reading((default_layer(catalogue),))
    others = joined([defaults, *files, environment, explicit]).layers
    env_place = None if is_production(others) else locate_env_file(request, base)
    env_file, content = _env_file(env_place, catalogue)
    name = env_place.name if env_place else ""
    secret_files = read_secret_layer(request, environ, catalogue, content, name)
    read = joined([*files, env_file, secret_files, environment, explicit])
    layers = (_shielded(layer, catalogue.secrets) for layer in read.layers)
    reading = Reading((*defaults.layers, *layers), read.problems, read.warnings)
    return _with_sources(reading, catalogue) if catalogue.sources else reading


def _with_sources(reading: Reading, catalogue: Catalogue) -> Reading:
    from .source_layers import with_sources  # noqa: PLC0415 - few deployments have any

    return with_sources(reading, catalogue)


def _copy_of(place: Place, request: Request) -> Place:
    copy = request.copies.get(place.path)
    return place._replace(path=copy) if copy else place


def _shielded(layer: Layer, secrets: frozenset[str]) -> Layer:
    """Return a layer with its secrets' texts as secrets: no traceback's locals show them."""
    values = with_secrets(layer.values, secrets)
    return layer if values is layer.values else layer._replace(values=values)


@lru_cache(maxsize=8)
def names_read(catalogue: Catalogue) -> frozenset[str]:
    """Return the variables without our prefix that a load may read."""
    secrets = catalogue.secrets | catalogue.former_secrets
    secrets |= {name for name, key in catalogue.removed.items() if key.secret}
    return secrets | {f"{name}_FILE" for name in secrets} | {"CREDENTIALS_DIRECTORY"}


def _env_file(place: Place | None, catalogue: Catalogue) -> tuple[Reading, EnvFileContent]:
    return read_env_file_layer(place, catalogue) if place else (Reading(), EnvFileContent())


def read_overrides(values: Mapping[str, Any], catalogue: Catalogue) -> Reading:
    """Return the layer of explicit overrides, and what is wrong with their names."""
    if not values:
        return Reading()
    given, former, beside = by_names_of_now(values, catalogue)
    layer = _shielded(override_layer(given), catalogue.secrets)
    origin = layer.locate("")
    warnings = tuple(renamed_notice(old, new, origin, catalogue) for new, old in former.items())
    named = {*catalogue.keys, *catalogue.renamed}
    problems = (
        *(both_names(old, other, origin, catalogue) for old, other in beside.items()),
        *(_no_key(name, layer, catalogue) for name in values if name not in named),
    )
    return Reading((layer,), problems, warnings)


def _no_key(name: object, layer: Layer, catalogue: Catalogue) -> Problem:
    text = _spelled(name)
    if text in catalogue.removed:
        return removed_problem(text, layer.locate(text), catalogue)
    hint = unknown_hint(text, catalogue)
    return Problem(text, "an unknown key", "a declared key", layer.locate(text), hint)


def _spelled(name: object) -> str:
    try:
        return printable(str(name))
    except Exception:  # noqa: BLE001 - an object's __str__ may raise anything; so do huge integers
        return kind_of(name)


def override_layer(values: Mapping[str, Any]) -> Layer:
    """Return the layer of explicit overrides."""

    def locate(_: str) -> Origin:
        return Origin(LayerKind.OVERRIDES, "overrides")

    return Layer(LayerKind.OVERRIDES, "overrides", values, locate)
