"""Loads of hostile files: refused with one safe problem, or read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from integr8s_conf import ConfigError, Settings

if TYPE_CHECKING:
    from integr8s_conf import Problem


def refused(**request: Any) -> Problem:
    """Return the one problem of a load that is refused; its text is safe to print."""
    with pytest.raises(ConfigError) as refusal:
        Settings(**request)
    text = str(refusal.value)
    assert all(line.isprintable() for line in text.split("\n"))
    [problem] = refusal.value.problems
    assert problem.hint, text
    return problem
