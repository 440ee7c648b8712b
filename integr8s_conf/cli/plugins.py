"""``integr8s-conf plugins``: what is installed, what is loaded, and why the rest is not."""

from __future__ import annotations

import sys
from contextlib import redirect_stdout
from typing import TYPE_CHECKING, Any

import click

from ..declare.distribution import identity
from ..discover.installed import installed_plugins
from ..discover.inventory import inventory, order_of_calls
from ..display import LONGEST, cut
from ..problems import render_problems, render_warning
from ..request import request_from_process
from ..resolve.ordering import in_order
from ..resolve.resolve import resolve_with
from .examples import examples
from .options import declared, in_form
from .report import findings_report
from .tables import print_json, print_note, print_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..declare.catalogue import Catalogue
    from ..discover.inventory import InstalledPlugin
    from ..problems import Problem

_HEAD = ("plugin", "state", "distribution", "sections", "hooks", "why")


@click.command(
    short_help="List the plugins: sections, hooks, and whether they are loaded.",
    epilog=examples(
        ("What is installed here?", "integr8s-conf plugins"),
        (
            "What would an allowlist leave?",
            "INTEGR8S_CONF_PLUGINS=core,kafka integr8s-conf plugins",
        ),
        ("Allow what is installed, and nothing else", "integr8s-conf plugins --pin"),
    ),
)
@in_form("table", "json")
@click.option("--order", is_flag=True, help="List for each hook the plugins, as they are called.")
@click.option(
    "--pin", is_flag=True, help="Print the list of what is installed, for pyproject.toml."
)
def plugins(form: str, *, order: bool, pin: bool) -> None:
    """List every installed plugin with its distribution, its sections and its hooks.

    \b
    A plugin is    loaded
                   unlisted  loaded, but not on the list of pyproject.toml
                   blocked   kept out by a variable or, in production, by that list
                   refused   for another API, or not the wheel that is pinned
                   failed    in whole or in part

    What is blocked or refused was not imported.

    Why a plugin failed follows on standard error. The exit code is 0 all the same.
    """  # noqa: D301 - click takes the character itself for a paragraph that keeps its lines
    if order and pin:
        raise click.UsageError("give --order or --pin, not both")
    if pin:
        from .plugin_pins import print_pins

        print_pins(installed_plugins().plugins)  # none is imported: none is trusted yet
        return
    catalogue = declared()
    if order:
        _print_order(catalogue, form)
    else:
        problems = _masked(catalogue)
        _print(inventory(catalogue, problems), form, problems, catalogue.warnings)


def _masked(catalogue: Catalogue) -> tuple[Problem, ...]:
    """Return what is wrong with plugins, without the secrets that their code may have quoted."""
    request = request_from_process().of_process()
    with redirect_stdout(sys.stderr):
        resolution = resolve_with(request, catalogue._replace(sources=()))
    return in_order(resolution, catalogue.problems)


def _print_order(catalogue: Catalogue, form: str) -> None:
    calls = order_of_calls(catalogue)
    if form == "json":
        print_json({"order": {hook: list(names) for hook, names in calls.items()}})
    else:
        rows = [(hook, ", ".join(names)) for hook, names in calls.items()]
        print_table("hooks, and whose they are in the order of calls", ("hook", "plugins"), rows)


def _print(
    found: Sequence[InstalledPlugin],
    form: str,
    problems: Sequence[Problem],
    warnings: Sequence[Problem],
) -> None:
    if form == "json":
        report = findings_report(problems, warnings)
        del report["valid"]
        print_json({"plugins": list(map(_report, found)), **report})
        return
    columns = len(_HEAD) if any(plugin.why for plugin in found) else len(_HEAD) - 1
    rows = [_row(plugin)[:columns] for plugin in found]
    print_table(f"{len(found)} plugins", _HEAD[:columns], rows)
    if problems:
        print_note(render_problems(problems))
    for warning in warnings:
        print_note(f"warning: {render_warning(warning)}")


def _row(plugin: InstalledPlugin) -> tuple[str, ...]:
    return (
        plugin.plugin.name,
        plugin.state,
        plugin.plugin.distribution,
        ", ".join(plugin.sections),
        ", ".join(hook.removeprefix("integr8s_") for hook in plugin.hooks),
        cut(plugin.why, LONGEST),
    )


def _report(plugin: InstalledPlugin) -> dict[str, Any]:
    """Return a plugin as data; the distribution's name and version come apart."""
    distribution = identity(plugin.plugin.source)
    return {
        "name": plugin.plugin.name,
        "module": plugin.plugin.module,
        "distribution": distribution.name or None,
        "version": distribution.version or None,
        "state": plugin.state,
        "why": plugin.why or None,
        "sections": list(plugin.sections),
        "hooks": list(plugin.hooks),
    }
