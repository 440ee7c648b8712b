"""A finding of lint, and the line that may go because of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from ..diagnostic import Diagnostic
from ..display import show_short
from ..resolve.described import problem_of

if TYPE_CHECKING:
    from ..declare.catalogue import Catalogue
    from ..diagnostic import Level
    from ..origin import LayerKind, Origin
    from ..sources.locate import Place


class NoOp(NamedTuple):
    """A line without which everything resolves to the same."""

    kind: LayerKind
    place: Place
    name: str
    """The key of a TOML file, or the variable of an env file."""


class Finding(NamedTuple):
    """Something that a rule found."""

    diagnostic: Diagnostic
    no_op: NoOp | None = None


class Words(NamedTuple):
    """What a finding says."""

    found: str
    wanted: str
    hint: str


def of_key(
    rule: str,
    name: str,
    words: Words,
    origin: Origin,
    catalogue: Catalogue,
    related: tuple[tuple[str, Origin], ...] = (),
    *,
    level: Level = "warning",
) -> Diagnostic:
    """Return what a rule says of a key at a place."""
    problem = problem_of(catalogue.keys[name], words.found, words.wanted, origin, words.hint)
    return Diagnostic(rule, level, replace(problem, related=related))


def shown(name: str, value: Any, catalogue: Catalogue) -> str:
    """Return a key's value as a finding shows it: a secret's masked."""
    return show_short(value, secret=name in catalogue.secrets)
