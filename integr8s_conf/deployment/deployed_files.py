"""The files of a deployment: those that ``pyproject.toml`` lists, else those found by name."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..problems import Problem
from ..sources.locate import locate_base, locate_override
from .found_files import files_beside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..project.project_file import Project
    from ..request import Request
    from ..sources.locate import Place


class DeployedFiles(NamedTuple):
    """The base file, what is read on top of it, other base files, and mistakes in their lists."""

    base: Place
    overrides: tuple[str, ...]
    bases: tuple[str, ...]
    problems: tuple[Problem, ...] = ()


class _Listed(NamedTuple):
    names: tuple[str, ...]
    problems: tuple[Problem, ...]


def deployed_files(request: Request, project: Project) -> DeployedFiles:
    """Return the files of a deployment, those that the process's own variables name among them."""
    base = locate_base(request._replace(config_path=project.base or request.config_path))
    found, folder = files_beside(base), request.folder
    overrides = _listed(project, "overrides", folder)
    bases = _listed(project, "bases", folder)
    alone = _without(bases.names, [base.path], folder) if bases else ()
    over = overrides.names if overrides else found.overrides
    over = _without(over, [base.path, *alone], folder)
    others = alone if bases else _without(found.bases, over, folder)
    own_override = locate_override(request, base)
    own_base = locate_base(request) if request.config_path else base
    return DeployedFiles(
        base,
        (*over, *_new(own_override, over, folder)),
        (*others, *_new(own_base, (base.path, *others), folder)),
        tuple(one for listed in (overrides, bases) if listed for one in listed.problems),
    )


def _listed(project: Project, option: str, folder: str) -> _Listed | None:
    """Return the files that an option of the project file names, each once; None without it."""
    patterns: tuple[str, ...] | None = getattr(project, option)
    if patterns is None:
        return None
    matches = {pattern: _matching(folder, pattern) for pattern in patterns}
    names = dict.fromkeys(name for found in matches.values() for name in found)
    missing = (pattern for pattern, found in matches.items() if not found)
    return _Listed(tuple(names), tuple(_no_file(project, option, one) for one in missing))


def _matching(folder: str, pattern: str) -> list[str]:
    """Return the files whose name is ``pattern``, or matches it, sorted."""
    if Path(folder, pattern).is_file():
        return [pattern]
    try:
        found = [path for path in Path(folder).glob(pattern) if not path.is_dir()]
    except (ValueError, NotImplementedError):  # pathlib takes neither ``**a`` nor ``/a``
        return []
    return sorted(os.path.relpath(path, folder) for path in found)


def _no_file(project: Project, option: str, pattern: str) -> Problem:
    return Problem(
        None,
        f"{pattern}, which no file is named",
        f"files for {option}, by name or with * for any text",
        project.origin(option),
        "name files as seen from the folder of pyproject.toml",
    )


def _paths(names: Iterable[str], folder: str) -> set[str]:
    return {os.path.realpath(Path(folder, name)) for name in names}


def _without(names: Iterable[str], others: Iterable[str], folder: str) -> tuple[str, ...]:
    """Return those names that are of none of the ``others``' files."""
    taken = _paths(others, folder)
    return tuple(name for name in names if _paths([name], folder).isdisjoint(taken))


def _new(place: Place | None, names: Iterable[str], folder: str) -> Iterator[str]:
    """Yield the name of a file, unless it is one of those that have names already."""
    if place and os.path.realpath(place.path) not in _paths(names, folder):
        yield place.name
