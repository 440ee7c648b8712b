"""Problems of keys that nobody declares, or that a stray table has swallowed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any

from ..display import cut, printable
from ..origin import LayerKind, Origin
from ..problems import Problem
from ..suggest import nearest
from .described import problem_of

if TYPE_CHECKING:
    from ..declare.catalogue import Catalogue
    from ..sources.toml import TomlFile
    from ..sources.toml_scanner import KeyPath

_MOST = 1000
"""The most keys of a file that are reported one by one; nobody mends more of them at once."""

_LONGEST_NAME = 100


def unknown_in_file(kind: LayerKind, file: TomlFile, catalogue: Catalogue) -> Iterator[Problem]:
    """Yield a problem for each key of a file that is not declared; its value is never shown."""
    paths = _unknown_paths(file, catalogue)
    for path in islice(paths, _MOST):
        yield _problem(kind, file, path, catalogue)
    for path in islice(paths, 1):
        origin = Origin(kind, file.name, file.line_of(path))
        found = "more unknown keys, from this line on"
        yield Problem(None, found, "declared keys", origin, "is this the right file?")


def _unknown_paths(file: TomlFile, catalogue: Catalogue) -> Iterator[KeyPath]:
    """Yield the path of each unknown key, and of each value in a table that is no key's.

    A key whose declaration is bad has that as its problem, and is none of them.
    """
    refused = {problem.key for problem in catalogue.problems}
    known = catalogue.keys.keys() | catalogue.renamed.keys() | catalogue.removed.keys() | refused
    for name, value in file.values.items():
        if name not in known:
            yield from _leaves((name,), value)


def _leaves(path: KeyPath, value: Any) -> Iterator[KeyPath]:
    """Yield the path of every value within tables and arrays of tables, and of empty tables."""
    if isinstance(value, Mapping):
        inner: Any = value.items()
    elif isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
        inner = enumerate(value)
    else:
        inner = ()
    if not inner:
        yield path
    for step, part in inner:
        yield from _leaves((*path, step), part)


def _problem(kind: LayerKind, file: TomlFile, path: KeyPath, catalogue: Catalogue) -> Problem:
    origin = Origin(kind, file.name, file.line_of(path))
    *tables, key = [step for step in path if isinstance(step, str)]
    name = _shown(key)
    if _is_empty_table(file.values, path):
        hint = _drop_header(file, path) or "remove it"
        return Problem(name, "an empty table", "keys at the top level", origin, hint)
    if not tables:
        hint = _hint(key, file, catalogue)
        return Problem(name, "an unknown key", "a declared key", origin, hint)
    found = f"a key in the table {_header(file, path[:-1]) or _shown('.'.join(tables))}"
    hint = _drop_header(file, path[:-1]) or _drop_prefix(tables)
    owner = catalogue.keys.get(key)
    if owner is None:
        more = unknown_hint(key, catalogue)
        hint = f"{hint}; {more}" if more.startswith("did") else f"{hint}; then {more}"
        return Problem(name, found, "a declared key at the top level", origin, hint)
    return problem_of(owner, found, "the key at the top level", origin, hint)


def _is_empty_table(values: Any, path: KeyPath) -> bool:
    for step in path:
        values = values[step]
    return isinstance(values, Mapping)


def _hint(name: str, file: TomlFile, catalogue: Catalogue) -> str:
    hint = unknown_hint(name, catalogue)
    near = nearest(name, catalogue.keys)
    if near and near in file.values:
        return f"{hint} (line {file.line_of((near,))} sets {near} already)"
    return hint


def _header(file: TomlFile, table: KeyPath) -> str | None:
    """Return the innermost header that opens a table, or one around it."""
    for length in range(len(table), 0, -1):
        if file.header_line(table[:length]):
            name = ".".join(step for step in table[:length] if isinstance(step, str))
            doubled = isinstance(table[length - 1], int)
            return f"[[{_shown(name)}]]" if doubled else f"[{_shown(name)}]"
    return None


def _drop_header(file: TomlFile, table: KeyPath) -> str | None:
    """Return how to get rid of a table that a header opens."""
    for length in range(len(table), 0, -1):
        if line := file.header_line(table[:length]):
            header = _header(file, table[:length])
            return f"drop the header {header} at line {line}: keys stand at the top level"
    return None


def _drop_prefix(tables: list[str]) -> str:
    name = _shown(".".join(tables))
    return f"drop {name}. in front of it, or move it out of {name}: keys stand at the top level"


def _shown(name: str) -> str:
    return cut(printable(name), _LONGEST_NAME)


def unknown_hint(name: str, catalogue: Catalogue) -> str:
    """Return what to do about a key that no loaded plugin declares."""
    near = nearest(name, [*catalogue.keys, *catalogue.renamed])
    failed = sorted({problem.plugin for problem in catalogue.problems if problem.plugin})
    if catalogue.blocked:
        blocked = ", ".join(catalogue.blocked)
        way = f"add its plugin to INTEGR8S_CONF_PLUGINS (not allowed now: {blocked})"
    elif failed:
        way = f"mend the plugin that declares it ({', '.join(failed)} failed to load)"
    elif near:
        return f"did you mean {near}?"
    else:
        way = "install the plugin that declares it"
    return f"did you mean {near}? If not, {way}" if near else f"remove it, or {way}"
