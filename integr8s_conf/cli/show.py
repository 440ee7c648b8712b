"""``integr8s-conf show``: every key with its value, as tables or as a file's text."""

from __future__ import annotations

import sys
from operator import itemgetter
from typing import TYPE_CHECKING, Any

import click

from ..comparison import differences, resolved_defaults
from ..problems import render_warning
from .examples import examples
from .options import chosen_sections, in_form, of_files, of_sections, resolved
from .refusal import REFUSED, end_where_refused
from .report import configuration_report
from .tables import print_json, print_note, print_table, print_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..resolve.resolution import Resolution


@click.command(
    short_help="Show every key, its value and its origin.",
    epilog=examples(
        ("What does a worker run with?", "integr8s-conf show --override config.k8s-worker.toml"),
        ("What differs from the defaults?", "integr8s-conf show --changed"),
        ("One section, for a program", "integr8s-conf show --section kafka --format json"),
        ("Everything as one file", "integr8s-conf show --format toml"),
    ),
)
@of_files
@of_sections
@click.option("--changed", is_flag=True, help="Only keys whose value is not the default's.")
@in_form("table", "json", "toml", "env")
def show(
    config: str | None,
    override: str | None,
    sections: tuple[str, ...],
    form: str,
    *,
    changed: bool,
) -> None:
    """Show every key with its value and where it comes from; secrets are masked.

    As toml and env the output can stand as a file: secrets are comments in it, and so are
    computed values, since they follow from the others.

    What resolves is shown even where the configuration is refused; its problems follow on
    standard error, and the exit code is 78.
    """
    resolution = resolved(config, override)
    keys = _keys(resolution, chosen_sections(resolution, sections), changed=changed)
    if form == "json":
        print_json(configuration_report(resolution, keys))
    elif form == "table":
        _print_tables(configuration_report(resolution, keys))
    else:
        _print_file(form, keys, resolution)
    if form != "json":
        for warning in resolution.warnings:
            print_note(f"warning: {render_warning(warning)}")
        end_where_refused(resolution.problems)
    if resolution.problems:
        sys.exit(REFUSED)


def _keys(
    resolution: Resolution, sections: Sequence[str], *, changed: bool
) -> dict[str, list[str]]:
    """Return the keys to show by their sections; no section without any, of changed ones."""
    catalogue = resolution.catalogue
    wanted = set(resolution.values)
    if changed:
        wanted &= {one.key for one in differences(resolved_defaults(catalogue), resolution)}
    keys: dict[str, list[str]] = {name: [] for name in sections}
    for name, key in catalogue.keys.items():
        if name in wanted and key.section.__name__ in keys:
            keys[key.section.__name__].append(name)
    return {section: found for section, found in keys.items() if found or not changed}


def _print_tables(report: dict[str, Any]) -> None:
    for section in filter(itemgetter("keys"), report["sections"]):
        name = section["section"]
        title = f"{name}   plugin {section['plugin']} ({section['distribution']})"
        rows = [(key["key"], key["shown"], _place(key["origin"], name)) for key in section["keys"]]
        print_table(title, ("key", "value", "origin"), rows)
    for name in report["not_loaded"]:
        print_note(f"not loaded: plugin {name} (INTEGR8S_CONF_PLUGINS does not name it)")
    for skipped in report["skipped"]:
        print_note(f"skipped: {skipped}")


def _print_file(form: str, keys: Mapping[str, Sequence[str]], resolution: Resolution) -> None:
    from .file_form import file_text

    print_text(file_text(form, keys, resolution))


def _place(origin: dict[str, Any], section: str) -> str:
    """Return an origin in few words: in a section's table its own defaults need not name it."""
    name, line = str(origin["name"]), origin["line"]
    if line:
        return f"{name}:{line}"
    return name.removesuffix(f" of section {section}")
