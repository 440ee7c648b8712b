"""What each hook is to return: the shape is checked, the contents are not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from ..display import kind_of
from .fault import Fault
from .section import Section


class WrongReturnError(Exception):
    """A hook returned something else than it is to return; the text names that."""


class _Shape(NamedTuple):
    wanted: str
    example: str
    take: Callable[[Any], Any]


def shaped(hook: str, value: Any) -> Any:
    """Return a copy of what ``hook`` returned, as a tuple or a dict.

    Raises:
        WrongReturnError: It is of another shape.
    """
    return _SHAPES[hook].take(value)


def wrong_return(hook: str, error: WrongReturnError) -> Fault:
    """Return the fault of a hook that returned something else."""
    shape = _SHAPES[hook]
    return Fault(f"{hook} returned {error}", shape.wanted, f"write: return {shape.example}")


def _sections(value: Any) -> tuple[Any, ...]:
    items = _sequence(value)
    for item in items:
        if not isinstance(item, type):
            raise WrongReturnError(f"a list with {kind_of(item)} in it")
        if not issubclass(item, Section) or item is Section:
            raise WrongReturnError(f"a list with the class {item.__name__} in it")
    return items


def _sequence(value: Any) -> tuple[Any, ...]:
    if isinstance(value, type):
        raise WrongReturnError(f"the class {value.__name__}")
    if not isinstance(value, list | tuple):
        raise WrongReturnError(kind_of(value))
    return tuple(value)


def _sources(value: Any) -> tuple[Any, ...]:
    from .source import Source  # noqa: PLC0415 - few plugins have any

    items = _sequence(value)
    for item in items:
        if not isinstance(item, Source):
            raise WrongReturnError(f"a list with {kind_of(item)} in it")
    return items


def _nothing(value: Any) -> None:
    if value is not None:
        raise WrongReturnError(kind_of(value))


def _prose(value: Any) -> dict[type[Section], str]:
    if not isinstance(value, Mapping):
        raise WrongReturnError(kind_of(value))
    for section, text in value.items():
        if not isinstance(section, type) or not issubclass(section, Section):
            raise WrongReturnError(f"a table with {kind_of(section)} as a key")
        if not isinstance(text, str):
            raise WrongReturnError(f"{kind_of(text)} as the text of {section.__name__}")
    return dict(value)


def _mapping(value: Any) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise WrongReturnError(kind_of(value))
    copy = dict(value)
    for name in copy:
        if not isinstance(name, str):
            raise WrongReturnError(f"a table with {kind_of(name)} as a key")
    return copy


_SHAPES = {
    "integr8s_sections": _Shape("a list of subclasses of Section", "[Mail]", _sections),
    "integr8s_defaults": _Shape("a dict of keys and values", '{"LOG_LEVEL": "DEBUG"}', _mapping),
    "integr8s_validators": _Shape(
        "a list of rules and Validators", "[rule(...), Validator(...)]", _sequence
    ),
    "integr8s_computed": _Shape(
        "a dict of keys and functions", '{"MAIL_URL": lambda s: ...}', _mapping
    ),
    "integr8s_sources": _Shape("a list of Source", "[Source(...)]", _sources),
    "integr8s_loaded": _Shape("nothing: its work is what it does", "None", _nothing),
    "integr8s_documentation": _Shape(
        "a dict of sections and their prose", '{Mail: "How mail is sent."}', _prose
    ),
}
