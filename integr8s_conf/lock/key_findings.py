"""What a key that is new, gone or changed does to the files of a deployment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..diagnostic import Diagnostic
from ..problems import Problem
from .change_findings import Change, change_findings
from .comparison import ACCEPT
from .words import default_words, how_to_set, type_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .changes import ChangedKey
    from .comparison import Comparison
    from .entry import LockedKey


def key_findings(changed: ChangedKey, comparison: Comparison) -> Iterator[Diagnostic]:
    """Yield what to say of a key: where it touches the deployment, else that it does not."""
    if changed.now is None:
        yield from _gone(changed, comparison)
    elif changed.before is None:
        yield from _new(changed, changed.now, comparison)
    else:
        yield from change_findings(Change(changed, changed.before, changed.now, comparison))


def _gone(changed: ChangedKey, comparison: Comparison) -> Iterator[Diagnostic]:
    name, plugin = changed.name, changed.former_plugin
    there = comparison.now.get(plugin)
    hint = (there.removed.get(name) if there else None) or "remove it"
    found = f"a key that {comparison.release(plugin)} does not have"
    places = comparison.use.places_of_lost(name)
    for origin in places:
        problem = Problem(name, found, "the key left out", origin, hint, plugin=plugin)
        yield Diagnostic("removed-key", "error", problem)
    if not places and there:
        origin = comparison.line(changed)
        problem = Problem(name, f"{found} any more", "", origin, ACCEPT, plugin=plugin)
        yield Diagnostic("changed-declaration", "warning", problem)


def _new(changed: ChangedKey, now: LockedKey, comparison: Comparison) -> Iterator[Diagnostic]:
    name, plugin, use = changed.name, changed.plugin, comparison.use
    origin, where = comparison.line(changed), use.without(name)
    if now.required and where:
        found = f"a new key that is required, and missing for {use.said(where)}"
        problem = Problem(name, found, type_words(now), origin, how_to_set(now), plugin=plugin)
        yield Diagnostic("new-required-key", "error", problem)
    elif plugin in comparison.locked.lock:
        found = f"a new key: {type_words(now)}; {_filled(now)}"
        problem = Problem(name, found, "", origin, ACCEPT, plugin=plugin)
        yield Diagnostic("new-key", "warning", problem)


def _filled(key: LockedKey) -> str:
    """Return where the value of a new key comes from."""
    if key.computed:
        return "computed where it is not set"
    return "required, and set" if key.required else f"default {default_words(key)}"
