"""From what a team has, to every combination of files and variables that it deploys."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..problems import Problem
from ..project.environment import in_environment
from ..project.project_file import read_project
from ..sources.locate import locate_base, locate_override
from ..sources.safe_file import UnreadableError
from ..sources.toml import read_toml
from .combination import Combination, Deployment
from .deployed_files import deployed_files
from .found_files import is_base_file
from .roles import UnknownRoleError, may_be_role, roles_of, roles_said

if TYPE_CHECKING:
    from ..project.environment import Environment
    from ..project.project_file import Project
    from ..request import Request


def single(request: Request) -> Combination:
    """Return the one combination that a request asks for."""
    return Combination(locate_base(request).name, request.override_path, request)


def find_deployment(request: Request, *, environments: bool = True) -> Deployment:
    """Return every combination that is deployed, by ``pyproject.toml`` or by the files' names.

    ``request`` is the process's own: its variables are those of every combination that no named
    environment has, and the files that they name are of the deployment. Without ``environments``
    those that ``pyproject.toml`` names are left out.
    """
    project = read_project(request.folder)
    files = deployed_files(request, project)
    named, problems = _environments(request, project) if environments else ([], ())
    base = files.base.name
    # A missing file is looked for anew: its problem says where.
    found = base if os.path.lexists(files.base.path) else project.base or request.config_path
    whole = [
        one._replace(
            base=base, override=override, request=_with_files(one.request, found, override)
        )
        for one in named or [single(request)]
        for override in (None, *files.overrides)
    ]
    alone = [single(_with_files(request, other)) for other in files.bases]
    return Deployment((*whole, *alone), (*project.problems, *files.problems, *problems))


def named(deployment: Deployment, name: str, request: Request) -> tuple[Combination, ...]:
    """Return the combinations that a file takes part in, or those of a role.

    Raises:
        UnknownRoleError: There is no such file, and what might be a role's name is none.

    """
    path, roles = _path_of(name, deployment, request), roles_of(deployment)
    is_there = os.path.lexists(path)
    if name in roles and (not is_there or os.path.isdir(path)):  # noqa: PTH112 - NUL raises in pathlib
        return roles[name]
    if is_there or not may_be_role(name):
        return _with_file(deployment, name, request)
    raise UnknownRoleError(f"{name} is neither a file nor a role; {roles_said(name, roles)}")


def _with_file(deployment: Deployment, name: str, request: Request) -> tuple[Combination, ...]:
    """Return the combinations that a file takes part in.

    One that is not of the deployment is a base file of its own where it has a base's keys, else
    an override of the deployment's base file.
    """
    base = locate_base(deployment.combinations[0].request)
    path = _path_of(name, deployment, request)
    real = os.path.realpath(path)
    known = tuple(one for one in deployment.combinations if real in one.paths)
    if known:
        return known
    keys = read_toml(base.name, base.path).values
    if not keys or not os.path.lexists(path) or is_base_file(path, keys):
        return (single(_with_files(request, name)),)
    return tuple(
        one._replace(override=name, request=_with_files(one.request, one.base, name))
        for one in deployment.main
        if one.override is None
    )


def _path_of(name: str, deployment: Deployment, request: Request) -> str:
    """Return where a file is that is named from the working directory, or beside the base file."""
    base = locate_base(deployment.combinations[0].request)
    place = locate_override(request._replace(override_path=name), base)
    return place.path if place else base.path


def _with_files(request: Request, base: str | None, override: str | None = None) -> Request:
    return request._replace(config_path=base, override_path=override)


def _environments(
    request: Request, project: Project
) -> tuple[list[Combination], tuple[Problem, ...]]:
    """Return the base file in each environment that the project names, and what is wrong."""
    found: list[Combination] = []
    problems: list[Problem] = []
    for one in project.environments:
        try:
            there = in_environment(request, one)
        except UnreadableError as error:
            problems.append(_no_env_file(project, one, error))
            continue
        at = project.origin("environments", one.name, "secrets") if one.secrets else None
        found.append(
            single(there)._replace(environment=one.name, assumed=one.secrets, assumed_at=at)
        )
    return found, tuple(problems)


def _no_env_file(project: Project, environment: Environment, error: UnreadableError) -> Problem:
    found = f"{environment.env_file}: {error.found}"
    wanted = f"{error.wanted} as the env file of the environment {environment.name}"
    origin = project.origin("environments", environment.name, "env-file")
    hint = error.hint or "name it as seen from the folder of pyproject.toml"
    return Problem(None, found, wanted, origin, hint)
