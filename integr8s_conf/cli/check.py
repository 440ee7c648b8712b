"""``integr8s-conf check`` says whether a configuration is valid."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from ..problems import Problem, render_problems, render_warning
from .options import REFUSED, chosen_sections, of_configuration, resolved
from .report import files_of, findings_report
from .tables import print_json, print_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..resolve.resolution import Resolution


@click.command(short_help="Say whether a configuration is valid.")
@of_configuration
def check(config: str | None, override: str | None, sections: tuple[str, ...], form: str) -> None:
    """Check a configuration: exit 0 where it is valid, 78 with all its problems where not.

    With --section, problems of other sections are left out; those of files and plugins are not.
    """
    resolution = resolved(config, override)
    chosen = chosen_sections(resolution, sections)
    problems = _of(resolution.problems, chosen)
    warnings = _of(resolution.warnings, chosen)
    if form == "json":
        print_json(findings_report(problems, warnings))
    else:
        for warning in warnings:
            print_text(f"warning: {render_warning(warning)}")
        praise = _praise(resolution, chosen if sections else ())
        print_text(render_problems(problems) if problems else praise)
    if problems:
        sys.exit(REFUSED)


def _of(problems: Iterable[Problem], sections: Sequence[str]) -> list[Problem]:
    return [one for one in problems if one.section is None or one.section in sections]


def _praise(resolution: Resolution, sections: Sequence[str]) -> str:
    """Return that all is well, and of what it is said: of everything, or of some sections."""
    keys = [
        key
        for key in resolution.catalogue.keys.values()
        if not sections or key.section.__name__ in sections
    ]
    of_sections = f", {', '.join(sections)}" if sections else ""
    return f"{' + '.join(files_of(resolution))}{of_sections}: valid, {len(keys)} keys"
