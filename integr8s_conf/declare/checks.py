"""The checks of one key, compiled once: from a raw value to the typed, judged one."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from ..convert import (
    UNIONS,
    Converter,
    Mismatch,
    UnsupportedTypeError,
    converter_for,
    type_name,
)
from ..convert.choices import optional
from ..convert.frozen import freeze
from ..raised import raised
from ..secret import Secret
from .bounds import BadDeclarationError, Bound, Purpose, bounds_of, purposes_of, refusal

if TYPE_CHECKING:
    from .section import Setting

Take = Callable[[Any], Any]


class Check(NamedTuple):
    """How one key takes a raw value; both ways raise Mismatch."""

    type_wanted: str
    bounds: tuple[Bound, ...]
    purposes: tuple[Purpose, ...]
    from_value: Take
    from_text: Take


def compile_check(setting: Setting, annotation: Any) -> Check:
    """Compile the checks of one declared key.

    Raises:
        BadDeclarationError: The type is unknown and has no ``cast=``, or a bound does not fit it.

    """
    converter = _converter(setting, annotation)
    bounds = bounds_of(setting, converter)
    purposes = purposes_of(setting)
    return Check(
        converter.wanted,
        bounds,
        purposes,
        _judged(converter.convert, bounds, purposes),
        _judged(converter.parse, bounds, purposes),
    )


def _converter(setting: Setting, annotation: Any) -> Converter:
    if setting.cast is not None:
        converter = _cast_converter(setting.cast, annotation)
    else:
        converter = _known_converter(setting, annotation)
    return _secret_converter(converter) if setting.secret else converter


def _known_converter(setting: Setting, annotation: Any) -> Converter:
    try:
        return converter_for(annotation, unit=setting.unit, allow_inf_nan=setting.allow_inf_nan)
    except UnsupportedTypeError as error:
        raise BadDeclarationError(f"{error}; give setting() a cast=") from None
    except RecursionError:
        raise BadDeclarationError("the type contains itself; give setting() a cast=") from None


def _cast_converter(cast: Take, annotation: Any) -> Converter:
    parts = typing.get_args(annotation)
    if typing.get_origin(annotation) in UNIONS and types.NoneType in parts:
        rest = tuple(part for part in parts if part is not types.NoneType)
        return optional(_cast_converter(cast, typing.Union[rest]))  # noqa: UP007 - a tuple of types
    name = type_name(annotation)
    kind = typing.get_origin(annotation) or annotation
    done = kind if isinstance(kind, type) and kind not in (str, object, Any) else ()

    def convert(value: Any) -> Any:
        if isinstance(value, done) and (type(value) is not bool or kind is bool):
            return _shared(value)
        try:
            return _shared(cast(value))
        except (Exception, SystemExit) as error:  # noqa: BLE001 - an author's code may raise it
            hint = f"the cast raised {raised(error)}"
        raise Mismatch(hint=hint, quoted=True)

    family = "text" if annotation is str else "other"
    wanted = f"a value that makes a {name}"
    return Converter(wanted, f"{name} values", convert, convert, family)  # type: ignore[arg-type]


def _shared(value: Any) -> Any:
    """Return ``value`` as readers share it: a plain container frozen, anything else as it is."""
    return freeze(value) if type(value) in (list, dict, tuple, set) else value


def _secret_converter(converter: Converter) -> Converter:
    if converter.family != "text":
        raise BadDeclarationError("a secret is declared as str or str | None")

    def convert(value: Any) -> Any:
        converted = converter.convert(value)
        return None if converted is None else Secret(converted)

    def parse(text: str) -> Any:
        converted = converter.parse(text)
        return None if converted is None else Secret(converted)

    wanted, plural, optional = converter.wanted, converter.plural, converter.optional
    return Converter(wanted, plural, convert, parse, "text", optional)


def _judged(take: Take, bounds: tuple[Bound, ...], purposes: tuple[Purpose, ...]) -> Take:
    """Return ``take`` as a function that judges, too, what it takes."""
    if not bounds and not purposes:
        return take
    conditions = tuple(bound.holds for bound in bounds)

    def judged(raw: Any) -> Any:
        value = take(raw)
        if value is None:
            return value
        for holds in conditions:
            if not holds(value):
                raise Mismatch
        for purpose in purposes:
            try:
                said = purpose.check(value)
            except (Exception, SystemExit) as error:  # noqa: BLE001 - an author's code may raise it
                said = f"{purpose.wanted}\nthe check raised {raised(error)}"
            if said is not None and (refused := refusal(purpose, said)):
                raise Mismatch(*refused, quoted=True)
        return value

    return judged
