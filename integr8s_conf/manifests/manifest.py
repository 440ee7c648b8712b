"""What a manifest says of the processes that it starts: the same records for every format."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..origin import Origin
    from ..problems import Problem

Supply = Literal["literal", "host", "secret", "config", "unknown"]
"""Who gives a variable its value: the manifest itself, the environment of whoever starts the
process, a store of secrets, a ConfigMap or the like whose text is not at hand, or who knows."""


class Variable(NamedTuple):
    """A variable that a process is given."""

    name: str
    origin: Origin
    """The line that gives it."""

    supply: Supply = "literal"
    value: str | None = None
    """Its text, where the manifest has it: of ``literal``, and of a default."""

    source: str = ""
    """What it is taken from: ``DB_PASSWORD`` of ``${DB_PASSWORD:-x}``, ``backend/SECRET_KEY``."""

    has_default: bool = False
    """Whether ``value`` counts only where the source has none: ``${NAME:-value}``."""

    at_build: bool = False
    """Whether only the build of an image sees it, not the process: an ARG."""

    def __repr__(self) -> str:
        return f"<variable {self.name}>"


class Mount(NamedTuple):
    """A file or folder that a process finds at a path of its own."""

    target: str
    """The absolute path within the process's files."""

    origin: Origin
    source: str | None = None
    """The path outside, where it is one of the machine's or the build's own files."""

    files: tuple[str, ...] | None = None
    """The names of the files below ``target`` where they are known: those of a ConfigMap."""

    sub_path: str | None = None
    """The one file of a volume that is mounted, at ``target`` itself."""

    secret: bool = False
    """Whether its files are secrets."""

    texts: Mapping[str, str] = MappingProxyType({})
    """The texts of ``files`` that are at hand; never a secret's."""

    def __repr__(self) -> str:
        return f"<mount at {self.target}>"


class Workload(NamedTuple):
    """A process that a manifest starts: a service, a container, an image, a step, a unit."""

    name: str
    kind: Literal["service", "container", "image", "step", "unit"]
    origin: Origin
    variables: tuple[Variable, ...] = ()
    mounts: tuple[Mount, ...] = ()
    command: tuple[str, ...] = ()
    folder: str | None = None
    """Its working directory, where the manifest says it."""

    image: str | None = None
    dockerfile: str | None = None
    """The path of the file that its image is built from."""

    context: str | None = None
    """The folder that its image is built in."""

    stage: str | None = None
    """The stage of the Dockerfile that is its image, where that is not the last one."""

    open: bool = False
    """Whether it may be given more variables than are known here."""


class Manifest(NamedTuple):
    """A file that starts processes, as far as it can be read."""

    name: str
    """As its user named it."""

    path: str
    format: Literal["compose", "kubernetes", "dockerfile", "workflow", "systemd"]
    workloads: tuple[Workload, ...] = ()
    stored: tuple[Variable, ...] = ()
    """What it puts into stores of secrets: the names, and where they have a value, never which."""

    problems: tuple[Problem, ...] = ()
    """What cannot be read or followed: no guess is made of it."""
