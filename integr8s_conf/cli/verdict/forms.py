"""The forms in which ``check`` gives its verdict, and what it reports beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .as_annotations import print_as_annotations
from .as_json import print_as_json
from .as_sarif import print_as_sarif
from .as_text import print_as_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ...deployment.verdict import Verdict
    from ...diagnostic import Report

FORMS: Mapping[str, Callable[[Verdict, Report | None], None]] = {
    "text": print_as_text,
    "json": print_as_json,
    "sarif": print_as_sarif,
    "github": print_as_annotations,
}
