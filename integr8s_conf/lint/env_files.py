"""The env files of a deployment: the one beside a base file, and those of named environments."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, NamedTuple

from ..request import BESIDE_BASE_FILE
from ..resolve.variable_layers import read_env_file_layer
from ..sources.locate import Place, locate_base, locate_env_file
from ..sources.safe_file import UnreadableError, read_small_file
from ..sources.variables import pick_variables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..declare.catalogue import Catalogue
    from ..project.project_file import Project
    from ..resolve.layer import Layer
    from .examined import Run


class Assignment(NamedTuple):
    """A variable of an env file, and the lines that set it."""

    variable: str
    first: int
    last: int


class EnvFile(NamedTuple):
    """An env file, as far as it can be read."""

    place: Place
    layer: Layer
    variables: Mapping[str, str]
    """Key -> the variable that sets it."""

    assignments: tuple[Assignment, ...]


def env_file_beside(run: Run, catalogue: Catalogue) -> EnvFile | None:
    """Return the ``.env`` beside the base file of a run, as a process without a name reads it."""
    request = run.combination.request._replace(env_file=BESIDE_BASE_FILE)
    place = locate_env_file(request, locate_base(request))
    return read_env(place, catalogue) if place else None


def env_files_of(project: Project, folder: str, catalogue: Catalogue) -> Iterator[EnvFile]:
    """Yield the env files that the environments of a project name, each once."""
    names = dict.fromkeys(one.env_file for one in project.environments if one.env_file)
    for name in names:
        path = name if name.startswith("/") else f"{folder}/{name}"
        if found := read_env(Place(name, path), catalogue):
            yield found


def read_env(place: Place, catalogue: Catalogue) -> EnvFile | None:
    """Return an env file; None where it cannot be read."""
    reading, content = read_env_file_layer(place, catalogue)
    if not reading.layers:
        return None
    known = catalogue.keys, catalogue.secrets, catalogue.renamed
    names = pick_variables(content.variables, *known).names
    try:
        text = read_small_file(place.path).data.decode()
    except (UnreadableError, UnicodeDecodeError):
        return None
    return EnvFile(place, reading.layers[0], names, tuple(assignments(text)))


def assignments(text: str) -> Iterable[Assignment]:
    """Yield what an env file sets, line by line, with what a later line sets again."""
    from dotenv.parser import parse_stream  # noqa: PLC0415 - few deployments have an env file

    for binding in parse_stream(io.StringIO(text)):
        if binding.key is not None and binding.value is not None:
            source = binding.original.string
            written = source.lstrip()
            first = binding.original.line + source[: len(source) - len(written)].count("\n")
            yield Assignment(binding.key, first, first + written.rstrip("\r\n").count("\n"))
