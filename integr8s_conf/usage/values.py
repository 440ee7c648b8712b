"""What a term turns out to be, with all files together."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, NamedTuple


class Kind(StrEnum):
    """The kinds of things that matter."""

    SETTINGS = "settings"
    SETTINGS_CLASS = "the class Settings"
    VIEW = "a section's view"
    SECTION = "a section"
    METHOD = "a method of settings"
    MODULE = "a module that is read"
    FOLDER = "a folder that may be a package"
    OUTSIDE = "a name of a module that is not read"
    CLASS = "a class"
    OBJECT = "an object of a class"
    FUNCTION = "a function"
    ITEMS = "a literal tuple, list or set"
    TEXT = "a text"
    NOTHING = "None"
    UNKNOWN = "unknown"


class Value(NamedTuple):
    """One thing that a term may be."""

    kind: Kind
    name: str = ""
    """Of a section, a method, a text, or of what is outside."""

    file: int = -1
    number: int = -1
    """Of a class or function in its file."""

    more: Any = None
    """The term of items, the path of a folder."""


Values = frozenset[Value]

SETTINGS = Value(Kind.SETTINGS)
SETTINGS_CLASS = Value(Kind.SETTINGS_CLASS)
NOTHING = Value(Kind.NOTHING)
UNKNOWN = Value(Kind.UNKNOWN)
