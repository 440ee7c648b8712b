"""What functions and classes define, and what they are given."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from .bindings import loop_over
from .expressions import annotated, says_nothing, term_of
from .outline import ClassOutline, FunctionOutline, Passed
from .terms import (
    NOTHING,
    UNKNOWN,
    Attribute,
    Class,
    Function,
    Instance,
    Module,
    Nothing,
    Term,
    Text,
    Unknown,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .building import Building

_Definition = ast.FunctionDef | ast.AsyncFunctionDef
_Comprehension = ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp
_PROPERTIES = {"property", "cached_property"}
_HOOK = "integr8s_loaded"
_SETTINGS = Attribute(Module("integr8s_conf", 0), "settings")


def define_class(build: Building, node: ast.ClassDef, scope: int) -> None:
    """Bind a class, with what its body and its methods give it."""
    build.all([*node.decorator_list, *node.bases, *node.keywords], scope)
    inside = build.scope(scope, is_class=True)
    bases = tuple(term_of(base, scope) for base in node.bases)
    build.outline.classes.append(ClassOutline(node.name, inside, bases))
    number = len(build.outline.classes) - 1
    build.owners[inside] = number
    build.bind_name(node.name, Class(number), scope)
    build.all(node.body, inside)


def define_function(build: Building, node: _Definition, scope: int) -> None:
    """Bind a function, and its parameters to what they are said to be."""
    arguments = node.args
    build.all([*node.decorator_list, arguments, node.returns], scope)
    marks = {_last_name(mark) for mark in node.decorator_list}
    inside = build.scope(scope)
    is_method = build.outline.scopes[scope].is_class and "staticmethod" not in marks
    outline = FunctionOutline(
        inside,
        tuple(one.arg for one in (*arguments.posonlyargs, *arguments.args)),
        bool(marks & _PROPERTIES),
        is_method,
        annotated(node.returns, scope) if node.returns else None,
    )
    build.outline.functions.append(outline)
    number = len(build.outline.functions) - 1
    build.inner[inside] = number
    build.bind_name(node.name, Function(number), scope)
    _bind_parameters(build, arguments, scope, inside)
    if is_method and outline.parameters:
        owner: Term = Class(build.owners[scope])
        own = owner if "classmethod" in marks or node.name == "__new__" else Instance(owner)
        build.outline.scopes[inside].bound[outline.parameters[0]] = [own]
    if node.name == _HOOK and outline.parameters:
        build.outline.scopes[inside].bound[outline.parameters[0]] = [_SETTINGS]
    build.all(node.body, inside)


def _bind_parameters(build: Building, arguments: ast.arguments, outside: int, inside: int) -> None:
    for argument, default in _with_defaults(arguments):
        if says_nothing(argument.annotation):
            build.bind_name(argument.arg, UNKNOWN, inside)
            if default is not None:
                build.bind_name(argument.arg, term_of(default, outside), inside)
        else:
            build.bind_name(argument.arg, annotated(argument.annotation, outside), inside)
    for rest in (arguments.vararg, arguments.kwarg):
        if rest is not None:
            build.bind_name(rest.arg, UNKNOWN, inside)


def _with_defaults(arguments: ast.arguments) -> Iterator[tuple[ast.arg, ast.expr | None]]:
    positional = [*arguments.posonlyargs, *arguments.args]
    without: list[ast.expr | None] = [None] * (len(positional) - len(arguments.defaults))
    yield from zip(positional, [*without, *arguments.defaults], strict=True)
    yield from zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)


def _last_name(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def define_lambda(build: Building, node: ast.Lambda, scope: int) -> None:
    """Bind the parameters of a function without a name."""
    build.walk(node.args, scope)
    inside = build.scope(scope)
    _bind_parameters(build, node.args, scope, inside)
    build.walk(node.body, inside)


def comprehend(build: Building, node: _Comprehension, scope: int) -> None:
    """Bind the targets of a comprehension, in a scope of its own."""
    inside = build.scope(scope)
    outside = scope
    for one in node.generators:
        loop_over(build, one.target, one.iter, outside, inside)
        build.all(one.ifs, inside)
        outside = inside
    parts = [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
    build.all(parts, inside)


def give_back(build: Building, node: ast.Return, scope: int) -> None:
    """Note what a function returns."""
    build.all([node.value], scope)
    if scope in build.inner:
        returns = build.outline.functions[build.inner[scope]].returns
        returns.append(NOTHING if node.value is None else term_of(node.value, scope))


def give_out(build: Building, node: ast.Yield, scope: int) -> None:
    """Note what a generator yields."""
    build.all([node.value], scope)
    if scope in build.inner:
        build.outline.functions[build.inner[scope]].yields.append(term_of(node.value, scope))


def hand_over(build: Building, node: ast.Call, scope: int) -> None:
    """Note what a call hands over."""
    build.all(ast.iter_child_nodes(node), scope)
    positional = []
    for one in node.args:
        if isinstance(one, ast.Starred):
            break
        positional.append(term_of(one, scope))
    named = [(one.arg, term_of(one.value, scope)) for one in node.keywords if one.arg]
    given = [*positional, *(term for _, term in named)]
    if any(not isinstance(term, Unknown | Nothing | Text) for term in given):
        build.outline.calls.append(
            Passed(term_of(node.func, scope), tuple(positional), tuple(named))
        )
