"""Every hook of the framework, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from pluggy import HookimplMarker, HookspecMarker

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ..configuration import Settings
    from .hook_types import Hookimpl, Validator
    from .rules import Rule
    from .section import Section
    from .source import Source

PROJECT = "integr8s_conf"
"""The name of the pluggy project and of the entry-point group."""

hookspec = HookspecMarker(PROJECT)
hookimpl = cast("Hookimpl", HookimplMarker(PROJECT))
"""Marks a function of a plugin as the implementation of the hook of its name.

``hookimpl(specname="integr8s_sections")`` names the hook, whatever the function's name is; type
checkers then know what the function is to take and to return.
"""


@hookspec
def integr8s_sections() -> Sequence[type[Section]]:  # type: ignore[empty-body]
    """Return the section classes that this plugin declares.

    Called once per process, before anything is read, with nothing.

    Returns:
        A list of subclasses of ``Section``; an empty one where the plugin brings no keys.

    """


@hookspec
def integr8s_defaults() -> Mapping[str, Any]:  # type: ignore[empty-body]
    """Return new defaults for keys of other sections, which are still below every file.

    Called once per process, with nothing, before anything is read. A key that no loaded plugin
    declares is skipped; two plugins that give one key different defaults are a problem.

    Returns:
        Key -> value. A callable value is called at each load.

    """


@hookspec
def integr8s_validators() -> Sequence[Validator | Rule]:  # type: ignore[empty-body]
    """Return rules between keys, and dynaconf's Validators, for keys of any section.

    Called once per process, with nothing; what it returns runs at every load, on values that are
    typed and checked. A Validator with ``default=`` or ``cast=`` is refused: say that in
    ``setting``.

    Returns:
        A list of what :func:`rule` makes, and of Validators.

    """


@hookspec
def integr8s_computed() -> Mapping[str, Callable[[Mapping[str, Any]], Any]]:  # type: ignore[empty-body]
    """Return the functions of keys that are declared ``computed=True``.

    Called once per process, with nothing; a function is called once per load. It gets a read-only
    mapping of all values, and may read computed keys too: the order is found from what it reads.

    Returns:
        Key -> function of the other values.

    """


@hookspec
def integr8s_sources() -> Sequence[Source]:  # type: ignore[empty-body]
    """Return layers of the plugin's own, such as a vault or a parameter store.

    Called once per process, with nothing. At each load the ``fetch`` of each source is called, in
    a thread of its own and with a read-only mapping of the values that all other layers give; it
    returns values by key. A source that raises, or takes longer than its ``timeout``, is a
    problem.

    Returns:
        A list of ``Source``.

    """


@hookspec
def integr8s_loaded(settings: Settings) -> None:
    """Do what follows from a configuration, such as setting up logging.

    Called after each load that found nothing wrong: once for the process's own settings, and once
    for each ``Settings(...)``; not for ``replace``, nor by commands that only look. Plugins are
    called in the order of their names. Whatever it raises refuses the load.

    Args:
        settings: The settings that have been loaded; leave the argument out if it is not needed.

    """


@hookspec
def integr8s_documentation() -> Mapping[type[Section], str]:  # type: ignore[empty-body]
    """Return prose for the pages of this plugin's sections, in Markdown.

    Called with nothing, and only where documentation is made: ``integr8s-conf export docs``. The
    prose stands between a section's docstring and the table of its keys.

    Returns:
        Section -> Markdown, for sections of this plugin. In an HTML page, HTML in it is text.

    """
