"""What a container holds, converted part by part; all that is wrong with it is told at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Any

from ..display import describe, show_short
from .converter import Converter, Mismatch

Way = Callable[[Converter], Callable[[Any], Any]]
"""How a part is taken, by its converter."""

VALUE: Way = attrgetter("convert")
TEXT: Way = attrgetter("parse")
JSON: Way = attrgetter("of_json")

MOST_WRONG = 1000
"""The most wrong parts of a value that are told one by one; nobody mends more of them at once."""


def no_table(way: Way) -> Mismatch:
    """Return the mismatch of a value that should be a table."""
    example = '{"name": "value"}' if way is JSON else '{assign}{ name = "value" }'
    return Mismatch(hint=f"write a table: {example}")


def convert_parts(
    parts: Iterable[tuple[str | int, Converter, Any]],
    way: Way,
    wrong: Iterable[Mismatch] = (),
) -> list[Any]:
    """Return what a container holds, converted.

    Args:
        parts: The step that leads to each part, the part's converter, and the part.
        way: What the parts are: values, texts to be parsed, or values of JSON.
        wrong: What is known to be wrong with the container beside its parts.

    Raises:
        Mismatch: It stands for all that is wrong.
    """
    converted, wrong = [], list(wrong)
    for step, converter, part in parts:
        try:
            converted.append(way(converter)(part))
        except Mismatch as mismatch:
            found = mismatch.found or (show_short(part) if way is TEXT else describe(part))
            wrong += [one.within(step, converter.wanted, found) for one in mismatch.all()]
            if len(wrong) > MOST_WRONG:
                break
    if wrong:
        first, *more = wrong
        first.more = tuple(more)
        raise first
    return converted
