"""The options that commands share, and the configuration that they ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ..request import request_from_process
from ..resolve.resolve import resolve
from ..suggest import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..resolve.resolution import Resolution

REFUSED = 78
"""The exit code of a configuration that is refused: EX_CONFIG of sysexits.h."""


def of_configuration(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that name a configuration and a form of output."""
    for option in reversed((
        click.option("--config", metavar="FILE", help="The base file; else as in a process."),
        click.option("--override", metavar="FILE", help="A worker's override of the base file."),
        click.option("--section", metavar="NAME", help="One section only, such as kafka."),
        click.option(
            "--format",
            "form",
            type=click.Choice(["text", "json"]),
            default="text",
            show_default=True,
            help="For people, or for programs.",
        ),
    )):  # fmt: skip
        command = option(command)
    return command


def resolved(config: str | None, override: str | None) -> Resolution:
    """Return what the named files resolve to, broken or not."""
    return resolve(request_from_process(config, override).of_process())


def chosen_sections(resolution: Resolution, name: str | None) -> tuple[str, ...]:
    """Return the class names of the sections that ``--section`` means: one, or all."""
    catalogue = resolution.catalogue
    names = tuple(dict.fromkeys(section.__name__ for section in catalogue.sections))
    if name is None:
        return names
    plugins = {key.section.__name__: key.plugin.name for key in catalogue.keys.values()}
    wanted = _plain(name)
    found = tuple(
        one for one in names if wanted in (_plain(one), _plain(plugins.get(one, "")))
    )  # fmt: skip
    if not found:
        raise click.BadParameter(_unknown(name, names), param_hint="--section")
    return found


def _plain(name: str) -> str:
    return name.lower().replace("_", "").replace("-", "")


def _unknown(name: str, names: Sequence[str]) -> str:
    near = nearest(name, names)
    hint = f"did you mean {near}?" if near else f"there are {', '.join(names)}"
    return f"no loaded plugin declares a section {name}; {hint}"
