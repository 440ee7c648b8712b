"""Problems of keys that nobody declares, or that a stray table has swallowed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ..origin import LayerKind, Origin
from ..problems import Problem
from ..sources.toml_positions import KeyPath, key_positions
from ..suggest import nearest

if TYPE_CHECKING:
    from ..declare.catalogue import Catalogue
    from ..sources.toml import TomlFile


def unknown_in_file(kind: LayerKind, file: TomlFile, catalogue: Catalogue) -> Iterator[Problem]:
    """Yield a problem for each key of a file that is not declared; its value is never shown."""
    for name, value in file.values.items():
        if name in catalogue.keys or name in catalogue.renamed:
            continue
        if isinstance(value, Mapping) or _is_array_of_tables(value):
            yield from _in_table(kind, file, name, value, catalogue)
        else:
            origin = Origin(kind, file.name, file.line_of((name,)))
            hint = _scalar_hint(name, file, catalogue)
            yield Problem(name, "an unknown key", "a declared key", origin, hint)


def _scalar_hint(name: str, file: TomlFile, catalogue: Catalogue) -> str:
    hint = unknown_hint(name, catalogue)
    near = nearest(name, catalogue.keys)
    if near and near in file.values:
        return f"{hint} (line {file.line_of((near,))} sets {near} already)"
    return hint


def _is_array_of_tables(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)


def _in_table(
    kind: LayerKind, file: TomlFile, name: str, value: Any, catalogue: Catalogue
) -> Iterator[Problem]:
    """Yield a problem for each key in a table that is none of a declared key's."""
    leaves = list(_leaves((name,), value))
    if not leaves:
        origin = Origin(kind, file.name, file.line_of((name,)))
        hint = f"drop the header {_header(file, (name, ''))[0] or f'[{name}]'}"
        yield Problem(name, "a table that no key has", "keys without a table", origin, hint)
    for path in leaves:
        key = str(path[-1])
        origin = Origin(kind, file.name, file.line_of(path))
        header, way_out = _header(file, path)
        hint = way_out
        if key not in catalogue.keys:
            hint = f"{way_out}; then {unknown_hint(key, catalogue)}"
        found = f"a key in the table {header}" if header else "a key in a table"
        owner = catalogue.keys.get(key)
        section = owner.section.__name__ if owner else None
        yield Problem(key, found, "the key at the top level", origin, hint, section)


def _leaves(path: KeyPath, value: Any) -> Iterator[KeyPath]:
    """Yield the path of every value within tables and arrays of tables."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _leaves((*path, name), inner)
    elif _is_array_of_tables(value):
        for number, inner in enumerate(value):
            yield from _leaves((*path, number), inner)
    else:
        yield path


def _header(file: TomlFile, path: KeyPath) -> tuple[str, str]:
    """Return the header that swallowed a key, if one did, and the way out."""
    positions = key_positions(file.text)
    for length in range(len(path) - 1, 0, -1):
        for position in positions:
            if position.header and position.path == path[:length]:
                names = ".".join(str(step) for step in path[:length] if isinstance(step, str))
                header = f"[[{names}]]" if isinstance(path[length - 1], int) else f"[{names}]"
                where = f" at line {position.line}" if position.line else ""
                return header, f"drop the header {header}{where}: keys stand at the top level"
    prefix = ".".join(str(step) for step in path[:-1] if isinstance(step, str))
    return (
        "",
        f"drop {prefix}. in front of it, or move it out of {prefix}: keys stand at the top level",
    )


def unknown_hint(name: str, catalogue: Catalogue) -> str:
    """Return what to do about a key that no loaded plugin declares."""
    if near := nearest(name, [*catalogue.keys, *catalogue.renamed]):
        return f"did you mean {near}?"
    if catalogue.blocked:
        blocked = ", ".join(catalogue.blocked)
        return f"remove it, or allow the plugin that declares it (not allowed now: {blocked})"
    failed = sorted({problem.plugin for problem in catalogue.problems if problem.plugin})
    if failed:
        return (
            f"remove it, or mend the plugin that declares it ({', '.join(failed)} failed to load)"
        )
    return "remove it, or install the plugin that declares it"
