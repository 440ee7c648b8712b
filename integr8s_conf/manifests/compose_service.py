"""A service of a Compose file, and what two files say of one together."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..origin import LayerKind, Origin
from ..sources.env_file import read_env_file
from ..sources.safe_file import UnreadableError
from .compose_file import variable_of
from .compose_mounts import own_mounts
from .interpolation import BadInterpolationError, interpolate
from .manifest import Mount, Variable, Workload
from .yaml_nodes import Node

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .compose_file import ComposeFile

_URL = ("http://", "https://", "git://", "ssh://", "git@", "github.com/", "oci://")


class Service(NamedTuple):
    """What a file says of a service; None for what it says nothing of."""

    name: str
    origin: Origin
    variables: Mapping[str, Variable] = {}
    of_files: tuple[Variable, ...] = ()
    """The variables of its env files: those of ``environment`` win."""

    mounts: tuple[Mount, ...] = ()
    command: tuple[str, ...] | None = None
    entrypoint: tuple[str, ...] | None = None
    working_dir: str | None = None
    image: str | None = None
    dockerfile: str | None = None
    context: str | None = None
    stage: str | None = None
    open: bool = False
    runs: bool = False
    """Whether it says what it runs: an image, or a build."""

    arguments: tuple[Variable, ...] = ()
    """What its image is built with."""

    cleared: frozenset[str] = frozenset()
    """What it takes nothing of from the file before: ``!reset`` and ``!override``."""

    @property
    def workload(self) -> Workload:
        """The process that it starts."""
        variables = {one.name: one for one in self.of_files} | dict(self.variables)
        return Workload(
            self.name,
            "service",
            self.origin,
            (*variables.values(), *self.arguments),
            self.mounts,
            (*(self.entrypoint or ()), *(self.command or ())),
            self.working_dir,
            self.image,
            self.dockerfile,
            self.context,
            self.stage,
            self.open,
        )


def read_service(file: ComposeFile, name: str, node: Node, line: int) -> Service:
    """Return what a file says of a service."""
    of_files, unknown = _of_env_files(file, node.get("env_file"))
    build = _build(file, node.get("build"))
    return Service(
        name,
        file.origin(line),
        dict(_environment(file, node.get("environment"))),
        of_files,
        own_mounts(file, node),
        _words(file, node.get("command")),
        _words(file, node.get("entrypoint")),
        file.text(node.get("working_dir")),
        file.text(node.get("image")),
        *build,
        open=unknown,
        runs="image" in node.pairs or "build" in node.pairs,
        arguments=tuple(
            one._replace(at_build=True) for _, one in _environment(file, node.get("build", "args"))
        ),
        cleared=frozenset(key for key, value, _ in node.items() if value.tag),
    )


def merged(below: Service, above: Service) -> Service:
    """Return what two files say of a service, the second one on top."""
    cleared = above.cleared
    variables = {} if "environment" in cleared else below.variables
    of_files = () if "env_file" in cleared else below.of_files
    targets = {one.target for one in above.mounts}
    kept = () if "volumes" in cleared else below.mounts
    return Service(
        above.name,
        below.origin,
        {**variables, **above.variables},
        (*of_files, *above.of_files),
        (*(one for one in kept if one.target not in targets), *above.mounts),
        below.command if above.command is None else above.command,
        below.entrypoint if above.entrypoint is None else above.entrypoint,
        above.working_dir or below.working_dir,
        above.image or below.image,
        above.dockerfile or below.dockerfile,
        above.context or below.context,
        above.stage or below.stage,
        below.open or above.open,
        below.runs or above.runs,
        (*below.arguments, *above.arguments),
    )


def _environment(file: ComposeFile, node: Node) -> Iterator[tuple[str, Variable]]:
    """Yield the variables of a mapping, or of a list of ``NAME=value`` and ``NAME``."""
    for name, value, line in node.items():
        yield name, file.variable(name, value, file.origin(line))
    for part in node.parts:
        name, equals, text = (part.text or "").partition("=")
        if not name or "$" in name:
            continue
        origin = file.origin(part.line)
        if not equals:
            yield name, Variable(name, origin, "host", source=name)
        else:
            value = Node(part.line, text, kind="text")
            yield name, variable_of(name, file.interpolated(value), origin)


def _of_env_files(file: ComposeFile, node: Node) -> tuple[tuple[Variable, ...], bool]:
    """Return the variables of env files, and whether there may be more: one is not at hand."""
    variables: list[Variable] = []
    unknown = False
    for part in (node,) if node.kind == "text" else node.parts:
        path = file.text(part if part.kind == "text" else part.get("path"))
        raw = part.get("format").text == "raw"
        try:
            variables += _of_env_file(file, path, raw=raw) if path else ()
        except UnreadableError:
            unknown = True
        unknown = unknown or not path
    return tuple(variables), unknown


def _of_env_file(file: ComposeFile, path: str, *, raw: bool) -> Iterator[Variable]:
    content = read_env_file(file.located(path))
    shown = file.beside(path)
    for name, text in content.variables.items():
        origin = Origin(LayerKind.ENV_FILE, shown, content.lines[name])
        try:
            read = interpolate(text.replace("$", "$$") if raw else text, file.environ)
        except BadInterpolationError:
            yield Variable(name, origin, value=text)
        else:
            yield variable_of(name, read, origin)
    for name, line in content.bare.items():
        yield Variable(name, Origin(LayerKind.ENV_FILE, shown, line), "host", source=name)


def _words(file: ComposeFile, node: Node) -> tuple[str, ...] | None:
    """Return the words of a command: a list, or a text that is split as a shell does."""
    if node.kind == "list":
        return tuple(file.text(part) or "" for part in node.parts)
    text = file.text(node)
    if text is None:
        return None if node.kind == "null" else ()
    try:
        return tuple(shlex.split(text))
    except ValueError:
        return tuple(text.split())


def _build(file: ComposeFile, node: Node) -> tuple[str | None, str | None, str | None]:
    """Return the Dockerfile, the folder and the stage that an image is built from."""
    if node.kind == "null":
        return None, None, None
    context = file.text(node) if node.kind == "text" else file.text(node.get("context")) or "."
    stage = file.text(node.get("target"))
    if context is None or context.startswith(_URL) or "dockerfile_inline" in node.pairs:
        return None, context, stage
    folder = file.located(context)
    dockerfile = file.text(node.get("dockerfile")) or "Dockerfile"
    return str(Path(folder, dockerfile)), folder, stage
