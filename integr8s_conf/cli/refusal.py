"""How a command ends that meets a refused configuration."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ..problems import render_problems
from .tables import print_note

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..problems import Problem

REFUSED = 78
"""The exit code of a configuration that is refused: EX_CONFIG of sysexits.h."""


def end_where_refused(problems: Sequence[Problem]) -> None:
    """Tell the problems on standard error and end, where there are any."""
    if problems:
        print_note(render_problems(problems))
        sys.exit(REFUSED)
