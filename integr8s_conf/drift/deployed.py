"""What the declarations and the TOML files of a deployment say, whatever variables are set."""

from __future__ import annotations

import os
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, NamedTuple

from ..convert import Mismatch
from ..deployment.combinations import find_deployment
from ..deployment.roles import roles_of
from ..discover.discovery import load_catalogue
from ..lookup import MISSED
from ..origin import LayerKind
from ..resolve.plugin_policy import policy_of
from ..resolve.resolve import resolve_with
from ..sources.locate import BASE_NAME, locate_base
from ..sources.safe_file import UnreadableError, read_small_file
from ..sources.variables import PREFIX, STEERING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..declare.catalogue import Catalogue
    from ..problems import Problem
    from ..request import Request
    from ..resolve.resolution import Resolution

_FILES = (LayerKind.BASE_FILE, LayerKind.OVERRIDE_FILE, LayerKind.PROJECT_FILE)


class Deployed(NamedTuple):
    """A deployment's keys and files; an override is called by its real path, the base by None."""

    catalogue: Catalogue
    folder: str
    """The working directory."""

    base: str
    """The base file's real path."""

    text: str
    """What stands in the base file."""

    names: Mapping[str, str | None]
    """What a TOML file is called where it is mounted -> the override; None for the base."""

    overrides: Mapping[str, str]
    """Override -> the file as its user named it."""

    runs: Mapping[str | None, Resolution]
    problems: tuple[Problem, ...] = ()
    """Why the files or plugins are refused."""

    def __repr__(self) -> str:
        return f"<deployment of {len(self.runs)} runs>"

    @property
    def paths(self) -> tuple[str, ...]:
        """The real paths of the TOML files."""
        return (self.base, *self.overrides)

    @property
    def main(self) -> Resolution:
        """What the base file alone resolves to."""
        return self.runs[None]

    def is_base(self, name: str) -> bool:
        """Tell whether a mounted file's name is one of the base file's."""
        return name in self.names and self.names[name] is None

    def typed(self, key: str, text: str) -> Any:
        """Return what a text means for a key; MISSED where the key does not take it."""
        try:
            return self.catalogue.takes_text[key](text)
        except (Mismatch, RecursionError):
            return MISSED


def deployed_of(request: Request) -> Deployed:
    """Read the declarations and the files of a deployment, without the variables of a process."""
    catalogue = load_catalogue(policy_of(request))
    deployment = find_deployment(request, environments=False)
    steering = {f"{PREFIX}{name}" for name in STEERING}
    alone = catalogue._replace(sources=())
    runs: dict[str | None, Resolution] = {}
    names: dict[str, str | None] = {}
    overrides: dict[str, str] = {}
    for role, combinations in roles_of(deployment).items():
        one = combinations[0]
        kept = {name: text for name, text in one.request.environ.items() if name in steering}
        path = one.paths[1] if one.override else None
        runs[path] = resolve_with(one.request._replace(environ=kept, env_file=None), alone)
        if path and one.override:
            overrides[path] = one.override
            names |= {PurePath(path).name: path, f"config.{role}.toml": path}
    base = os.path.realpath(locate_base(deployment.main[0].request).path)
    names |= {PurePath(base).name: None, BASE_NAME: None}
    problems = (*deployment.problems, *catalogue.problems, *_of_files(runs))
    return Deployed(catalogue, request.folder, base, _text(base), names, overrides, runs, problems)


def _text(path: str) -> str:
    try:
        return read_small_file(path).data.decode(errors="replace")
    except UnreadableError:
        return ""


def _of_files(runs: Mapping[str | None, Resolution]) -> tuple[Problem, ...]:
    """Return the problems of TOML files, each once; a secret that is not set here is none."""
    found = {
        (str(problem), str(problem.origin)): problem
        for run in runs.values()
        for problem in run.problems
        if problem.origin is not None and problem.origin.layer in _FILES
    }
    return tuple(found.values())
