"""A combination of files, and a whole deployment, as they were at a revision of git."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from ..project.project_file import read_project
from ..sources.locate import locate_base, locate_override
from .combinations import find_deployment
from .git_revision import GitError, commit_of, content_at, files_at, top_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..request import Request
    from .combination import Combination, Deployment

_FOLDER = "INTEGR8S_CONF_DIR"


@contextmanager
def combination_at(revision: str, combination: Combination) -> Iterator[Combination]:
    """Give a combination that reads its TOML files as they were at a revision.

    Raises:
        GitError: There is no such revision, or it does not have the files.

    """
    request = combination.request
    base = locate_base(request)
    places = [place for place in (base, locate_override(request, base)) if place]
    commit = commit_of(revision, str(Path(base.path).resolve().parent))
    contents = {place.path: content_at(commit, Path(place.path).resolve()) for place in places}
    with TemporaryDirectory() as folder:
        then = request._replace(copies=_copies(contents, Path(folder)))
        yield combination._replace(request=then)


def _copies(contents: Mapping[str, bytes], folder: Path) -> dict[str, str]:
    """Write each content to a file of the folder; return the files by the paths they stand for."""
    copies: dict[str, str] = {}
    for number, (path, content) in enumerate(contents.items()):
        copy = folder / f"{number}.toml"
        copy.write_bytes(content)
        copies[path] = str(copy)
    return copies


@contextmanager
def deployment_at(revision: str, request: Request) -> Iterator[Deployment | None]:
    """Give the deployment as a revision has it; None where that has no base file.

    Its TOML files are those of the revision, ``pyproject.toml`` among them. Variables, secrets and
    ``.env`` are those of now, and so is an environment's file that the revision does not have.

    Raises:
        GitError: There is no repository around the working directory, or no such revision.

    """
    top, commit = top_of(request.folder), commit_of(revision, request.folder)
    with TemporaryDirectory() as folder:
        tree = Path(folder).resolve()
        here = Path(request.folder).resolve()
        there = tree / here.relative_to(top)
        there.mkdir(parents=True, exist_ok=True)
        _write_files(commit, request, tree)
        for environment in read_project(str(there)).environments:
            if name := environment.env_file:
                _add_env_file(commit, here / name, there / name, tree)
        found = find_deployment(request._replace(folder=str(there)))
        if os.path.lexists(locate_base(found.combinations[0].request).path):
            read = tuple(_read_there(one, request) for one in found.combinations)
            yield found._replace(combinations=read)
        else:
            yield None


def named_from_here(request: Request) -> Request:
    """Return the same request, its files within the repository named from the working directory.

    Raises:
        GitError: There is no repository around the working directory.

    """
    top = top_of(request.folder)

    def name(path: str | None) -> str | None:
        if path is None or not Path(path).is_absolute():
            return path
        real = Path(path).parent.resolve() / Path(path).name
        within = real.is_relative_to(top)
        return os.path.relpath(real, Path(request.folder).resolve()) if within else path

    environ = dict(request.environ)
    if folder := name(environ.get(_FOLDER)):
        environ[_FOLDER] = folder
    return request._replace(
        config_path=name(request.config_path),
        override_path=name(request.override_path),
        environ=environ,
    )


def _write_files(commit: str, request: Request, tree: Path) -> None:
    """Write the files of a commit that may be of a deployment to the folder ``tree``."""
    named = {Path(name).name for name in (request.config_path, request.override_path) if name}

    def wanted(path: str) -> bool:
        name = path.rpartition("/")[2]
        return name in named or name.endswith((".toml", ".env"))

    for file in files_at(commit, request.folder, wanted):
        if _is_free(path := tree / file.path, tree):
            path.parent.mkdir(parents=True, exist_ok=True)
            if file.is_link:
                path.symlink_to(os.fsdecode(file.content))
            else:
                path.write_bytes(file.content)


def _is_free(path: Path, tree: Path) -> bool:
    """Tell whether a file can be put at ``path``; a crafted commit may name places elsewhere."""
    return path.parent.resolve().is_relative_to(tree) and not os.path.lexists(path)


def _add_env_file(commit: str, here: Path, there: Path, tree: Path) -> None:
    """Put an environment's file where it is missing: that of the commit, else that of now."""
    if not _is_free(there, tree):
        return
    there.parent.mkdir(parents=True, exist_ok=True)
    try:
        there.write_bytes(content_at(commit, here))
    except GitError:
        if here.is_file():
            there.symlink_to(here)


def _read_there(combination: Combination, request: Request) -> Combination:
    """Return a combination that was found in the copy, as one here that reads copies of files."""
    there = combination.request
    here = there._replace(folder=request.folder)
    base, base_here = locate_base(there), locate_base(here)
    copies = {base_here.path: base.path}
    override, override_here = locate_override(there, base), locate_override(here, base_here)
    if override and override_here:
        copies[override_here.path] = override.path
    return combination._replace(request=here._replace(copies=copies))
