"""Where a value came from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .secret import escape_unprintable


class LayerKind(StrEnum):
    """The kinds of layers, lowest first; a later one wins."""

    DEFAULTS = "defaults"
    BASE_FILE = "base file"
    OVERRIDE_FILE = "override file"
    ENV_FILE = "env file"
    SECRET_FILES = "secret files"  # noqa: S105 - the name of a layer
    SOURCE = "source"
    """A plugin's own; its place among the others is what the plugin says."""

    ENVIRONMENT = "environment"
    OVERRIDES = "overrides"
    COMPUTED = "computed"
    PROJECT_FILE = "project file"
    """pyproject.toml, which says what is deployed: it and those below set no value."""

    LOCK_FILE = "lock file"
    """What plugins declared when they were last looked over."""

    CODE = "source code"
    """A file that reads settings."""

    MANIFEST = "manifest"
    """A file that says how processes are started: Compose, Kubernetes, a Dockerfile, ..."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The place that gave a value: a line of a file, a variable, a plugin's default."""

    layer: LayerKind
    name: str
    """A file as its user named it, or words such as ``environment variable REDIS_PASSWORD``."""

    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        name = escape_unprintable(self.name)
        if self.line is None:
            return name
        if self.column is None:
            return f"{name}:{self.line}"
        return f"{name}:{self.line}:{self.column}"
