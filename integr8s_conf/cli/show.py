"""``integr8s-conf show``: every section as a table of keys, values and origins."""

from __future__ import annotations

import sys
from typing import Any

import click

from ..problems import render_problems, render_warning
from .options import REFUSED, chosen_sections, of_configuration, resolved
from .report import configuration_report
from .tables import print_json, print_note, print_table


@click.command(short_help="Show every key, its value and its origin.")
@of_configuration
def show(config: str | None, override: str | None, sections: tuple[str, ...], form: str) -> None:
    """Show every key with its value and where it comes from; secrets are masked.

    What resolves is shown even where the configuration is refused; its problems follow on
    standard error, and the exit code is 78.
    """
    resolution = resolved(config, override)
    report = configuration_report(resolution, chosen_sections(resolution, sections))
    if form == "json":
        print_json(report)
    else:
        _print(report)
        for warning in resolution.warnings:
            print_note(f"warning: {render_warning(warning)}")
        if resolution.problems:
            print_note(render_problems(resolution.problems))
    if resolution.problems:
        sys.exit(REFUSED)


def _print(report: dict[str, Any]) -> None:
    for section in report["sections"]:
        name = section["section"]
        title = f"{name}   plugin {section['plugin']} ({section['distribution']})"
        rows = [(key["key"], key["shown"], _place(key["origin"], name)) for key in section["keys"]]
        print_table(title, ("key", "value", "origin"), rows)
    for name in report["not_loaded"]:
        print_note(f"not loaded: plugin {name} (INTEGR8S_CONF_PLUGINS does not name it)")
    for skipped in report["skipped"]:
        print_note(f"skipped: {skipped}")


def _place(origin: dict[str, Any], section: str) -> str:
    """Return an origin in few words: in a section's table its own defaults need not name it."""
    name, line = str(origin["name"]), origin["line"]
    if line:
        return f"{name}:{line}"
    return name.removesuffix(f" of section {section}")
