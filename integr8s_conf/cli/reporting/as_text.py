"""A report for people: what each rule found, the place of each finding first."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from ...display import counted
from ...problems import render_blocks
from ..tables import print_heading, print_text

if TYPE_CHECKING:
    from ...diagnostic import Diagnostic, Report


def print_as_text(report: Report) -> None:
    """Print the findings by rule, in the order of the rules, and then how many there are."""
    places = {rule: number for number, rule in enumerate(report.rules)}
    found = sorted(report.diagnostics, key=lambda one: (places[one.rule], one.level))
    for (rule, level), group in groupby(found, key=lambda one: (one.rule, one.level)):
        print_heading(level, f"{rule}: {report.rules[rule]}")
        print_text("")
        print_text("\n\n".join(render_blocks(one.problem for one in group)))
        print_text("")
    print_text(f"{report.command}: {summary(report.diagnostics)}; {report.summary}")


def summary(diagnostics: tuple[Diagnostic, ...]) -> str:
    """Return how many findings there are that count, and how many notes."""
    counting = sum(one.counts for one in diagnostics)
    findings = counted(counting, "finding") if counting else "no finding"
    notes = len(diagnostics) - counting
    return f"{findings}, {counted(notes, 'note')}" if notes else findings
