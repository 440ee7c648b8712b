"""``integr8s-conf check``: is this configuration valid?"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from ..problems import Problem, render_problems, render_warning
from .options import REFUSED, chosen_sections, of_configuration, resolved
from .report import findings_report
from .tables import print_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..resolve.resolution import Resolution


@click.command()
@of_configuration
def check(config: str | None, override: str | None, section: str | None, form: str) -> None:
    """Check a configuration: exit 0 where it is valid, 78 with all its problems where not.

    With --section, problems of other sections are left out; those of files and plugins are not.
    """
    resolution = resolved(config, override)
    sections = chosen_sections(resolution, section)
    problems = _of(resolution.problems, sections)
    warnings = _of(resolution.warnings, sections)
    if form == "json":
        print_json({"valid": not problems, **findings_report(problems, warnings)})
    else:
        for warning in warnings:
            click.echo(f"warning: {render_warning(warning)}")
        click.echo(render_problems(problems) if problems else _praise(resolution))
    if problems:
        sys.exit(REFUSED)


def _of(problems: Iterable[Problem], sections: tuple[str, ...]) -> list[Problem]:
    return [one for one in problems if one.section is None or one.section in sections]


def _praise(resolution: Resolution) -> str:
    files = " + ".join(layer.name for layer in resolution.layers if layer.path)
    return f"{files}: valid, {len(resolution.values)} keys"
