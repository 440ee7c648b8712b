"""The effect of a change for people: what changes, grouped by where it does so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..what_if.effect import by_places
from .sides import side_text
from .tables import print_marked, print_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..comparison import Difference
    from ..what_if.effect import Effect
    from ..what_if.suppose import Kept


def print_effect(effect: Effect, kept: Sequence[Kept] = ()) -> None:
    """Print each value that changes, before and after, below the places where it does so."""
    for places, differences in by_places(effect.changes).items():
        title = f"in {effect.said(places)}" if len(effect.compared) > 1 else None
        _print_differences(title, differences)
    for places, differences in by_places(effect.own).items():
        _print_differences(f"new: {effect.said(places)}, beside the backend", differences)
    for key, origin, places in kept:
        print_text(f"{effect.said(places)} keeps its {key}: {origin} sets it")
    if kept:
        print_text("")


def _print_differences(title: str | None, differences: Iterable[Difference]) -> None:
    lines = [("", title)] if title else []
    for one in differences:
        lines += [
            ("", one.key),
            ("-", side_text(one.left, secret=one.secret)),
            ("+", side_text(one.right, secret=one.secret)),
        ]
    print_marked([*lines, ("", "")])
