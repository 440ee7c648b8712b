"""The sources of plugins: judged, and each with its place among the layers."""

from __future__ import annotations

import inspect
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from ..origin import LayerKind
from ..suggest import did_you_mean
from .fault import Fault
from .source import LayerName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .draft import Draft
    from .plugin import Contribution, Plugin
    from .source import Source

_NOT_ITS_OWN = "ENVIRONMENT"
"""The key that decides which files are read; a source is asked after them."""

_LAYERS = tuple(map(LayerKind, get_args(LayerName)))


class PlacedSource(NamedTuple):
    """A source that is sound, and the layer that it comes right after."""

    plugin: Plugin
    source: Source
    after: LayerKind
    keys: frozenset[str]
    """The declared keys that it may set."""


def add_sources(draft: Draft, contribution: Contribution) -> None:
    """Take the sources of a plugin; refuse bad ones, and those that another one stands against."""
    plugin = contribution.plugin
    for source in contribution.sources:
        faults = list(_faults(source))
        for fault in faults:
            draft.problems.append(fault.problem(plugin))
        if not faults:
            keys = frozenset(_keys(draft, plugin, source))
            _add(draft, PlacedSource(plugin, source, _after(source), keys))


def _faults(source: Source) -> Iterator[Fault]:
    name = f"a Source with name={source.name!r}"
    if not (isinstance(source.name, str) and source.name.isprintable() and source.name.strip()):
        yield Fault(name, "a name to be shown", 'write Source("vault", ...)')
    if not callable(source.fetch) or inspect.iscoroutinefunction(source.fetch):
        hint = "give a plain function of the other layers' values"
        yield Fault(f"{name} and fetch={source.fetch!r}", "a function", hint)
    keys: Any = source.keys
    if isinstance(keys, str) or not all(isinstance(key, str) for key in keys) or not keys:
        found = f"{name} and keys={keys!r}"
        yield Fault(found, "a list of keys", 'write keys=["MAIL_PASSWORD"]')
    elif _NOT_ITS_OWN in keys:
        found = f"{name} and {_NOT_ITS_OWN} among its keys"
        wanted = f"no {_NOT_ITS_OWN}, which decides what is read before a source is asked"
        yield Fault(found, wanted, f"drop {_NOT_ITS_OWN} of keys=")
    timeout: Any = source.timeout
    if isinstance(timeout, bool) or not isinstance(timeout, int | float) or not timeout > 0:
        yield Fault(f"{name} and timeout={timeout!r}", "a number of seconds", "write timeout=10")
    yield from _misplaced(source, name)


def _misplaced(source: Source, name: str) -> Iterator[Fault]:
    if source.before and source.after:
        yield Fault(f"{name} and both before= and after=", "one of the two", "drop one of them")
    for option, first, layers in (
        ("before", source.before, _LAYERS[1:]),
        ("after", source.after, _LAYERS[:-1]),
    ):
        if first is not None and first not in layers:
            near = did_you_mean(first, layers) if isinstance(first, str) else ""
            wanted = f"one of {', '.join(layers)}"
            yield Fault(f"{name} and {option}={first!r}", wanted, f"name a layer{near}")


def _after(source: Source) -> LayerKind:
    if source.before:
        return _LAYERS[_LAYERS.index(LayerKind(source.before)) - 1]
    return LayerKind(source.after or LayerKind.SECRET_FILES)


def _keys(draft: Draft, plugin: Plugin, source: Source) -> Iterator[str]:
    for pattern in dict.fromkeys(source.keys):
        matching = [key for key in draft.keys if key != _NOT_ITS_OWN and fnmatchcase(key, pattern)]
        if not matching:
            draft.skips(plugin, f"{pattern} of the source {source.name}", (pattern,))
        yield from matching


def _add(draft: Draft, placed: PlacedSource) -> None:
    """Take a source, unless its name or its place is taken: order of plugins decides nothing."""
    for other in draft.sources:
        both = f"{_owned(other)} and {_owned(placed)}"
        if other.source.name == placed.source.name:
            found, hint = f"{both} have one name", "rename one of the two"
            draft.refuse(placed.plugin, None, found, "one source of each name", hint)
            return
        if other.after is placed.after and (shared := sorted(other.keys & placed.keys)):
            found = f"{both} both set {', '.join(shared)} right after the {placed.after}"
            hint = "give one of the two another place, with before= or after="
            draft.refuse(placed.plugin, None, found, "one source of a key at each place", hint)
            return
    draft.sources.append(placed)


def _owned(placed: PlacedSource) -> str:
    return f"the source {placed.source.name} of {placed.plugin}"
