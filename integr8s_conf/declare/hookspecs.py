"""Every hook of the framework, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pluggy import HookimplMarker, HookspecMarker

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from dynaconf import Validator

    from .rules import Rule
    from .section import Section

PROJECT = "integr8s_conf"
"""The name of the pluggy project and of the entry-point group."""

hookspec = HookspecMarker(PROJECT)
hookimpl = HookimplMarker(PROJECT)
"""Marks a function of a plugin as the implementation of the hook of its name."""


@hookspec
def integr8s_sections() -> Sequence[type[Section]]:  # type: ignore[empty-body]
    """Return the section classes that this plugin declares.

    Called once per process, before anything is read.
    """


@hookspec
def integr8s_defaults() -> Mapping[str, Any]:  # type: ignore[empty-body]
    """Return new defaults for keys of other sections: key -> value, still below every file.

    Called once per process. A key that no loaded plugin declares is skipped; two plugins that
    give one key different defaults are a problem.
    """


@hookspec
def integr8s_validators() -> Sequence[Validator | Rule]:  # type: ignore[empty-body]
    """Return rules between keys, and dynaconf's Validators, for keys of any section.

    Called once per process; what it returns runs at every load, on values that are typed and
    checked. A Validator with ``default=`` or ``cast=`` is refused: say that in ``setting``.
    """


@hookspec
def integr8s_computed() -> Mapping[str, Callable[[Mapping[str, Any]], Any]]:  # type: ignore[empty-body]
    """Return functions for keys declared ``computed=True``: key -> function of the other values.

    Called once per process; a function is called once per load. It gets a read-only mapping and
    may read computed keys too; the order is found from what it reads.
    """
