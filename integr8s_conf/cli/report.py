"""A resolution as plain data: what every command prints, in whatever form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, time
from enum import Enum
from typing import TYPE_CHECKING, Any

from ..display import printable, show
from ..secret import MASK, Secret

if TYPE_CHECKING:
    from ..origin import Origin
    from ..problems import Problem
    from ..resolve.resolution import Resolution


def configuration_report(resolution: Resolution, sections: Iterable[str]) -> dict[str, Any]:
    """Return the named sections with their keys, and everything that is said beside them."""
    catalogue = resolution.catalogue
    return {
        "files": [layer.name for layer in resolution.layers if layer.path],
        "sections": [_section(resolution, name) for name in sections],
        "not_loaded": list(catalogue.blocked),
        "skipped": [str(skipped) for skipped in catalogue.skipped],
        **findings_report(resolution.problems, resolution.warnings),
    }


def findings_report(problems: Iterable[Problem], warnings: Iterable[Problem]) -> dict[str, Any]:
    """Return problems and warnings as data."""
    return {"problems": list(map(_problem, problems)), "warnings": list(map(_problem, warnings))}


def _section(resolution: Resolution, name: str) -> dict[str, Any]:
    keys = [key for key in resolution.catalogue.keys.values() if key.section.__name__ == name]
    plugin = keys[0].plugin if keys else None
    return {
        "section": name,
        "plugin": plugin.name if plugin else None,
        "distribution": plugin.distribution if plugin else None,
        "keys": [_key(resolution, key.name) for key in keys if key.name in resolution.values],
    }


def _key(resolution: Resolution, name: str) -> dict[str, Any]:
    value, secret = resolution.values[name], name in resolution.hidden
    return {
        "key": name,
        "value": MASK if secret and value is not None else _plain(value),
        "shown": show(value, secret=secret and value is not None),
        "secret": secret,
        "origin": _origin(resolution.origin(name)),
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "key": problem.key,
        "found": problem.found,
        "wanted": problem.wanted,
        "hint": problem.hint,
        "origin": _origin(problem.origin) if problem.origin else None,
        "section": problem.section,
        "plugin": problem.plugin,
        "related": [{"key": key, "origin": _origin(origin)} for key, origin in problem.related],
    }


def _origin(origin: Origin) -> dict[str, Any]:
    return {
        "layer": str(origin.layer),
        "name": origin.name,
        "line": origin.line,
        "column": origin.column,
    }


def _plain(value: Any) -> Any:
    """Return a value as JSON can hold it."""
    match value:
        case Secret():
            return MASK
        case Enum():
            return _plain(value.value)
        case str():
            return printable(value)
        case None | bool() | int() | float():
            return value
        case Mapping():
            return {str(name): _plain(part) for name, part in value.items()}
        case list() | tuple():
            return [_plain(part) for part in value]
        case set() | frozenset():
            return sorted(map(_plain, value), key=str)
        case date() | time():
            return value.isoformat()
        case _:
            return show(value)
