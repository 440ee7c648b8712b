"""Follows settings that calls hand over, to the parameters that have no annotation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .known_names import SOURCE_NAMES
from .terms import Attribute
from .values import SETTINGS, Kind, Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from .linker import Linker
    from .outline import Outline, Passed
    from .terms import Term

    Parameter = tuple[int, int, str]
    """File, scope, name."""

_MOST_ROUNDS = 10
"""The most calls in a row that settings are followed through."""


def follow_calls(linker: Linker, outlines: Callable[[], Mapping[int, Outline]]) -> None:
    """Let the linker know what each parameter is given."""
    for _ in range(_MOST_ROUNDS):
        more = False
        for file, outline in sorted(outlines().items()):
            for call in outline.calls:
                for parameter, value in _given(linker, file, call):
                    known = linker.given[parameter]
                    more |= value not in known
                    known.add(value)
        if not more:
            return
        linker.forget()


def _given(linker: Linker, file: int, call: Passed) -> Iterator[tuple[Parameter, Value]]:
    """Yield the settings that a call hands over, each with the parameter that gets them."""
    handed = [
        (place, value)
        for place, term in _arguments(call)
        for value in linker.values(file, term)
        if _is_ours(linker, value) or value.kind is Kind.FUNCTION
    ]
    for called in linker.values(file, call.to) if handed else ():
        for place, value in handed:
            if value.kind is not Kind.FUNCTION:
                for function, before in _functions(linker, file, called, call):
                    yield _parameter(linker, function, place, before), value
            elif called.name in SOURCE_NAMES:  # its function is given the values of all keys
                yield _parameter(linker, value, 0, 0), SETTINGS


def _arguments(call: Passed) -> Iterator[tuple[int | str, Term]]:
    yield from enumerate(call.positional)
    yield from call.named


def _parameter(linker: Linker, function: Value, place: int | str, before: int) -> Parameter:
    """Return a parameter by its place behind those ``before``, or by its name."""
    outline = linker.function(function)
    if isinstance(place, int):
        names = outline.parameters[before + place :]
        place = names[0] if names else ""
    return function.file, outline.scope, place


def _is_ours(linker: Linker, value: Value) -> bool:
    return value.kind is Kind.VIEW or linker.classes.is_settings(value)


def _functions(
    linker: Linker, file: int, called: Value, call: Passed
) -> Iterator[tuple[Value, int]]:
    """Yield the functions that a call runs, and how many parameters they have before the given."""
    if called.kind is Kind.FUNCTION:
        is_method = linker.function(called).is_method and isinstance(call.to, Attribute)
        yield called, int(is_method)
    elif called.kind is Kind.CLASS:
        for method in linker.member(called, "__init__", file):
            if method.kind is Kind.FUNCTION:
                yield method, 1
