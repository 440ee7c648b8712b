"""What a file imports: statements alone are looked at, which is quick."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from .terms import Module

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")


def imports_of(tree: ast.Module) -> tuple[Module, ...]:
    """Return every module that a file may import, in any function of it too.

    Of ``from a import b`` that is ``a``, and ``a.b``, which may be a module.
    """
    return tuple(dict.fromkeys(_imported(tree.body)))


def _imported(nodes: Iterable[ast.AST]) -> Iterator[Module]:
    for node in nodes:
        match node:
            case ast.Import(names=names):
                yield from (Module(one.name, 0) for one in names)
            case ast.ImportFrom(module=module, names=names, level=level):
                yield Module(module or "", level)
                begin = f"{module}." if module else ""
                yield from (Module(f"{begin}{one.name}", level) for one in names)
            case _:
                for block in _BLOCKS:
                    yield from _imported(getattr(node, block, ()))
