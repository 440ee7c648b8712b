"""The options of a command that reports, and how it ends."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ..refusal import end_where_refused
from .as_annotations import print_as_annotations
from .as_json import print_as_json
from .as_sarif import print_as_sarif
from .as_text import print_as_text
from .baseline import without_accepted, write_baseline

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ...diagnostic import Report
    from ...problems import Problem
    from .baseline import Baseline

FORMS: Mapping[str, Callable[[Report], None]] = {
    "text": print_as_text,
    "json": print_as_json,
    "sarif": print_as_sarif,
    "github": print_as_annotations,
}


def finish(
    report: Report,
    form: str,
    problems: Sequence[Problem] = (),
    baseline: Baseline | None = None,
) -> None:
    """Print a report, and end with the exit code that it asks for.

    It is 78 where the configuration is refused, with ``problems`` on standard error; else 1
    where anything was found that counts. What a ``baseline`` accepts is left out; one that is to
    be written accepts all.

    Raises:
        CommandError: The baseline cannot be read or written.

    """
    if baseline and baseline.write:
        write_baseline(report, baseline)
    left = without_accepted(report, baseline) if baseline else report
    FORMS[form](left)
    end_where_refused(problems)
    if not left.clean:
        sys.exit(1)
