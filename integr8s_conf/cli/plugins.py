"""``integr8s-conf plugins``: what is installed, what is loaded, and what failed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ..declare.inventory import inventory
from ..problems import render_problems
from .examples import examples
from .options import declared, in_form
from .report import findings_report
from .tables import print_json, print_note, print_table

if TYPE_CHECKING:
    from ..declare.inventory import InstalledPlugin

_HEAD = ("plugin", "state", "distribution", "sections", "hooks")
_WHY_BLOCKED = "INTEGR8S_CONF_PLUGINS does not name it"


@click.command(
    short_help="List the plugins: sections, hooks, and whether they are loaded.",
    epilog=examples(
        ("What is installed here?", "integr8s-conf plugins"),
        (
            "What would an allowlist leave?",
            "INTEGR8S_CONF_PLUGINS=core,kafka integr8s-conf plugins",
        ),
    ),
)
@in_form("table", "json")
def plugins(form: str) -> None:
    """List every installed plugin with its distribution, its sections and its hooks.

    A plugin is loaded, blocked (not on the allowlist INTEGR8S_CONF_PLUGINS, so never imported),
    or failed; why a plugin failed follows on standard error. The exit code is 0 all the same.
    """
    catalogue = declared()
    found = inventory(catalogue)
    if form == "json":
        problems = findings_report(catalogue.problems, ())["problems"]
        print_json({"plugins": list(map(_report, found)), "problems": problems})
        return
    print_table(f"{len(found)} plugins", _HEAD, list(map(_row, found)))
    if any(plugin.state == "blocked" for plugin in found):
        print_note(f"blocked: {_WHY_BLOCKED}")
    if catalogue.problems:
        print_note(render_problems(catalogue.problems))


def _row(plugin: InstalledPlugin) -> tuple[str, ...]:
    return (
        plugin.plugin.name,
        plugin.state,
        plugin.plugin.distribution,
        ", ".join(plugin.sections),
        ", ".join(hook.removeprefix("integr8s_") for hook in plugin.hooks),
    )


def _report(plugin: InstalledPlugin) -> dict[str, Any]:
    """Return a plugin as data; the distribution's name and version come apart."""
    name, _, version = plugin.plugin.distribution.rpartition(" ")
    known = plugin.plugin.source is not None
    return {
        "name": plugin.plugin.name,
        "module": plugin.plugin.module,
        "distribution": name if known else None,
        "version": version if known else None,
        "state": plugin.state,
        "sections": list(plugin.sections),
        "hooks": list(plugin.hooks),
    }
