"""What every converter is made of."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..inner_path import InnerPath


class Mismatch(Exception):  # noqa: N818 - what is wrong with a value, not with the program
    """A value that is not of the declared type, or not within its bounds.

    Caught within the framework, never raised to users. ``wanted`` overrides the converter's own
    words, ``hint`` may hold ``{assign}`` followed by a TOML value; ``path`` leads to an inner one.
    ``more`` is what else is wrong within the same value.
    """

    more: tuple[Mismatch, ...] = ()

    def __init__(
        self,
        wanted: str | None = None,
        hint: str = "",
        *,
        path: InnerPath = (),
        found: str | None = None,
        quoted: bool = False,
    ) -> None:
        super().__init__()
        self.wanted = wanted
        self.hint = hint
        self.path = path
        self.found = found
        self.quoted = quoted

    def all(self) -> tuple[Mismatch, ...]:
        """Return everything that is wrong within the value, this first."""
        return (self, *self.more)

    def within(self, step: str | int, wanted: str, found: str) -> Mismatch:
        """Return the same mismatch, alone, as seen from the container that holds the value."""
        return Mismatch(
            self.wanted or wanted,
            self.hint,
            path=(step, *self.path),
            found=self.found or found,
            quoted=self.quoted,
        )


class UnsupportedTypeError(Exception):
    """An annotation that no converter exists for."""


class Converter(NamedTuple):
    """How one declared type takes values."""

    wanted: str
    """With its article: ``an integer``."""

    plural: str
    convert: Callable[[Any], Any]
    """From a TOML or Python value; raises Mismatch."""

    parse: Callable[[str], Any]
    """From the text of a variable; raises Mismatch."""

    family: Literal["text", "ordered", "sized", "flag", "other"] = "other"
    """Which bounds make sense of it."""

    optional: bool = False
    choices: tuple[Any, ...] = ()
    from_json: Callable[[Any], Any] | None = None
    """From a value of JSON, where that is not as from a TOML value: JSON has no dates."""

    @property
    def of_json(self) -> Callable[[Any], Any]:
        """The way from a value of JSON; raises Mismatch."""
        return self.from_json or self.convert


_JSON: dict[type, tuple[str, str]] = {
    list: ("a list as JSON, or separated by commas", '["a", "b"]'),
    dict: ("a table as JSON", '{"name": "value"}'),
}


def load_json(text: str, expected: type) -> Any:
    """Return the JSON list or table in ``text``; raise Mismatch where it is none."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, expected):
        wanted, example = _JSON[expected]
        raise Mismatch(wanted, f"write it so: {example}")
    return value
