"""All that comparisons found, each difference once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..diagnostic import Diagnostic
    from .task import Outcome
    from .variations import Kinds

_MOST = 3
"""The most combinations, or variations, that are named."""


class _Found(NamedTuple):
    """A difference, as it was found first, and where else it was."""

    first: Diagnostic
    combinations: dict[str, None]
    variations: dict[Kinds, None]


def findings(outcomes: Sequence[Outcome]) -> tuple[Diagnostic, ...]:
    """Return each difference once for its key and rule: its first example, and where it is."""
    found: dict[tuple[str, str], _Found] = {}
    for outcome in outcomes:
        for one in outcome.diagnostics:
            here = found.setdefault((one.rule, _about(one)), _Found(one, {}, {}))
            here.combinations[outcome.combination] = None
            here.variations[outcome.kinds] = None
    return tuple(_told(one, outcomes) for one in found.values())


def _about(one: Diagnostic) -> str:
    """Return what tells a finding from others of its rule; without a key, how its text begins.

    That is before a second colon: the type of an error, which has a text of its own each time.
    """
    return one.problem.key or " ".join(one.problem.found.split(":")[:2])


def _told(found: _Found, outcomes: Iterable[Outcome]) -> Diagnostic:
    first = found.first
    problem = first.problem
    of_refusal = first.rule.endswith("-refuses")
    compared = [one for one in outcomes if one.both_accept or (of_refusal and one.diagnostics)]
    said = problem.found
    if len(found.combinations) < len({one.combination for one in compared}):
        said += f"\nin {_listed(map(_last_file, found.combinations))}"
    if len(found.variations) < len({one.kinds for one in compared}):
        words = (_in_words(one, problem.key) for one in found.variations)
        said += f"\nwhere {_listed(words)}"
    return first._replace(problem=replace(problem, found=said))


def _listed(names: Iterable[str]) -> str:
    """Return the first of several names, and how many more there are."""
    every = list(dict.fromkeys(names))
    more = len(every) - _MOST
    return ", ".join([*every[:_MOST], *([f"and {more} more"] if more > 0 else [])])


def _in_words(kinds: Kinds, key: str | None) -> str:
    """Return what the secrets are, as far as that may be why the values of a key differ."""
    if not kinds:
        return "the variables are as they are"
    every = dict(kinds)
    told = {key: every[key]} if key in every else every
    if len(told) > 1:
        return "all secrets are changed"
    return "".join(f"{name} is {kind}" for name, kind in told.items())


def _last_file(combination: str) -> str:
    """Return the part of a combination's name that tells it from others: ``b.toml [prod]``."""
    return combination.rpartition(" + ")[2]
