"""The options that commands share, and the configuration that they ask for."""

from __future__ import annotations

import sys
from contextlib import redirect_stdout
from typing import TYPE_CHECKING, Any

import click

from ..request import request_from_process
from ..resolve.resolve import resolve
from ..suggest import folded, nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..resolve.resolution import Resolution

REFUSED = 78
"""The exit code of a configuration that is refused: EX_CONFIG of sysexits.h."""

_OPTIONS = (
    click.option("--config", metavar="FILE", help="The base file; else the one a process uses."),
    click.option("--override", metavar="FILE", help="A worker's override of the base file."),
    click.option(
        "--section",
        "sections",
        metavar="NAME",
        multiple=True,
        help="One section only, such as kafka; may be given several times.",
    ),
    click.option(
        "--format",
        "form",
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        help="For people, or for programs.",
    ),
)


def of_configuration(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that name a configuration and a form of output."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def resolved(config: str | None, override: str | None) -> Resolution:
    """Return what the named files resolve to, broken or not.

    What a plugin prints goes to standard error: standard output is what was asked for.
    """
    with redirect_stdout(sys.stderr):
        return resolve(request_from_process(config, override).of_process())


def chosen_sections(resolution: Resolution, wanted: Sequence[str]) -> tuple[str, ...]:
    """Return the class names of the sections that ``--section`` names; of all if it is not given.

    Raises:
        BadParameter: There is no section of a name.

    """
    catalogue = resolution.catalogue
    names = tuple(dict.fromkeys(section.__name__ for section in catalogue.sections))
    if not wanted:
        return names
    plugins = {key.section.__name__: key.plugin.name for key in catalogue.keys.values()}
    found: dict[str, None] = {}
    for name in wanted:
        meant = [
            one for one in names if folded(name) in (folded(one), folded(plugins.get(one, "")))
        ]
        if not meant:
            raise click.BadParameter(_unknown(name, names), param_hint="--section")
        found |= dict.fromkeys(meant)
    return tuple(found)


def _unknown(name: str, names: Sequence[str]) -> str:
    near = nearest(name, names)
    hint = f"did you mean {near}?" if near else f"there are {', '.join(names)}"
    return f"no loaded plugin declares a section {name}; {hint}"
