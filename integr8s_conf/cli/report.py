"""A resolution as plain data: what every command prints, in whatever form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..display import plain, show
from ..secret import MASK

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..origin import Origin
    from ..problems import Problem
    from ..resolve.resolution import Resolution


def configuration_report(
    resolution: Resolution, sections: Mapping[str, Iterable[str]]
) -> dict[str, Any]:
    """Return some sections with some of their keys, and everything that is said beside them."""
    catalogue = resolution.catalogue
    owners = {key.section.__name__: key.plugin for key in catalogue.keys.values()}
    return {
        "files": files_of(resolution),
        "sections": [
            {
                "section": name,
                "plugin": owners[name].name if name in owners else None,
                "distribution": owners[name].distribution if name in owners else None,
                "keys": [_key(resolution, key) for key in keys],
            }
            for name, keys in sections.items()
        ],
        "not_loaded": list(catalogue.blocked),
        "skipped": [str(skipped) for skipped in catalogue.skipped],
        **findings_report(resolution.problems, resolution.warnings),
    }


def findings_report(problems: Iterable[Problem], warnings: Iterable[Problem]) -> dict[str, Any]:
    """Return problems and warnings as data, and whether there are none of the former."""
    found = list(map(problem_report, problems))
    return {"valid": not found, "problems": found, "warnings": list(map(problem_report, warnings))}


def files_of(resolution: Resolution) -> list[str]:
    """Return the TOML files of a resolution as their user named them, the base file first."""
    return [layer.name for layer in resolution.layers if layer.path]


def _key(resolution: Resolution, name: str) -> dict[str, Any]:
    value, secret = resolution.values[name], name in resolution.hidden
    masked = secret and value is not None
    return {
        "key": name,
        "value": MASK if masked else plain(value),
        "shown": show(value, secret=masked),
        "secret": secret,
        "origin": origin_report(resolution.origin(name)),
    }


def problem_report(problem: Problem) -> dict[str, Any]:
    """Return a problem as data."""
    return {
        "key": problem.key,
        "path": list(problem.path),
        "found": problem.found,
        "wanted": problem.wanted,
        "hint": problem.hint,
        "origin": origin_report(problem.origin) if problem.origin else None,
        "section": problem.section,
        "plugin": problem.plugin,
        "related": [
            {"key": key, "origin": origin_report(origin)} for key, origin in problem.related
        ],
    }


def origin_report(origin: Origin) -> dict[str, Any]:
    """Return the place of a value or a problem."""
    return {
        "layer": str(origin.layer),
        "name": origin.name,
        "line": origin.line,
        "column": origin.column,
    }
