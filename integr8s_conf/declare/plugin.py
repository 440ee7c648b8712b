"""A plugin: its name, and the distribution that brings it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from .distribution import identity

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from importlib.metadata import Distribution


class Plugin(NamedTuple):
    """One entry of the entry-point group ``integr8s_conf``."""

    name: str
    module: str
    source: Distribution | None = None
    api: tuple[str, ...] = ()
    """The ranges of our API that the distribution declares for it, as they are written."""

    @property
    def distribution(self) -> str:
        """The name and version of the distribution that declares the entry point."""
        return str(identity(self.source))

    def __str__(self) -> str:
        return f"plugin {self.name} ({self.distribution})"


class Contribution(NamedTuple):
    """What one plugin's hooks returned, and those that are called later.

    The shapes are checked, the contents are not.
    """

    plugin: Plugin
    sections: tuple[Any, ...] = ()
    defaults: Mapping[str, Any] | None = None
    validators: tuple[Any, ...] = ()
    computed: Mapping[str, Any] | None = None
    sources: tuple[Any, ...] = ()
    loaded: Callable[..., Any] | None = None
    documentation: Callable[..., Any] | None = None
    hooks: tuple[str, ...] = ()
    """The hooks that it implements, those that failed too."""

    failed: frozenset[str] = frozenset()
    """The hooks that failed: what they would have returned is not known."""
