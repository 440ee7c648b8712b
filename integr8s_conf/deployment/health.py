"""The state of what a configuration is made of: files, secrets, and variables."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from ..discover.inventory import inventory
from ..origin import LayerKind
from ..project.project_file import NAME
from ..sources.locate import locate_base, locate_env_file
from ..sources.toml import read_toml
from ..sources.variables import pick_variables

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..discover.admission import State
    from ..problems import Problem
    from ..request import Request
    from ..resolve.resolution import Resolution
    from .combination import Deployment

Grade = Literal["good", "development", "weak", "missing"]

_WORLD_WRITABLE = 0o002
_IN_TOML = (LayerKind.BASE_FILE, LayerKind.OVERRIDE_FILE)
_DELIVERED = {
    LayerKind.SECRET_FILES: "a secret file",
    LayerKind.SOURCE: "a plugin's source",
    LayerKind.ENVIRONMENT: "the environment",
}


class Health(NamedTuple):
    """All that there is to say of an installation and its files."""

    files: tuple[FileState, ...]
    secrets: tuple[SecretState, ...]
    plugins: Mapping[str, State]
    unread: tuple[str, ...]
    """Variables with our prefix that nothing reads."""

    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing needs care; a development secret does not, before production."""
        weak = any(one.grade in ("weak", "missing") for one in self.secrets)
        return not self.problems and not weak and all(file.sound for file in self.files)


class FileState(NamedTuple):
    """A file of the deployment, and whether it can be used."""

    name: str
    what: str
    state: str
    """``read``, or why not."""

    mode: int | None = None

    @property
    def sound(self) -> bool:
        """Whether it is read, and no stranger can write it."""
        return self.state == "read" and not (self.mode or 0) & _WORLD_WRITABLE


class SecretState(NamedTuple):
    """Where a secret comes from, and how good a source that is."""

    key: str
    grade: Grade
    source: str
    said: str
    """What that source is, in words."""


def health_of(request: Request, resolution: Resolution, deployment: Deployment) -> Health:
    """Return the health of what a request resolves to, and of the deployment around it."""
    catalogue = resolution.catalogue
    return Health(
        tuple(_files(request, deployment)),
        tuple(_secrets(resolution)),
        {one.plugin.name: one.state for one in inventory(catalogue, catalogue.problems)},
        _unread(request, resolution),
        (*deployment.problems, *resolution.problems),
        resolution.warnings,
    )


def _files(request: Request, deployment: Deployment) -> Iterator[FileState]:
    """Yield the state of every file that the deployment reads, each once."""
    names = {one.base: "base file" for one in deployment.combinations}
    names |= {one.override: "override" for one in deployment.combinations if one.override}
    for name, what in names.items():
        yield _toml_state(request, name, what)
    env_file = locate_env_file(request, locate_base(request))
    if env_file:
        yield FileState(env_file.name, "env file", "read", _mode(env_file.path))
    if os.path.lexists(f"{request.folder}/{NAME}"):
        yield _toml_state(request, NAME, "project file")


def _toml_state(request: Request, name: str, what: str) -> FileState:
    path = name if name.startswith("/") else f"{request.folder}/{name}"
    file = read_toml(name, path)
    if file.unreadable is not None:
        return FileState(name, what, file.unreadable.found, _mode(path))
    if file.faults:
        return FileState(name, what, f"no TOML: line {file.faults[0].line}", file.mode)
    return FileState(name, what, "read", file.mode)


def _mode(path: str) -> int | None:
    try:
        return stat.S_IMODE(Path(path).stat().st_mode)
    except (OSError, ValueError):
        return None


def _secrets(resolution: Resolution) -> Iterator[SecretState]:
    catalogue = resolution.catalogue
    warned = {one.key: one.found for one in resolution.warnings if one.key}
    for key in catalogue.keys:
        if key in catalogue.secrets and key not in catalogue.computed:
            grade, said = _graded(resolution, key, warned.get(key))
            yield SecretState(key, grade, str(resolution.origin(key)), said)


def _graded(resolution: Resolution, key: str, warned: str | None) -> tuple[Grade, str]:
    layer = resolution.layer_of(key)
    if layer is None:
        return "missing", "required, and set nowhere"
    if any(problem.key == key for problem in resolution.problems):
        return "weak", "its value is refused: integr8s-conf check says why"
    kind = layer.kind
    if kind is LayerKind.DEFAULTS:
        said = "the development default, which production refuses"
        none = layer.values[key] is None
        return ("good", "none, which it may be") if none else ("development", said)
    if kind in _IN_TOML:
        return "weak", "in a file that is committed"
    if kind is LayerKind.SECRET_FILES and warned:
        return "weak", warned
    if kind is LayerKind.ENV_FILE:
        return "development", "an env file, which production does not read"
    return "good", _DELIVERED.get(kind, str(kind))


def _unread(request: Request, resolution: Resolution) -> tuple[str, ...]:
    catalogue = resolution.catalogue
    found = pick_variables(request.environ, catalogue.keys, catalogue.secrets, catalogue.renamed)
    return tuple(sorted(found.unknown))
