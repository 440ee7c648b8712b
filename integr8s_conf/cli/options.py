"""The options that commands share, and the configuration that they ask for."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from ..deployment.combinations import find_deployment
from ..deployment.roles import roles_of
from ..discover.discovery import load_catalogue
from ..request import request_from_process
from ..resolve.plugin_policy import policy_of
from ..resolve.resolve import resolve
from ..suggest import folded, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..declare.catalogue import Catalogue
    from ..request import Request
    from ..resolve.resolution import Resolution

_Command = Callable[..., Any]

of_base = click.option(
    "--config",
    metavar="FILE",
    type=click.Path(),
    help="The base file; else the one a process uses.",
)
_override = click.option(
    "--override", metavar="FILE", type=click.Path(), help="A worker's override of the base file."
)


def of_files(command: _Command) -> _Command:
    """Give a command the options that name the files of a configuration."""
    return of_base(_override(command))


def complete_section(_context: click.Context, _: click.Parameter, begun: str) -> list[str]:
    """Return the plugins' names that a shell may complete a section to."""
    return _beginning(begun, {key.plugin.name for key in declared().keys.values()})


def complete_key(_context: click.Context, _: click.Parameter, begun: str) -> list[str]:
    """Return the keys that a shell may complete a word to."""
    return _beginning(begun.upper(), declared().keys)


def complete_file_or_role(
    _context: click.Context, _: click.Parameter, begun: str
) -> list[CompletionItem]:
    """Return the roles that a shell may complete a word to, beside the files that it knows."""
    roles = roles_of(find_deployment(request_from_process().of_process()))
    return [CompletionItem(begun, type="file"), *map(CompletionItem, _beginning(begun, roles))]


def _beginning(begun: str, names: Iterable[str]) -> list[str]:
    return sorted(name for name in names if name.startswith(begun))


of_sections = click.option(
    "--section",
    "sections",
    metavar="NAME",
    multiple=True,
    shell_complete=complete_section,
    help="One section only, such as kafka; may be given several times.",
)


def in_form(*forms: str) -> Callable[[_Command], _Command]:
    """Give a command the option that chooses a form of output; the first is the default."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(forms),
        default=forms[0],
        show_default=True,
        help="For people, or for programs.",
    )


def declared() -> Catalogue:
    """Return what the plugins declare; what they print is not what was asked for."""
    with redirect_stdout(sys.stderr):
        return load_catalogue(policy_of(request_from_process().of_process()))


def resolved_request(request: Request) -> Resolution:
    """Return what a request resolves to, broken or not; what plugins print is kept apart."""
    with redirect_stdout(sys.stderr):
        return resolve(request)


def resolved(config: str | None, override: str | None) -> Resolution:
    """Return what the named files resolve to, broken or not."""
    return resolved_request(request_from_process(config, override).of_process())


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
