"""From the syntax tree of a file to its outline."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from . import bindings, definitions
from .building import Building
from .recursion import deep_recursion

if TYPE_CHECKING:
    from .building import Way
    from .outline import Outline

_WAYS: dict[type[ast.AST], Way] = {
    ast.Assign: bindings.assign,
    ast.AnnAssign: bindings.assign_annotated,
    ast.AugAssign: bindings.assign_more,
    ast.NamedExpr: bindings.assign_within,
    ast.Global: bindings.say_global,
    ast.Nonlocal: bindings.say_nonlocal,
    ast.Import: bindings.import_modules,
    ast.ImportFrom: bindings.import_names,
    ast.For: bindings.loop,
    ast.AsyncFor: bindings.loop,
    ast.With: bindings.enter,
    ast.AsyncWith: bindings.enter,
    ast.ExceptHandler: bindings.catch,
    ast.Match: bindings.match,
    ast.ClassDef: definitions.define_class,
    ast.FunctionDef: definitions.define_function,
    ast.AsyncFunctionDef: definitions.define_function,
    ast.Lambda: definitions.define_lambda,
    ast.ListComp: definitions.comprehend,
    ast.SetComp: definitions.comprehend,
    ast.GeneratorExp: definitions.comprehend,
    ast.DictComp: definitions.comprehend,
    ast.Return: definitions.give_back,
    ast.Yield: definitions.give_out,
    ast.Call: definitions.hand_over,
}
if type_alias := getattr(ast, "TypeAlias", None):  # Python 3.12
    _WAYS[type_alias] = bindings.name_type


def outline_of(tree: ast.Module) -> Outline:
    """Return the outline of a module.

    Raises:
        RecursionError: Its expressions are nested too deeply.

    """
    building = Building(_WAYS)
    with deep_recursion():
        building.all(tree.body, building.scope(None))
    return building.outline
