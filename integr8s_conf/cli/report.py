"""A resolution as plain data: what every command prints, in whatever form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..display import plain, show
from ..secret import MASK

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..origin import Origin
    from ..problems import Problem
    from ..resolve.resolution import Resolution


def configuration_report(resolution: Resolution, sections: Iterable[str]) -> dict[str, Any]:
    """Return the named sections with their keys, and everything that is said beside them."""
    catalogue = resolution.catalogue
    return {
        "files": files_of(resolution),
        "sections": [_section(resolution, name) for name in sections],
        "not_loaded": list(catalogue.blocked),
        "skipped": [str(skipped) for skipped in catalogue.skipped],
        **findings_report(resolution.problems, resolution.warnings),
    }


def findings_report(problems: Iterable[Problem], warnings: Iterable[Problem]) -> dict[str, Any]:
    """Return problems and warnings as data, and whether there are none of the former."""
    found = list(map(_problem, problems))
    return {"valid": not found, "problems": found, "warnings": list(map(_problem, warnings))}


def files_of(resolution: Resolution) -> list[str]:
    """Return the TOML files of a resolution as their user named them, the base file first."""
    return [layer.name for layer in resolution.layers if layer.path]


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
    masked = secret and value is not None
    return {
        "key": name,
        "value": MASK if masked else plain(value),
        "shown": show(value, secret=masked),
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
