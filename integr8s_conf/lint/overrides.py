"""Overrides that change nothing, or the same everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..comparison import same
from ..deployment.roles import MAIN
from ..lookup import MISSED
from ..sources.locate import Place
from .finding import Finding, NoOp, Words, of_key, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..resolve.layer import Layer
    from .examined import Beneath, Examined

REDUNDANT = "redundant-override"
EVERYWHERE = "in-every-override"


def redundant_overrides(examined: Examined) -> Iterator[Finding]:
    """Yield each line of an override file whose value holds without it, whatever it runs with."""
    for file in examined.overrides:
        for name in file.values:
            if below := _what_it_repeats(file, name, examined):
                yield redundant(file, name, below, examined, NoOp(file.kind, _place(file), name))


def redundant(
    layer: Layer, name: str, below: Beneath, examined: Examined, no_op: NoOp | None
) -> Finding:
    """Return the finding of a line that repeats what is below it."""
    related = ((name, below.origin),) if below.origin else ()
    said = f"{shown(name, below.value, examined.catalogue)}, as {below.origin} has it"
    words = Words(said, "a line that changes something", _way(no_op))
    return Finding(
        of_key(REDUNDANT, name, words, layer.locate(name), examined.catalogue, related), no_op
    )


def _way(no_op: NoOp | None) -> str:
    return "remove the line; integr8s-conf lint --fix does" if no_op else "remove the line"


def _place(file: Layer) -> Place:
    return Place(file.name, str(file.path))


def _what_it_repeats(file: Layer, name: str, examined: Examined) -> Beneath | None:
    value = examined.typed(file, name)
    if value is MISSED or examined.may_come_between(name):
        return None
    found = [examined.beneath([run.base], name) for run in examined.runs_of(file)]
    return found[0] if all(same(value, one.value) for one in found) else None


def in_every_override(examined: Examined) -> Iterator[Finding]:
    """Yield each key that all overrides set to one same value, which the base file has not."""
    first, *more = examined.overrides or (None,)
    if first is None or not more:
        return
    base = examined.main[0].base
    for name in first.values:
        value = examined.typed(first, name)
        below = examined.beneath([base], name)
        alike = all(same(value, examined.typed(file, name)) for file in more)
        of_all = not examined.catalogue.keys[name].setting.distinct
        if value is not MISSED and alike and of_all and not same(value, below.value):
            yield _everywhere(name, below, examined)


def _everywhere(name: str, below: Beneath, examined: Examined) -> Finding:
    first, *more = examined.overrides
    catalogue, base = examined.catalogue, examined.main[0].base.name
    value = shown(name, examined.typed(first, name), catalogue)
    found = f"{value}, in each of {len(more) + 1} overrides"
    hint = f"set it in {base}, and remove it from the overrides"
    if below.value is not MISSED:
        now = shown(name, below.value, catalogue)
        hint += f", if {MAIN} may have it too: it has {now} now ({below.origin})"
    words = Words(found, f"one line in {base}", hint)
    related = tuple((name, file.locate(name)) for file in more)
    return Finding(of_key(EVERYWHERE, name, words, first.locate(name), catalogue, related))
