"""From an expression to what it stands for."""

from __future__ import annotations

import ast

from .terms import (
    NOTHING,
    UNKNOWN,
    Attribute,
    Call,
    Either,
    Instance,
    Items,
    Name,
    Term,
    Text,
)

_UNIONS = ("Union", "Optional")
_WRAPPERS = ("Annotated", "ClassVar", "Final", "NotRequired", "ReadOnly", "Required")
_OPEN = ("Any", "Final", "object")
_MOST_ITEMS = 1000
_DEEPEST = 50


def term_of(node: ast.expr | None, scope: int, left: int = _DEEPEST) -> Term:
    """Return what an expression stands for, in the scope of that number.

    What is more than ``left`` steps within it is not looked at: nobody reads settings so.
    """
    if left == 0:
        return UNKNOWN
    match node:
        case ast.Name(id=name):
            return Name(scope, name)
        case ast.Attribute(value=value, attr=name):
            return Attribute(term_of(value, scope, left - 1), name)
        case ast.Constant(value=str() | None as value):
            return NOTHING if value is None else Text(value)
        case ast.Call(func=called):
            return Call(term_of(called, scope, left - 1), first_argument(node, scope, left - 1))
        case ast.NamedExpr(value=value) | ast.Await(value=value):
            return term_of(value, scope, left - 1)
        case ast.Tuple(elts=items) | ast.List(elts=items) | ast.Set(elts=items):
            known = items if len(items) <= _MOST_ITEMS else []
            return Items(tuple(term_of(one, scope, left - 1) for one in known))
        case ast.BoolOp(values=options):
            return _either(*(term_of(one, scope, left - 1) for one in options))
        case ast.IfExp(body=one, orelse=other):
            return _either(term_of(one, scope, left - 1), term_of(other, scope, left - 1))
        case _:
            return type_of(node, scope, left - 1)


def first_argument(call: ast.Call, scope: int, left: int = _DEEPEST) -> Term:
    """Return the first argument of a call, also where it is given by name."""
    given = [*call.args, *(keyword.value for keyword in call.keywords if keyword.arg)]
    if not given:
        return UNKNOWN
    match call.func:
        case ast.Name(id="cast") | ast.Attribute(attr="cast"):  # which takes a type, also as text
            return type_of(given[0], scope, left)
        case _:
            return term_of(given[0], scope, left)


def says_nothing(annotation: ast.expr | None) -> bool:
    """Tell whether an annotation, if there is one, leaves open what is annotated."""
    match annotation:
        case None:
            return True
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name in _OPEN
        case _:
            return False


def annotated(node: ast.expr | None, scope: int) -> Term:
    """Return what an annotation promises: an instance of what it names."""
    return UNKNOWN if node is None else Instance(type_of(node, scope))


def type_of(node: ast.expr | None, scope: int, left: int = _DEEPEST) -> Term:
    """Return the class that an annotation names, or one of several; written as text, too."""
    if left <= 0:
        return UNKNOWN
    match node:
        case ast.Name() | ast.Attribute():
            return term_of(node, scope, left)
        case ast.Constant(value=None):
            return NOTHING
        case ast.Constant(value=str() as text):
            return type_of(_parsed(text), scope, left - 1)
        case ast.BinOp(left=one, op=ast.BitOr(), right=other):
            return _either(type_of(one, scope, left - 1), type_of(other, scope, left - 1))
        case ast.Subscript(value=ast.Name(id=name) | ast.Attribute(attr=name), slice=inner):
            return _subscribed(name, inner, scope, left - 1)
        case _:
            return UNKNOWN


def _subscribed(name: str, inner: ast.expr, scope: int, left: int) -> Term:
    parts = inner.elts if isinstance(inner, ast.Tuple) else [inner]
    if name in _UNIONS:
        none = [NOTHING] if name == "Optional" else []
        return _either(*(type_of(part, scope, left) for part in parts), *none)
    return type_of(parts[0], scope, left) if name in _WRAPPERS and parts else UNKNOWN


def _parsed(text: str) -> ast.expr | None:
    try:
        return ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _either(*options: Term) -> Term:
    return Either(tuple(dict.fromkeys(options)))
