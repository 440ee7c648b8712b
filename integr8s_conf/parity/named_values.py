"""What any settings object calls its values, and how they are read by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from inspect import getattr_static, isroutine
from types import ModuleType
from typing import Any

_LIBRARIES = ("builtins", "typing", "pydantic", "pydantic_settings")
"""Packages whose classes have members that are no settings."""


def names_of(found: Any) -> tuple[str, ...]:
    """Return the names of the values that a settings object has."""
    names = (name for name in _names(found) if isinstance(name, str))
    return tuple(dict.fromkeys(name for name in names if not name.startswith("_")))


def read(found: Any, name: str) -> Any:
    """Return the value of a name, which may lead into parts: ``kafka.brokers``."""
    for part in name.split("."):
        found = found[part] if isinstance(found, Mapping) else getattr(found, part)
    return found


def is_wrapped(value: object) -> bool:
    """Tell whether a value is a text in a wrapper that hides it, as pydantic has them."""
    return hasattr(type(value), "get_secret_value")


def unwrapped(value: Any) -> Any:
    """Return a value; the text of one that is wrapped to be hidden."""
    if not is_wrapped(value):
        return value
    text = value.get_secret_value()
    return text.decode(errors="surrogateescape") if isinstance(text, bytes) else text


def _names(found: Any) -> Iterator[Any]:
    if isinstance(found, Mapping):
        yield from found
    elif isinstance(found, ModuleType):
        yield from filter(str.isupper, vars(found))
    elif hasattr(found, "as_dict"):  # dynaconf's, and ours
        yield from found.as_dict()
    else:
        yield from getattr(found, "__dict__", ())
        yield from getattr(found, "model_extra", None) or ()
        yield from _members(type(found))


def _members(cls: type) -> Iterator[str]:
    """Yield the names of what a class gives its instances beside methods."""
    for parent in cls.__mro__:
        if parent.__module__.partition(".")[0] not in _LIBRARIES:
            for name in vars(parent):
                if name != "model_config" and _is_value(getattr_static(cls, name)):
                    yield name


def _is_value(member: object) -> bool:
    if isinstance(member, property | cached_property):
        return True
    return not (isroutine(member) or isinstance(member, type | classmethod | staticmethod))
