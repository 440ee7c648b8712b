"""The expressions that read a key, if what they read of are settings."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from .expressions import first_argument, term_of
from .outline import Read, Way
from .terms import UNKNOWN, Entered, Term, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

READING = {ast.Attribute, ast.Call, ast.Compare, ast.Dict, ast.Starred, ast.Subscript}
"""The kinds of expressions that may read something."""

TAKING_A_KEY = ("get", "get_fresh", "as_bool", "as_float", "as_int", "as_json")
"""Methods of settings that read the key that they are given."""

_ASKING = "exists"
_COPYING = ("dict", "list", "tuple", "set", "frozenset", "sorted", "iter", "vars")
_OVERRIDE = "settings_override"


def possible_reads(node: ast.AST, scope: int) -> Iterator[Read]:
    """Yield what one expression may read; the expressions within it are not looked at."""
    match node:
        case ast.Attribute(value=of, attr=name, ctx=ast.Load()):
            yield Read(term_of(of, scope), Text(name), Way.ATTRIBUTE, _line(node))
        case ast.Subscript(value=of, slice=key, ctx=ast.Load()):
            yield Read(term_of(of, scope), term_of(key, scope), Way.ITEM, node.lineno)
        case ast.Compare(left=left, ops=operators, comparators=others):
            for key, operator, of in zip([left, *others], operators, others, strict=False):
                if isinstance(operator, ast.In | ast.NotIn):
                    yield Read(term_of(of, scope), term_of(key, scope), Way.ASK, node.lineno)
        case ast.Call():
            yield from _of_call(node, scope)
        case ast.Dict(keys=keys, values=values):
            spread = [value for key, value in zip(keys, values, strict=True) if key is None]
            yield from (whole(value, scope) for value in spread)
        case ast.Starred(value=value, ctx=ast.Load()):
            yield whole(value, scope)


def whole(node: ast.expr, scope: int) -> Read:
    """Return the read of everything that an expression holds, such as a loop over it."""
    return Read(term_of(node, scope), UNKNOWN, Way.WHOLE, node.lineno)


def _line(node: ast.Attribute) -> int:
    """Return the line of the attribute's name, which may stand below what it is of."""
    return node.end_lineno or node.lineno


def _of_call(call: ast.Call, scope: int) -> Iterator[Read]:
    yield from (whole(one.value, scope) for one in call.keywords if one.arg is None)
    match call.func:
        case ast.Attribute(value=of, attr=name):
            yield from _of_method(call, name, term_of(of, scope), scope)
        case ast.Name(id="getattr" | "hasattr" as name) if len(call.args) > 1:
            read_of, key = (term_of(one, scope) for one in call.args[:2])
            yield Read(read_of, key, _way_of(name, len(call.args)), call.lineno)
        case ast.Name(id=name) if name in _COPYING and call.args:
            yield whole(call.args[0], scope)
        case ast.Name(id=name) if name == _OVERRIDE:
            yield from _changes(call, Entered(term_of(call, scope)))


def _way_of(name: str, arguments: int) -> Way:
    if name == "hasattr":
        return Way.ASK
    return Way.GET if arguments > len(("settings", "KEY")) else Way.ITEM


def _of_method(call: ast.Call, name: str, of: Term, scope: int) -> Iterator[Read]:
    key = first_argument(call, scope)
    if name in TAKING_A_KEY:
        yield Read(of, key, Way.GET, call.lineno)
    elif name == _ASKING:
        yield Read(of, key, Way.ASK, call.lineno)
    elif name == "__getitem__":
        yield Read(of, key, Way.ITEM, call.lineno)
    elif name == "replace":
        yield from _changes(call, of)
    elif name == _OVERRIDE:
        yield from _changes(call, Entered(term_of(call, scope)))


def _changes(call: ast.Call, of: Term) -> Iterator[Read]:
    for keyword in call.keywords:
        if keyword.arg:
            yield Read(of, Text(keyword.arg), Way.CHANGE, keyword.lineno)
