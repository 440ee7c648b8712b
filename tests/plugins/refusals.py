"""What a load is refused for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from integr8s_conf import ConfigError, Settings

if TYPE_CHECKING:
    from integr8s_conf import Problem


def problems_of(**request: Any) -> tuple[Problem, ...]:
    """Return the problems of a load that must be refused."""
    with pytest.raises(ConfigError) as refusal:
        Settings(**request)
    return refusal.value.problems


def only_problem(**request: Any) -> Problem:
    """Return the problem of a load that must be refused for that one alone."""
    problems = problems_of(**request)
    assert len(problems) == 1, "\n\n".join(map(str, problems))
    return problems[0]
