"""Reads a Compose file with what belongs to it: its override, what it extends and includes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .compose_file import ComposeFile, read_compose_file, variables_beside
from .compose_service import Service, merged, read_service
from .manifest import Manifest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..problems import Problem
    from .yaml_nodes import Node

MAIN_NAMES = ("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml")
_SUFFIXES = (".yml", ".yaml")
_DEEPEST = 8
"""How many files, or services, may stand behind one another."""

_Services = dict[str, Service]


def override_beside(path: str) -> str | None:
    """Return the path of the file that Compose reads on top of a project's main file."""
    main = Path(path)
    if main.name not in MAIN_NAMES:
        return None
    found = (main.with_name(f"{main.stem}.override{suffix}") for suffix in _SUFFIXES)
    return next((str(one) for one in found if one.is_file()), None)


def main_beside(path: str) -> str | None:
    """Return the path of the main file of the project in the folder of a Compose file."""
    folder = Path(path).parent
    return next((str(folder / name) for name in MAIN_NAMES if (folder / name).is_file()), None)


def read_compose(name: str, path: str) -> Manifest:
    """Read a Compose file, and its override as Compose would.

    A file whose services do not say what they run is one that is read on top of the main file
    beside it. A service that such a file of the folder speaks of may be given more there.
    """
    problems: list[Problem] = []
    paths = [path, override_beside(path)]
    services = _project(name, [one for one in paths if one], problems)
    main = main_beside(path)
    if main and main != path and not all(one.runs for one in services.values()):
        over = set(services)
        services = _project(name, [main, path], problems=[])
        services = {key: one for key, one in services.items() if key in over}
    elif main == path:
        also = _named_beside(path)
        services = {
            key: one._replace(open=one.open or key in also) for key, one in services.items()
        }
    workloads = tuple(one.workload for one in services.values())
    return Manifest(name, path, "compose", workloads, problems=tuple(problems))


def _project(name: str, paths: Sequence[str], problems: list[Problem]) -> _Services:
    """Return the services of files that are read on top of one another."""
    folder = str(Path(paths[0]).parent)
    return _files(name, paths, folder, variables_beside(folder), problems, 0)


def _files(
    name: str,
    paths: Sequence[str],
    folder: str,
    environ: Mapping[str, str],
    problems: list[Problem],
    depth: int,
) -> _Services:
    services: _Services = {}
    for path in paths:
        shown = str(Path(name).with_name(Path(path).name))
        file = read_compose_file(shown, path, folder, environ, problems)
        if depth < _DEEPEST:
            services = _included(file, depth) | services
        for key, node, line in file.root.get("services").items():
            service = _extended(file, key, node, line, depth)
            services[key] = merged(services[key], service) if key in services else service
    return services


def _included(file: ComposeFile, depth: int) -> _Services:
    """Return the services of the files that a file includes."""
    services: _Services = {}
    for part in file.root.get("include").parts:
        listed = part.get("path")
        nodes = (part,) if part.kind == "text" else listed.parts or (listed,)
        paths = [file.text(node) for node in nodes]
        if not _at_hand(file, paths, part):
            continue
        located = [file.located(path) for path in paths if path]
        own = file.text(part.get("project_directory"))
        folder = file.located(own) if own else str(Path(located[0]).parent)
        environ = {**variables_beside(folder), **file.environ}
        shown = file.beside(paths[0] or "")
        services |= _files(shown, located, folder, environ, file.problems, depth + 1)
    return services


def _at_hand(file: ComposeFile, paths: Sequence[str | None], node: Node) -> bool:
    if paths and all(path and Path(file.located(path)).is_file() for path in paths):
        return True
    file.refuse("an include of what is no file here", "a file that can be followed", node.line)
    return False


def _extended(file: ComposeFile, name: str, node: Node, line: int, depth: int) -> Service:
    """Return a service on top of the one that it extends, which is of this file or another."""
    service = read_service(file, name, node, line)
    extends = node.get("extends")
    if extends.kind == "null":
        return service
    wanted = file.text(extends if extends.kind == "text" else extends.get("service"))
    path = file.text(extends.get("file"))
    other = _other(file, path) if path else file
    pair = other.root.get("services").pairs.get(wanted or "")
    if pair is None or depth >= _DEEPEST:
        file.refuse("an extends of what is no service here", "a service at hand", extends.line)
        return service._replace(open=True)
    below = _extended(other, name, pair.value, pair.line, depth + 1)
    return merged(below, service)._replace(origin=service.origin)


def _other(file: ComposeFile, path: str) -> ComposeFile:
    located = file.located(path)
    folder = str(Path(located).parent)
    return read_compose_file(file.beside(path), located, folder, file.environ, file.problems)


def _named_beside(path: str) -> set[str]:
    """Return the services that other Compose files of the folder speak of, but do not run."""
    main = Path(path)
    read = {path, override_beside(path)}
    found: set[str] = set()
    for other in sorted(main.parent.iterdir()):
        if str(other) not in read and is_compose_name(other.name):
            services = _project(other.name, [str(other)], problems=[])
            found |= {key for key, one in services.items() if not one.runs}
    return found


def is_compose_name(name: str) -> bool:
    """Tell whether a file's name is one that Compose files have."""
    plain = name.removeprefix("docker-")
    return plain.endswith(_SUFFIXES) and plain.split(".")[0].split("-")[0] == "compose"
