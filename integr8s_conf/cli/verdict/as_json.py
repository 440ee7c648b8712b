"""The verdict of ``check`` for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..report import findings_report
from ..tables import print_json

if TYPE_CHECKING:
    from ...deployment.checked import Checked
    from ...deployment.verdict import Verdict


def print_as_json(verdict: Verdict) -> None:
    """Print each problem and warning once, then every combination with its own."""
    problems = (finding.problem for finding in verdict.problems)
    warnings = (finding.problem for finding in verdict.warnings)
    combinations = list(map(_combination, verdict.checked))
    print_json({**findings_report(problems, warnings), "combinations": combinations})


def _combination(checked: Checked) -> dict[str, Any]:
    combination = checked.combination
    return {
        "name": combination.name,
        "base": combination.base,
        "override": combination.override,
        "environment": combination.environment,
        **findings_report(checked.problems, checked.warnings),
    }
