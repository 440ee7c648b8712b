"""Reads Python files into records of what they import and define; nothing is imported."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Import:
    """One name that a module imports: ``from module import name``, or ``import module``."""

    module: str
    name: str | None
    line: int
    typing_only: bool
    at_top: bool
    """Whether it runs when the module is imported."""

    @property
    def package(self) -> str:
        return self.module.split(".")[0]

    def __str__(self) -> str:
        return f"{self.module}.{self.name}" if self.name else self.module


@dataclass(frozen=True)
class Module:
    """One Python file under its import name."""

    name: str
    path: Path
    text: str = field(repr=False)

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def is_package(self) -> bool:
        return self.path.name == "__init__.py"

    def within(self, *names: str) -> bool:
        return any(self.name == name or self.name.startswith(f"{name}.") for name in names)

    def imports(self) -> list[Import]:
        return list(_imports(self, self.tree, typing_only=False, at_top=True))

    def functions(self) -> list[Function]:
        return [node for node in ast.walk(self.tree) if isinstance(node, Function)]


def read_modules(root: Path, *folders: str) -> list[Module]:
    """Return every Python file of some folders of ``root``, named from ``root``."""
    paths = (path for folder in folders for path in sorted((root / folder).rglob("*.py")))
    return [Module(module_name(path.relative_to(root)), path, path.read_text()) for path in paths]


def module_name(path: Path) -> str:
    """Return the import name of a file by its path below a root."""
    parts = path.parent.parts if path.name == "__init__.py" else path.with_suffix("").parts
    return ".".join(parts)


def _imports(module: Module, node: ast.AST, *, typing_only: bool, at_top: bool) -> Iterator[Import]:
    """Yield what ``node`` imports, and what the nodes within it do."""
    for found, name in _named(module, node):
        yield Import(found, name, getattr(node, "lineno", 0), typing_only, at_top)
    if isinstance(node, ast.If) and _is_type_checking(node.test):
        for child in node.body:
            yield from _imports(module, child, typing_only=True, at_top=at_top)
        children: list[ast.AST] = list(node.orelse)
    else:
        children = list(ast.iter_child_nodes(node))
    inner = at_top and not isinstance(node, Function | ast.Lambda)
    for child in children:
        yield from _imports(module, child, typing_only=typing_only, at_top=inner)


def _is_type_checking(test: ast.expr) -> bool:
    return ast.unparse(test) in ("TYPE_CHECKING", "typing.TYPE_CHECKING")


def _named(module: Module, node: ast.AST) -> Iterator[tuple[str, str | None]]:
    """Yield the module and the name of each thing that this one node imports."""
    if isinstance(node, ast.Import):
        yield from ((alias.name, None) for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        source = _absolute(module, node)
        yield from ((source, alias.name) for alias in node.names)
    elif isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
        # An import by text is an import.
        name = ast.unparse(node.func).rpartition(".")[2]
        if name in ("__import__", "import_module") and isinstance(node.args[0].value, str):
            yield node.args[0].value, None


def _absolute(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    parts = module.name.split(".")
    up = node.level - 1 if module.is_package else node.level
    return ".".join([*parts[: len(parts) - up], *([node.module] if node.module else [])])
