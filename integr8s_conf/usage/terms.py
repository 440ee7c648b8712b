"""What an expression of source code stands for, as far as its file alone can say."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something that only a run could tell."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """``None``."""


@dataclass(frozen=True, slots=True)
class Text:
    """A literal text."""

    text: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name, as the scope of that number sees it."""

    scope: int
    name: str


@dataclass(frozen=True, slots=True)
class Module:
    """An imported module; ``level`` counts the dots before its name."""

    name: str
    level: int


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute of something."""

    of: Term
    name: str


@dataclass(frozen=True, slots=True)
class Call:
    """What a call returns."""

    of: Term
    first: Term
    """Its first argument."""


@dataclass(frozen=True, slots=True)
class Entered:
    """What ``with`` binds to the name behind ``as``."""

    of: Term


@dataclass(frozen=True, slots=True)
class Instance:
    """An instance of a class, as an annotation promises one."""

    of: Term


@dataclass(frozen=True, slots=True)
class Items:
    """A literal tuple, list or set."""

    items: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Element:
    """Any item of something, as a loop has it."""

    of: Term


@dataclass(frozen=True, slots=True)
class Either:
    """One of several."""

    options: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Function:
    """The function of that number in its file."""

    number: int


@dataclass(frozen=True, slots=True)
class Class:
    """The class of that number in its file."""

    number: int


Term = (
    Unknown
    | Nothing
    | Text
    | Name
    | Module
    | Attribute
    | Call
    | Entered
    | Instance
    | Items
    | Element
    | Either
    | Function
    | Class
)

UNKNOWN = Unknown()
NOTHING = Nothing()
