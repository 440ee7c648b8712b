"""Which declared keys are read, by whom, and which lines set keys that are not."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from ..origin import LayerKind, Origin
from ..resolve.production import ENVIRONMENT
from .outline import Way

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ..declare.catalogue import Catalogue
    from ..resolve.resolution import Resolution
    from .code_usage import CodeUsage
    from .reads import KeyRead


class DeclaredUsage(NamedTuple):
    """The reads of each declared key, those of tests apart."""

    by_key: Mapping[str, Sequence[KeyRead]]
    in_tests: Mapping[str, Sequence[KeyRead]]
    used: frozenset[str]
    """The keys that something reads beside tests: code, a computed key that is read, a plugin."""


def declared_usage(
    usage: CodeUsage, resolutions: Sequence[Resolution], of_plugins: Iterable[str]
) -> DeclaredUsage:
    """Return the use of every declared key; ``of_plugins`` are read by what plugins bring."""
    catalogue = resolutions[0].catalogue
    by_key: dict[str, list[KeyRead]] = defaultdict(list)
    in_tests: dict[str, list[KeyRead]] = defaultdict(list)
    for read in usage.reads:
        if (
            read.key
            and read.key in catalogue.keys
            and read.way is not Way.CHANGE
            and is_of(read, catalogue)
        ):
            reads = in_tests if usage.files[read.file].is_test else by_key
            reads[read.key].append(read)
    used = {*by_key, *of_plugins, ENVIRONMENT}
    return DeclaredUsage(by_key, in_tests, frozenset(_with_inputs(used, resolutions)))


def is_of(read: KeyRead, catalogue: Catalogue) -> bool:
    """Tell whether what is read has the key: the settings have all, a view those of its section."""
    sections = {section.__name__: keys for section, keys in catalogue.sections.items()}
    return not read.section or read.key in sections.get(read.section, ())


def _with_inputs(names: Iterable[str], resolutions: Iterable[Resolution]) -> set[str]:
    """Return keys, and those that they are computed from."""
    inputs: dict[str, set[str]] = defaultdict(set)
    for resolution in resolutions:
        for key, read in resolution.inputs.items():
            inputs[key] |= set(read)
    waiting, found = list(names), set(names)
    while waiting:
        more = inputs.get(waiting.pop(), set()) - found
        found |= more
        waiting += more
    return found


def declared_at(key: str, resolution: Resolution) -> Origin:
    """Return the line of the base file that sets a key, else the section that declares it."""
    for layer in resolution.layers:
        if layer.kind is LayerKind.BASE_FILE and key in layer.values:
            return layer.locate(key)
    section = resolution.catalogue.keys[key].section.__name__
    return Origin(LayerKind.DEFAULTS, f"section {section}")


def set_elsewhere(
    keys: Iterable[str], resolutions: Sequence[Resolution]
) -> Iterator[tuple[str, Origin]]:
    """Yield the lines of overrides, and of other base files, that set some keys."""
    wanted = list(keys)
    base = {layer.name for layer in resolutions[0].layers if layer.kind is LayerKind.BASE_FILE}
    seen = set(base)
    for layer in (layer for one in resolutions for layer in one.layers):
        if layer.kind in (LayerKind.BASE_FILE, LayerKind.OVERRIDE_FILE) and layer.name not in seen:
            seen.add(layer.name)
            there = [(key, layer.locate(key)) for key in wanted if key in layer.values]
            yield from sorted(there, key=lambda one: one[1].line or 0)
