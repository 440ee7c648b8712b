"""Secrets with a value in files that are committed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..deployment.git_revision import GitError, is_tracked
from ..project.project_file import NAME
from ..secret import MASK
from ..sources.variables import pick_variables
from .finding import Finding, Words, of_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..declare.catalogue import Catalogue
    from ..origin import Origin
    from ..project.project_file import Project
    from .env_files import EnvFile
    from .examined import Examined

RULE = "secret-in-file"


def secrets_in_files(
    examined: Examined, env_files: Iterable[EnvFile], project: Project, folder: str
) -> Iterator[Finding]:
    """Yield each line of a committed file that gives a secret a value.

    Committed is what git tracks. Where there is no repository, that is taken of TOML files, and
    not of env files.
    """
    catalogue = examined.catalogue
    for file in examined.files.values():
        names = [name for name in file.values if name in catalogue.secrets and file.values[name]]
        if names and _is_committed(str(file.path), without_git=True):
            for name in names:
                yield _finding(name, file.locate(name), catalogue)
    for env_file in env_files:
        names = [name for name in env_file.layer.values if name in catalogue.secrets]
        if names and _is_committed(env_file.place.path, without_git=False):
            for name in names:
                yield _finding(name, env_file.layer.locate(name), catalogue)
    in_project = [*_in_project(project, catalogue)]
    if in_project and _is_committed(f"{folder}/{NAME}", without_git=True):
        for name, origin in in_project:
            yield _finding(name, origin, catalogue)


def _in_project(project: Project, catalogue: Catalogue) -> Iterator[tuple[str, Origin]]:
    known = catalogue.keys, catalogue.secrets, catalogue.renamed
    for one in project.environments:
        for name, variable in pick_variables(one.variables, *known).names.items():
            if name in catalogue.secrets:
                yield name, project.origin("environments", one.name, "variables", variable)


def _is_committed(path: str, *, without_git: bool) -> bool:
    try:
        return is_tracked(Path(path))
    except GitError:
        return without_git


def _finding(name: str, origin: Origin, catalogue: Catalogue) -> Finding:
    words = Words(
        f"{MASK}, a secret in a file that is committed",
        "a secret from the environment or a secret file",
        "remove the line, set the variable or a secret file instead, and change the secret:"
        " git remembers it",
    )
    return Finding(of_key(RULE, name, words, origin, catalogue, level="error"))
