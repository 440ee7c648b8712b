"""The options of a command that reports, and how it ends."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ..refusal import end_where_refused
from .as_annotations import print_as_annotations
from .as_json import print_as_json
from .as_sarif import print_as_sarif
from .as_text import print_as_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ...diagnostic import Report
    from ...problems import Problem

FORMS: Mapping[str, Callable[[Report], None]] = {
    "text": print_as_text,
    "json": print_as_json,
    "sarif": print_as_sarif,
    "github": print_as_annotations,
}


def finish(report: Report, form: str, problems: Sequence[Problem] = ()) -> None:
    """Print a report, and end with the exit code that it asks for.

    It is 78 where the configuration is refused, with ``problems`` on standard error; else 1
    where anything was found that counts.
    """
    FORMS[form](report)
    end_where_refused(problems)
    if not report.clean:
        sys.exit(1)
