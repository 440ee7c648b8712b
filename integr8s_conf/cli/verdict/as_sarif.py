"""The verdict of ``check`` as SARIF 2.1.0, which code scanning reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...deployment.problem_kind import ProblemKind, problem_kind
from ...secret import escape_unprintable
from ..problem_text import problem_text
from ..report import files_of
from ..reporting.as_sarif import sarif_results
from ..sarif import print_sarif, sarif_result

if TYPE_CHECKING:
    from ...deployment.verdict import Finding, Verdict
    from ...diagnostic import Report


def print_as_sarif(verdict: Verdict, locked: Report | None) -> None:
    """Print one run with a result for each problem and warning, and each finding of a lock."""
    found = [("error", one) for one in verdict.problems]
    found += [("warning", one) for one in verdict.warnings]
    rules = {str(kind): kind.text for kind in ProblemKind}
    results = [_result(level, finding, verdict) for level, finding in found]
    if locked:
        rules |= locked.rules
        results += sarif_results(locked)
    print_sarif(rules, results)


def _result(level: str, finding: Finding, verdict: Verdict) -> dict[str, Any]:
    problem, resolution = finding.problem, verdict.first(finding).resolution
    kind = problem_kind(problem, resolution.catalogue)
    text = problem_text(problem, verdict.where(finding))
    place = verdict.paths[files_of(resolution)[0]]
    result = sarif_result(str(kind), level, problem, text, verdict.paths, place)
    if finding.combinations:
        names = list(map(escape_unprintable, finding.combinations))
        result["properties"] = {"combinations": names}
    return result
