"""Where the files of a request are looked up; no parent folder is ever searched."""

from __future__ import annotations

import os
from typing import NamedTuple

from ..request import BESIDE_BASE_FILE, Request

BASE_NAME = "config.toml"
PROJECT_NAME = "pyproject.toml"


class Place(NamedTuple):
    """A file as its user named it, where it is, and where else it was looked for."""

    name: str
    path: str
    looked: tuple[str, ...] = ()


def locate_base(request: Request) -> Place:
    """Return the base file; where there is none, the place where it was looked for first."""
    names = _default_names(request)
    if request.config_path is None:
        return _first({_path(request.folder, name): name for name in names})
    paths = [_path(request.folder, name) for name in names]
    only = paths[0] if len(paths) == 1 else None
    default = next((path for path in paths if os.path.lexists(path)), only)
    return _named(request.config_path, request.folder, default)


def locate_override(request: Request, base: Place) -> Place | None:
    """Return the override file that the request names."""
    if request.override_path is None:
        return None
    return _named(request.override_path, request.folder, base.path)


def locate_env_file(request: Request, base: Place) -> Place | None:
    """Return the env file: the named one, or ``.env`` beside the base file if it exists."""
    if request.env_file is None:
        return None
    if request.env_file is not BESIDE_BASE_FILE:
        return _named(str(request.env_file), request.folder, None)
    path = f"{base.path.rpartition('/')[0]}/.env"
    if not os.path.lexists(path):
        return None
    folder, slash, _ = base.name.rpartition("/")
    return Place(f"{folder}{slash}.env", path)


def _default_names(request: Request) -> list[str]:
    named = request.environ.get("INTEGR8S_CONF_DIR")
    return [f"{named.rstrip('/')}/{BASE_NAME}"] if named else [BASE_NAME, f"settings/{BASE_NAME}"]


def _named(name: str, folder: str, beside: str | None) -> Place:
    """Return the file ``name``, from the working directory, else from the folder of ``beside``."""
    places = {_path(folder, name): name}
    if beside is not None:
        places[_path(beside.rpartition("/")[0], name)] = name
    return _first(places)


def _path(folder: str, name: str) -> str:
    return name if name.startswith("/") else f"{folder}/{name}"


def _first(names: dict[str, str]) -> Place:
    """Return the first of several paths that exists, else the first."""
    paths = tuple(names)
    for path in paths[:-1]:
        if os.path.lexists(path):
            return Place(names[path], path, paths)
    last = paths[-1] if len(paths) == 1 or os.path.lexists(paths[-1]) else paths[0]
    return Place(names[last], last, paths)
