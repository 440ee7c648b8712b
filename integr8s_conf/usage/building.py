"""The making of an outline: scopes, and what is bound in them."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from .outline import Outline, Scope
from .possible_reads import READING, possible_reads
from .terms import UNKNOWN, Items, Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    Way = Callable[["Building", Any, int], None]
    """Takes the outline that is made, a node, and the number of the scope it stands in."""


_LEAVES = {ast.Constant, ast.Load, ast.Name, ast.Store}
"""Most of a tree: there is nothing to note of them, and nothing within them."""


class Building:
    """An outline that is being made, by walking a tree once."""

    def __init__(self, ways: Mapping[type[ast.AST], Way]) -> None:
        self.outline = Outline()
        self.owners: dict[int, int] = {}
        """Scope of a class -> the class."""

        self.inner: dict[int, int] = {}
        """Scope of a function -> the function."""

        self.elsewhere: dict[tuple[int, str], int] = {}
        """A name that one scope says to be another scope's -> that scope."""

        self._ways = ways

    def scope(self, parent: int | None, *, is_class: bool = False) -> int:
        """Return the number of a new scope."""
        self.outline.scopes.append(Scope(parent, is_class))
        return len(self.outline.scopes) - 1

    def all(self, nodes: Iterable[ast.AST | None], scope: int) -> None:
        """Walk several nodes, as far as they are there."""
        for node in nodes:
            if node is not None:
                self.walk(node, scope)

    def walk(self, node: ast.AST, scope: int) -> None:
        """Note what a node, and all within it, reads and binds."""
        kind = type(node)
        if kind in _LEAVES:
            return
        if kind in READING:
            self.outline.reads += possible_reads(node, scope)
        if way := self._ways.get(kind):
            way(self, node, scope)
        else:
            self.all(ast.iter_child_nodes(node), scope)

    def bind(self, target: ast.expr, term: Term, scope: int) -> None:
        """Note that something is assigned to a target."""
        match target:
            case ast.Name(id=name):
                self.bind_name(name, term, scope)
            case ast.Tuple(elts=targets) | ast.List(elts=targets):
                self._bind_each(targets, term, scope)
            case ast.Starred(value=value):
                self.bind(value, UNKNOWN, scope)
            case ast.Attribute(value=ast.Name(id=name), attr=attribute):
                self._bind_attribute(name, attribute, term, scope)
            case ast.Attribute(value=ast.Attribute(attr=outer) as of, attr=attribute):
                self.outline.loose.append((outer, attribute, term))
                self.walk(of, scope)
            case _:
                self.walk(target, scope)

    def bind_name(self, name: str, term: Term, scope: int) -> None:
        """Note that a name is bound to something."""
        there = self.elsewhere.get((scope, name), scope)
        self.outline.scopes[there].bind(name, term)

    def _bind_each(self, targets: list[ast.expr], term: Term, scope: int) -> None:
        terms: tuple[Term, ...] = (UNKNOWN,) * len(targets)
        if isinstance(term, Items) and len(term.items) == len(targets):
            terms = term.items
        for target, part in zip(targets, terms, strict=True):
            self.bind(target, part, scope)

    def _bind_attribute(self, name: str, attribute: str, term: Term, scope: int) -> None:
        """Note what a method gives its object: ``self.settings = settings``."""
        owner = self._owner_of(name, scope)
        if owner is not None:
            self.outline.classes[owner].attributes.setdefault(attribute, []).append(term)

    def _owner_of(self, name: str, scope: int | None) -> int | None:
        """Return the class whose object ``name`` is, as the first parameter of a method."""
        while scope is not None:
            there = self.outline.scopes[scope]
            if name in there.bound:
                function = self.inner.get(scope)
                outline = None if function is None else self.outline.functions[function]
                if outline and outline.is_method and outline.parameters[:1] == (name,):
                    return self.owners.get(there.parent or 0)
                return None
            scope = there.parent
        return None
