"""A report as SARIF 2.1.0, which code scanning reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..problem_text import problem_text
from ..sarif import print_sarif, sarif_result

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...diagnostic import Report


def print_as_sarif(report: Report) -> None:
    """Print one run with a result for each finding."""
    print_sarif(report.rules, sarif_results(report))


def sarif_results(report: Report) -> Iterator[dict[str, Any]]:
    """Yield a result for each finding."""
    for one in report.diagnostics:
        text = problem_text(one.problem)
        yield sarif_result(one.rule, one.level, one.problem, text, report.paths, report.place)
