"""An environment that a team names, and a process's request in it."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from ..sources.env_file import read_env_file
from ..sources.safe_file import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..request import Request


class Environment(NamedTuple):
    """The variables that the processes of an environment will have."""

    name: str
    env_file: str | None = None
    variables: Mapping[str, str] = MappingProxyType({})
    """They come before those of the env file."""

    secrets: frozenset[str] = frozenset()
    """Secrets that are set there, to values that are not known here."""

    def __repr__(self) -> str:
        return f"<environment {self.name}>"


def in_environment(request: Request, environment: Environment) -> Request:
    """Return a request with the variables of an environment in place of the process's own.

    No ``.env`` is read then: the environment has all that its processes see.

    Raises:
        UnreadableError: The environment's file of variables cannot be read, or has a line that
            sets none.

    """
    variables: dict[str, str] = {}
    if environment.env_file is not None:
        variables |= _variables(str(Path(request.folder, environment.env_file)))
    return request._replace(environ={**variables, **environment.variables}, env_file=None)


def _variables(path: str) -> Mapping[str, str]:
    content = read_env_file(path)
    lines = sorted((*content.bad_lines, *content.bare.values()))
    if lines:
        found = f"line {lines[0]}, which sets no variable"
        raise UnreadableError(found, "lines such as NAME=value", "mend or remove the line")
    return content.variables
