"""How a command ends that shows the effect of a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..what_if.report import report_of
from .effect_report import effect_report
from .effect_text import print_effect
from .reporting.finish import finish

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..problems import Problem
    from ..what_if.effect import Effect
    from ..what_if.suppose import Kept

_OF_PLACES = ("sarif", "github")
"""The forms that show findings in files: what a change mends is nowhere to be seen."""


def end_with(
    command: str,
    effect: Effect,
    form: str,
    problems: Sequence[Problem],
    kept: Sequence[Kept] = (),
    paths: Mapping[str, str] | None = None,
) -> None:
    """Print an effect, and end with the exit code that it asks for: 78 where ``problems`` are."""
    report = report_of(command, effect, paths or {})
    if form == "text":
        print_effect(effect, kept)
    if form in _OF_PLACES:
        seen = tuple(one for one in report.diagnostics if one.rule != "mended-problem")
        report = report._replace(diagnostics=seen)
    finish(report._replace(facts=effect_report(effect, kept)), form, problems)
