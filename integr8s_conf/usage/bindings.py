"""What assignments, imports, loops, blocks and patterns bind."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from .expressions import annotated, says_nothing, term_of, type_of
from .outline import Read, Way
from .possible_reads import whole
from .terms import UNKNOWN, Attribute, Element, Entered, Module, Term, Text

if TYPE_CHECKING:
    from .building import Building


def assign(build: Building, node: ast.Assign, scope: int) -> None:
    """Bind each target to the value."""
    build.walk(node.value, scope)
    term = term_of(node.value, scope)
    for target in node.targets:
        build.bind(target, term, scope)


def assign_annotated(build: Building, node: ast.AnnAssign, scope: int) -> None:
    """Bind a name to what its annotation promises, or to its value where that says nothing."""
    build.all([node.value, node.annotation], scope)
    match node.annotation:
        case ast.Name(id="TypeAlias") | ast.Attribute(attr="TypeAlias"):
            term = type_of(node.value, scope)
        case annotation if says_nothing(annotation):
            term = term_of(node.value, scope)
        case annotation:
            term = annotated(annotation, scope)
    build.bind(node.target, term, scope)


def assign_more(build: Building, node: ast.AugAssign, scope: int) -> None:
    """Bind a name to what its value has become, which only a run could tell."""
    build.walk(node.value, scope)
    build.bind(node.target, UNKNOWN, scope)


def assign_within(build: Building, node: ast.NamedExpr, scope: int) -> None:
    """Bind the name of a walrus, in the scope around the comprehensions that it stands in."""
    build.walk(node.value, scope)
    around = scope
    while around and around not in build.inner and not build.outline.scopes[around].is_class:
        around = build.outline.scopes[around].parent or 0
    build.bind(node.target, term_of(node.value, scope), around)


def name_type(build: Building, node: Any, scope: int) -> None:
    """Bind the name of a ``type`` statement, which Python has since 3.12."""
    build.bind(node.name, type_of(node.value, scope), scope)


def say_global(build: Building, node: ast.Global, scope: int) -> None:
    """Note that names are the module's."""
    build.elsewhere.update({(scope, name): 0 for name in node.names})


def say_nonlocal(build: Building, node: ast.Nonlocal, scope: int) -> None:
    """Note that names are those of a function around this one."""
    scopes = build.outline.scopes
    for name in node.names:
        around = scopes[scope].parent or 0
        while around and (name not in scopes[around].bound or scopes[around].is_class):
            around = scopes[around].parent or 0
        build.elsewhere[scope, name] = around


def import_modules(build: Building, node: ast.Import, scope: int) -> None:
    """Bind the names of imported modules: of ``a.b`` the first part, unless it has a new name."""
    for one in node.names:
        name = one.name if one.asname else one.name.partition(".")[0]
        build.bind_name(one.asname or name, Module(name, 0), scope)


def import_names(build: Building, node: ast.ImportFrom, scope: int) -> None:
    """Bind names that are imported from a module."""
    module = Module(node.module or "", node.level)
    for one in node.names:
        if one.name == "*":
            build.outline.stars.append(module)
        else:
            build.bind_name(one.asname or one.name, Attribute(module, one.name), scope)


def loop(build: Building, node: ast.For | ast.AsyncFor, scope: int) -> None:
    """Bind the target of a loop to any item of what it goes over."""
    loop_over(build, node.target, node.iter, scope, scope)
    build.all([*node.body, *node.orelse], scope)


def loop_over(build: Building, target: ast.expr, over: ast.expr, outside: int, inside: int) -> None:
    """Bind a target in the scope ``inside`` to any item of what the scope ``outside`` has."""
    build.walk(over, outside)
    build.outline.reads.append(whole(over, outside))
    build.bind(target, Element(term_of(over, outside)), inside)


def enter(build: Building, node: ast.With | ast.AsyncWith, scope: int) -> None:
    """Bind the names behind ``as``."""
    for item in node.items:
        build.walk(item.context_expr, scope)
        if item.optional_vars is not None:
            entered = Entered(term_of(item.context_expr, scope))
            build.bind(item.optional_vars, entered, scope)
    build.all(node.body, scope)


def catch(build: Building, node: ast.ExceptHandler, scope: int) -> None:
    """Bind the name of a caught exception."""
    if node.name:
        build.bind_name(node.name, UNKNOWN, scope)
    build.all([node.type, *node.body], scope)


def match(build: Building, node: ast.Match, scope: int) -> None:
    """Bind the names of patterns."""
    build.walk(node.subject, scope)
    for case in node.cases:
        _pattern(build, case.pattern, term_of(node.subject, scope), scope)
        build.all([case.guard, *case.body], scope)


def _pattern(build: Building, node: ast.pattern, subject: Term, scope: int) -> None:
    """Bind the names of a pattern; what is within a pattern of a class is of another subject."""
    match node:
        case ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
            whole_subject = isinstance(node, ast.MatchAs)
            build.bind_name(name, subject if whole_subject else UNKNOWN, scope)
        case ast.MatchMapping(rest=str(name)):
            build.bind_name(name, UNKNOWN, scope)
        case ast.MatchClass(kwd_attrs=names, kwd_patterns=patterns):
            build.outline.reads += (
                Read(subject, Text(name), Way.ATTRIBUTE, pattern.lineno)
                for name, pattern in zip(names, patterns, strict=True)
            )
    part = subject if isinstance(node, ast.MatchAs | ast.MatchOr) else UNKNOWN
    for inner in ast.iter_child_nodes(node):
        if isinstance(inner, ast.pattern):
            _pattern(build, inner, part, scope)
        else:
            build.walk(inner, scope)
