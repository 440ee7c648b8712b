"""The verdict of ``check`` for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..report import findings_report
from ..reporting.as_json import report_data
from ..tables import print_json

if TYPE_CHECKING:
    from ...deployment.checked import Checked
    from ...deployment.verdict import Verdict
    from ...diagnostic import Report


def print_as_json(verdict: Verdict, locked: Report | None) -> None:
    """Print each problem and warning once, every combination with its own, and a lock's report."""
    problems = (finding.problem for finding in verdict.problems)
    warnings = (finding.problem for finding in verdict.warnings)
    combinations = list(map(_combination, verdict.checked))
    data = {**findings_report(problems, warnings), "combinations": combinations}
    print_json({**data, "locked": report_data(locked)} if locked else data)


def _combination(checked: Checked) -> dict[str, Any]:
    combination = checked.combination
    return {
        "name": combination.name,
        "base": combination.base,
        "override": combination.override,
        "environment": combination.environment,
        **findings_report(checked.problems, checked.warnings),
    }
