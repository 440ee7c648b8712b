"""A report for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..report import problem_report
from ..tables import print_json

if TYPE_CHECKING:
    from ...diagnostic import Report


def print_as_json(report: Report) -> None:
    """Print every finding with its rule and level, and the facts beside them."""
    print_json(report_data(report))


def report_data(report: Report) -> dict[str, Any]:
    """Return a report as data."""
    return {
        "command": report.command,
        "clean": report.clean,
        "summary": report.summary,
        "diagnostics": [
            {"rule": one.rule, "level": one.level, **problem_report(one.problem)}
            for one in report.diagnostics
        ],
        **report.facts,
    }
