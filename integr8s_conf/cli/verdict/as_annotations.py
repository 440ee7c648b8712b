"""The verdict of ``check`` as annotations of GitHub Actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ..annotations import print_annotation
from ..problem_text import problem_text
from ..reporting.as_annotations import print_as_annotations as print_report
from .as_text import summary

if TYPE_CHECKING:
    from ...deployment.verdict import Verdict
    from ...diagnostic import Report


def print_as_annotations(verdict: Verdict, locked: Report | None) -> None:
    """Print a line for each problem and warning, then the count of combinations for the log."""
    for level, findings in (("error", verdict.problems), ("warning", verdict.warnings)):
        for finding in findings:
            text = problem_text(finding.problem, verdict.where(finding))
            print_annotation(level, finding.problem, text, verdict.paths)
    click.echo(summary(verdict))
    if locked:
        print_report(locked)
