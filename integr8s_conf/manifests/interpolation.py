"""Compose's own ``${NAME:-default}``: what a text is taken from, and what it is without that."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_START = re.compile(r"\$(?:(?P<escaped>\$)|(?P<plain>[A-Za-z_]\w*)|\{(?P<braced>[A-Za-z_]\w*)|)")
_OPERATOR = re.compile(r":?[-?+]")


class BadInterpolationError(Exception):
    """A text with a ``$`` that Compose would refuse."""


class Interpolated(NamedTuple):
    """A text of a Compose file."""

    names: tuple[str, ...] = ()
    """The variables that it is taken from, of whoever starts the process."""

    text: str | None = ""
    """What it is with the variables at hand; None where one that has no default is not."""

    default: str | None = ""
    """What it is where none of the variables is set; None where one has no default."""

    def __repr__(self) -> str:
        return f"<text of {self.names}>"


def interpolate(text: str, environ: Mapping[str, str]) -> Interpolated:
    """Return a text as Compose would read it.

    Raises:
        BadInterpolationError: A ``$`` begins nothing that Compose knows.

    """
    return _read(text, 0, environ, nested=False)[0]


def _read(
    text: str, start: int, environ: Mapping[str, str], *, nested: bool
) -> tuple[Interpolated, int]:
    """Return what stands from ``start`` to the end, or to the brace that closes ``nested``."""
    whole, place = Interpolated(), start
    while place < len(text):
        if nested and text[place] == "}":
            return whole, place + 1
        if text[place] != "$":
            whole, place = _joined(whole, _literal(text[place])), place + 1
            continue
        found = _START.match(text, place)
        if found is None or found.end() == place + 1:
            raise BadInterpolationError
        place = found.end()
        if found["escaped"]:
            whole = _joined(whole, _literal("$"))
        elif found["plain"]:
            whole = _joined(whole, _variable(found["plain"], environ, "", Interpolated()))
        else:
            part, place = _braced(found["braced"], text, place, environ)
            whole = _joined(whole, part)
    if nested:
        raise BadInterpolationError
    return whole, place


def _braced(
    name: str, text: str, place: int, environ: Mapping[str, str]
) -> tuple[Interpolated, int]:
    operator = _OPERATOR.match(text, place)
    if operator is None and not text.startswith("}", place):
        raise BadInterpolationError
    start = operator.end() if operator else place
    rest, end = _read(text, start, environ, nested=True)
    return _variable(name, environ, operator[0] if operator else "", rest), end


def _variable(
    name: str, environ: Mapping[str, str], operator: str, rest: Interpolated
) -> Interpolated:
    """Return what a variable gives: ``rest`` is what stands behind the operator."""
    value = environ.get(name)
    given = bool(value) if operator.startswith(":") else value is not None
    if operator.endswith("+"):
        return Interpolated((name,), rest.text if given else "", "")
    if operator.endswith("-"):
        names = (name, *rest.names)
        return Interpolated(names, value if given else rest.text, rest.default)
    return Interpolated((name,), value if given else None, None)


def _literal(text: str) -> Interpolated:
    return Interpolated((), text, text)


def _joined(one: Interpolated, other: Interpolated) -> Interpolated:
    return Interpolated(
        (*one.names, *other.names),
        None if one.text is None or other.text is None else one.text + other.text,
        None if one.default is None or other.default is None else one.default + other.default,
    )
