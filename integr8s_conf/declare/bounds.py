"""The bounds of a key's values, compiled from the keywords of its setting."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from ..convert import Converter, Mismatch
from ..display import counted, show

if TYPE_CHECKING:
    from .section import Setting

Test = Callable[[Any], str | None]

_ORDERS = (
    ("gt", "greater than", operator.lt),
    ("ge", "at least", operator.le),
    ("lt", "less than", operator.gt),
    ("le", "at most", operator.ge),
)
"""Each comparison is that of the bound with the value, so that the bound can be bound to it."""


class BadDeclarationError(Exception):
    """A setting whose type and keywords do not fit each other; the text says what to write."""


class Bound(NamedTuple):
    """One condition on a typed value; ``holds`` tells whether a value meets it."""

    wanted: str
    holds: Callable[[Any], bool]


class Purpose(NamedTuple):
    """A check of the author's: it returns what is wanted, or None for a good value."""

    wanted: str
    check: Test


def bounds_of(setting: Setting, converter: Converter) -> tuple[Bound, ...]:
    """Return the bounds that the keywords of ``setting`` say.

    Raises:
        BadDeclarationError: A keyword does not fit the type.

    """
    bounds = [*_orders(setting, converter), *_lengths(setting, converter)]
    if setting.pattern is not None:
        bounds.append(_pattern(setting.pattern, converter))
    return tuple(bounds)


def _orders(setting: Setting, converter: Converter) -> Iterator[Bound]:
    for keyword, words, compare in _ORDERS:
        bound = getattr(setting, keyword)
        if bound is None:
            continue
        if converter.family not in ("ordered", "other"):
            raise BadDeclarationError(f"{keyword}= does not fit {converter.wanted}")
        try:
            bound = converter.convert(bound) if converter.family == "ordered" else bound
        except Mismatch:
            raise BadDeclarationError(f"{keyword}={bound!r} is not {converter.wanted}") from None
        holds: Callable[[Any], bool] = partial(compare, bound)
        known = type(bound) in (int, float)
        yield Bound(f"{words} {show(bound)}", holds if known else _forgiving(holds))


def _forgiving(holds: Callable[[Any], bool]) -> Callable[[Any], bool]:
    """Return a condition that values do not meet that cannot be compared."""

    def forgiving(value: Any) -> bool:
        try:
            return holds(value)
        except TypeError:
            return False

    return forgiving


def _lengths(setting: Setting, converter: Converter) -> Iterator[Bound]:
    least, most = setting.min_length, setting.max_length
    if least is None and most is None:
        return
    if converter.family not in ("text", "sized", "other"):
        raise BadDeclarationError(f"min_length= and max_length= do not fit {converter.wanted}")
    what = "character" if converter.family == "text" else "item"
    if least is not None:
        yield Bound(f"of at least {counted(least, what)}", lambda value: len(value) >= least)
    if most is not None:
        yield Bound(f"of at most {counted(most, what)}", lambda value: len(value) <= most)


def _pattern(pattern: str, converter: Converter) -> Bound:
    if converter.family not in ("text", "other"):
        raise BadDeclarationError(f"pattern= does not fit {converter.wanted}")
    try:
        matches = re.compile(pattern).fullmatch
    except re.error as error:
        raise BadDeclarationError(f"pattern= is no regular expression: {error}") from None
    return Bound(f"that matches {pattern}", lambda value: matches(str(value)) is not None)


def purposes_of(setting: Setting) -> tuple[Purpose, ...]:
    """Return the author's checks, each with what it says it wants."""
    return tuple(Purpose(_purpose(check), check) for check in setting.checks)


def _purpose(check: Test) -> str:
    """Return the first line of a check's docstring, else its name."""
    doc = (getattr(check, "__doc__", None) or "").strip()
    name = getattr(check, "__name__", type(check).__name__)
    if not doc or isinstance(check, type):
        return f"accepted by {name}"
    first = doc.splitlines()[0].rstrip(".")
    return first if first[1:2].isupper() else f"{first[:1].lower()}{first[1:]}"


def refusal(purpose: Purpose, said: Any) -> tuple[str, str] | None:
    """Return what is wanted, and a hint, by what a check returned; None where it accepts."""
    if said is True:
        return None
    text = said if isinstance(said, str) and said else purpose.wanted
    wanted, _, hint = text.partition("\n")
    return wanted, hint
