"""A plugin: its name, and the distribution that brings it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.metadata import Distribution


class Plugin(NamedTuple):
    """One entry of the entry-point group ``integr8s_conf``."""

    name: str
    module: str
    source: Distribution | None = None

    @property
    def distribution(self) -> str:
        """The name and version of the distribution that declares the entry point."""
        return _name_and_version(self.source)

    def __str__(self) -> str:
        return f"plugin {self.name} ({self.distribution})"


@cache
def _name_and_version(source: Distribution | None) -> str:
    """Return what the metadata say, which are a file that is parsed at each look."""
    metadata = source.metadata if source is not None else None
    if metadata is None or "Name" not in metadata or "Version" not in metadata:
        return "no distribution"
    return f"{metadata['Name']} {metadata['Version']}"


class Contribution(NamedTuple):
    """What one plugin's hooks returned; the shapes are checked, the contents are not."""

    plugin: Plugin
    sections: tuple[Any, ...] = ()
    defaults: Mapping[str, Any] | None = None
    validators: tuple[Any, ...] = ()
    computed: Mapping[str, Any] | None = None
    hooks: tuple[str, ...] = ()
    """The hooks that it implements, those that failed too."""

    failed: frozenset[str] = frozenset()
    """The hooks that failed: what they would have returned is not known."""
