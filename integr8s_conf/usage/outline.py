"""What one file of source code says of settings: who is bound to what, and what is read of whom."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from .terms import Module, Term


class Way(StrEnum):
    """How code reads a key."""

    ATTRIBUTE = "attribute"
    ITEM = "item"
    GET = "get"
    """By a method or function that takes a key, and has a default."""

    ASK = "ask"
    """Whether there is such a key."""

    WHOLE = "whole"
    """All keys at once."""

    CHANGE = "change"
    """No read: a value is given for the key."""


class Read(NamedTuple):
    """Something that reads a key, if what it reads of are settings."""

    of: Term
    key: Term
    way: Way
    line: int


class Passed(NamedTuple):
    """A call, and what it hands over: by position, then by name."""

    to: Term
    positional: tuple[Term, ...]
    named: tuple[tuple[str, Term], ...]


@dataclass(slots=True)
class Scope:
    """A module, class or function: what its names are bound to, each perhaps to several things."""

    parent: int | None
    is_class: bool = False
    bound: dict[str, list[Term]] = field(default_factory=dict)

    def bind(self, name: str, term: Term) -> None:
        """Note that a name is bound to something."""
        self.bound.setdefault(name, []).append(term)


@dataclass(slots=True)
class FunctionOutline:
    """A function: its own scope, its parameters in their order, and what it gives."""

    scope: int
    parameters: tuple[str, ...]
    is_property: bool = False
    is_method: bool = False
    """Whether its first parameter is the object, or the class, that it is called on."""

    returned: Term | None = None
    """What its annotation promises."""

    returns: list[Term] = field(default_factory=list)
    yields: list[Term] = field(default_factory=list)


@dataclass(slots=True)
class ClassOutline:
    """A class: its own scope, what it inherits from, and what its methods give its objects."""

    name: str
    scope: int
    bases: tuple[Term, ...]
    attributes: dict[str, list[Term]] = field(default_factory=dict)


@dataclass(slots=True)
class Outline:
    """All that a file says; its module is the scope with the number 0."""

    scopes: list[Scope] = field(default_factory=list)
    functions: list[FunctionOutline] = field(default_factory=list)
    classes: list[ClassOutline] = field(default_factory=list)
    stars: list[Module] = field(default_factory=list)
    """The modules of which everything is imported."""

    reads: list[Read] = field(default_factory=list)
    calls: list[Passed] = field(default_factory=list)
    loose: list[tuple[str, str, Term]] = field(default_factory=list)
    """What is put into an attribute of an attribute, such as ``app.state.settings``."""
