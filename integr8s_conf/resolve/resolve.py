"""The whole program on one page: a request in, values with origins and all problems out."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ..declare.section import MISSING
from ..discover.discovery import load_catalogue
from ..load_guard import loading
from ..origin import LayerKind, Origin
from .between import judge_rules, judge_validators
from .computed import Computed, compute
from .layer import Layer, Reading
from .layers import override_layer, read_layers, read_overrides
from .notices import notices
from .ordering import in_order
from .plugin_policy import policy_of
from .production import ENVIRONMENT, is_production, names_production, refused_secrets
from .resolution import Resolution
from .shared_keys import shared_in_overrides
from .typed_values import called_defaults, missing_values, take_values

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..declare.catalogue import Catalogue
    from ..problems import Problem
    from ..request import Request


def resolve(request: Request) -> Resolution:
    """Load the plugins, read the layers, and judge the whole."""
    with loading():
        return resolve_with(request, load_catalogue(policy_of(request)))


def resolve_with(request: Request, catalogue: Catalogue) -> Resolution:
    """Read the layers of what a catalogue declares, and judge the whole."""
    return resolve_layers(catalogue, read_layers(request, catalogue))


def replaced(resolution: Resolution, changes: Mapping[str, Any]) -> Resolution:
    """Return the same layers resolved anew, under more explicit overrides."""
    layers = [layer for layer in resolution.layers if layer.kind is not LayerKind.COMPUTED]
    overrides: dict[str, Any] = {}
    if layers[-1].kind is LayerKind.OVERRIDES:
        overrides.update(layers.pop().values)
    explicit = read_overrides(changes, resolution.catalogue)
    del changes  # they may hold a secret, and a traceback shows the locals of this frame
    for layer in explicit.layers:
        overrides.update(layer.values)
    layers.append(override_layer(overrides))
    others = [layer for layer in layers if layer.kind is not LayerKind.ENV_FILE]
    if is_production(others):
        layers = others
    reading = Reading(tuple(layers), explicit.problems, explicit.warnings)
    with loading():
        return resolve_layers(resolution.catalogue, reading)


def resolve_layers(catalogue: Catalogue, reading: Reading) -> Resolution:
    """Return the resolution of layers that have been read."""
    values = catalogue.defaults.copy()
    problems = [*catalogue.problems, *reading.problems]
    defaults, *layers = reading.layers
    called, found = called_defaults(catalogue, reading.layers)
    values.update(defaults.values)
    values.update(called)
    unsound = {problem.key for problem in (*problems, *found) if problem.key}
    problems += found
    unfit_keys, found = take_values(catalogue, layers, values)
    unsound |= unfit_keys
    problems += found
    made = _computed(catalogue, layers, values, unsound)
    values.update(made.values)
    unsound |= made.unsound
    problems += [*made.problems, *missing_values(catalogue, values, unsound)]
    unsound |= {key for key in catalogue.undefaulted if values[key] is MISSING}
    for key in unsound & values.keys():
        del values[key]
    resolution = Resolution(
        catalogue,
        tuple(_all_layers(defaults, called, layers, made, catalogue)),
        values,
        catalogue.secrets | made.secrets,
        MappingProxyType(dict(made.inputs)),
    )
    return _judged(resolution, unsound, problems, reading.warnings)


def _computed(
    catalogue: Catalogue, layers: list[Layer], values: dict[str, Any], unsound: set[str]
) -> Computed:
    names = [
        name
        for name in catalogue.computed
        if name not in unsound and not any(name in layer.values for layer in layers)
    ]
    return compute(catalogue, names, values, unsound)


def _all_layers(
    defaults: Layer,
    called: Mapping[str, Any],
    layers: Iterable[Layer],
    made: Computed,
    catalogue: Catalogue,
) -> Iterable[Layer]:
    yield defaults._replace(values={**defaults.values, **called}) if called else defaults
    yield from layers
    if made.values:
        yield _computed_layer(made, catalogue)


def _computed_layer(made: Computed, catalogue: Catalogue) -> Layer:
    def locate(key: str) -> Origin:
        read = ", ".join(made.inputs[key])
        plugin = catalogue.computed[key].plugin
        return Origin(LayerKind.COMPUTED, f"computed by {plugin.name} from {read or 'nothing'}")

    return Layer(LayerKind.COMPUTED, "computed", made.values, locate)


def _judged(
    resolution: Resolution,
    unsound: set[str],
    problems: list[Problem],
    warnings: Iterable[Problem],
) -> Resolution:
    """Return the resolution with the problems and warnings of everything that spans keys."""
    catalogue, layers = resolution.catalogue, resolution.layers
    broken = list(judge_rules(resolution, unsound))
    problems += [problem for severity, problem in broken if severity == "error"]
    problems += judge_validators(resolution, unsound)
    if catalogue.shared:
        problems += shared_in_overrides(catalogue, layers)
    if names_production(_environment(resolution)):
        problems += refused_secrets(catalogue, layers, catalogue.secrets - unsound)
    advice = [problem for severity, problem in broken if severity == "warning"]
    advice += [*warnings, *notices(catalogue, layers)]
    if not problems and not advice:
        return resolution
    faulty = {problem.key for problem in problems if problem.key}
    advice = [
        warning
        for warning in advice
        if faulty.isdisjoint({warning.key, *(key for key, _ in warning.related)})
    ]
    return resolution._replace(
        problems=in_order(resolution, problems),
        warnings=in_order(resolution, advice),
    )


def _environment(resolution: Resolution) -> Any:
    layer = resolution.layer_of(ENVIRONMENT)
    return resolution.values.get(ENVIRONMENT, layer.values[ENVIRONMENT] if layer else None)
