"""The verdict of ``check`` for people: a table of the combinations, and each problem once."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from ...display import counted
from ...problems import render_blocks, render_problems, render_warning
from ..reporting.as_text import print_as_text as print_report
from ..tables import print_table, print_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...deployment.checked import Checked
    from ...deployment.verdict import Finding, Verdict
    from ...diagnostic import Report

_NEXT_LINE = "\n" + " " * 12


def print_as_text(verdict: Verdict, locked: Report | None) -> None:
    """Print the verdict, and below it what differs from a lock."""
    if len(verdict.checked) == 1:
        _print_single(verdict)
    else:
        _print_all(verdict)
    if locked:
        said = len(verdict.checked) == 1 or verdict.problems or verdict.warnings
        gap = "\n" if said else ""  # a table ends with an empty line
        print_text(f"{gap}since {locked.place}\n")
        print_report(locked)


def _print_all(verdict: Verdict) -> None:
    """Print a table of the combinations, and below it what is wrong with them."""
    print_table(summary(verdict), *_table(verdict), folded="files")
    warnings = "\n".join(_warning(verdict, warning) for warning in verdict.warnings)
    if said := "\n\n".join(filter(None, (_problems(verdict), warnings))):
        print_text(said)


def summary(verdict: Verdict) -> str:
    """Return how many combinations there are, and how many of them are refused."""
    total = len(verdict.checked)
    refused = sum(bool(one.problems) for one in verdict.checked)
    combinations = counted(total, "combination")
    every = "" if total == 1 else "all "
    if refused in (0, total):
        return f"{combinations}: {every}{'refused' if refused else 'valid'}"
    return f"{combinations}: {refused} refused"


def _print_single(verdict: Verdict) -> None:
    [only] = verdict.checked
    for warning in verdict.warnings:
        print_text(_warning(verdict, warning))
    name = ", ".join((only.combination.name, *only.sections))
    print_text(_problems(verdict) or f"{name}: {_praise(only)}")


def _table(verdict: Verdict) -> tuple[list[str], list[list[str]]]:
    """Return the head and the rows; a column that would be empty is left out."""
    columns = {
        "files": [" + ".join(one.combination.files) for one in verdict.checked],
        "environment": [one.combination.environment or "" for one in verdict.checked],
        "problems": [str(len(one.problems) or _praise(one)) for one in verdict.checked],
        "warnings": [str(len(one.warnings) or "") for one in verdict.checked],
    }
    shown = {head: cells for head, cells in columns.items() if any(cells)}
    return list(shown), [list(row) for row in zip(*shown.values(), strict=True)]


def _praise(checked: Checked) -> str:
    keys = checked.resolution.catalogue.keys.values()
    count = sum(not checked.sections or key.section.__name__ in checked.sections for key in keys)
    return f"valid, {count} keys"


def _problems(verdict: Verdict) -> str:
    """Return all problems; those of the same combinations that say the same say it once."""
    if not verdict.problems:
        return ""
    found = [finding.problem for finding in verdict.problems]
    head = render_problems(found).partition("\n")[0]
    runs = groupby(verdict.problems, key=lambda one: (verdict.where(one), _texts(one)))
    return "\n\n".join([head, *(_block(where, run) for (where, _), run in runs)])


def _texts(finding: Finding) -> tuple[str, ...]:
    problem = finding.problem
    return problem.found, problem.wanted, problem.hint


def _block(where: tuple[str, ...], run: Iterable[Finding]) -> str:
    [block] = render_blocks(finding.problem for finding in run)
    return f"{block}\n    {'in':<8}{_NEXT_LINE.join(where)}" if where else block


def _warning(verdict: Verdict, finding: Finding) -> str:
    where = verdict.where(finding)
    within = f" (in {', '.join(where)})" if where else ""
    return f"warning: {render_warning(finding.problem)}{within}"
