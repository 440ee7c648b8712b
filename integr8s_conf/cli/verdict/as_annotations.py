"""The verdict of ``check`` as annotations: the workflow commands of GitHub Actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ...problems import subject
from ...secret import escape_unprintable
from .as_text import summary
from .file_place import file_place
from .finding_text import finding_text

if TYPE_CHECKING:
    from ...deployment.verdict import Finding, Verdict

_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


def print_as_annotations(verdict: Verdict) -> None:
    """Print a line for each problem and warning, then the count of combinations for the log."""
    for finding in verdict.problems:
        click.echo(_annotation("error", finding, verdict))
    for finding in verdict.warnings:
        click.echo(_annotation("warning", finding, verdict))
    click.echo(summary(verdict))


def _annotation(level: str, finding: Finding, verdict: Verdict) -> str:
    place = file_place(finding.problem.origin, verdict.paths)
    at = {"file": place.path, "line": place.line, "col": place.column} if place else {}
    properties = {**at, "title": subject(finding.problem)}
    said = ",".join(
        f"{name}={escape_unprintable(str(value)).translate(_IN_PROPERTY)}"
        for name, value in properties.items()
        if value is not None
    )
    message = finding_text(finding, verdict).translate(_IN_MESSAGE)
    return f"::{level} {said}::{message}"
