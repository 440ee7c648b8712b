"""Gives warnings to the ``warnings`` module, in the name of the code that asked for settings."""

from __future__ import annotations

import sys
import warnings
from contextlib import suppress
from typing import TYPE_CHECKING

from .problems import ConfigWarning, Problem, render_warning

if TYPE_CHECKING:
    from collections.abc import Iterable

_PACKAGE = __name__.partition(".")[0]


def warn(found: Iterable[Problem]) -> None:
    """Warn of each problem once."""
    for text in dict.fromkeys(map(render_warning, found)):
        warnings.warn(text, ConfigWarning, stacklevel=_stack_level())


def warn_beside_an_error(found: Iterable[Problem]) -> None:
    """Warn of each problem, though not by raising: the error that follows matters more."""
    for problem in found:
        with suppress(ConfigWarning):
            warn([problem])


def _stack_level() -> int:
    """Return the level, as seen by this function's caller, of the first frame that is not ours."""
    level = 1
    frame = sys._getframe(1)
    while frame.f_back and frame.f_globals.get("__name__", "").partition(".")[0] == _PACKAGE:
        frame = frame.f_back
        level += 1
    return level
