"""A report as annotations of GitHub Actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..annotations import print_annotation
from ..problem_text import problem_text
from .as_text import summary

if TYPE_CHECKING:
    from ...diagnostic import Report

_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def print_as_annotations(report: Report) -> None:
    """Print a line for each finding, then how many there are for the log."""
    for one in report.diagnostics:
        text = f"{problem_text(one.problem)}\nrule: {one.rule}"
        print_annotation(_LEVELS[one.level], one.problem, text, report.paths)
    click.echo(f"{report.command}: {summary(report.diagnostics)}; {report.summary}")
