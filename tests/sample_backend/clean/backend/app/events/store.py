"""Stored events."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from executor_conf.executor import Executor

from integr8s_conf import settings as conf


def retention() -> timedelta | None:
    """Return how long events are kept; None where there are none."""
    if not conf.ENABLE_EVENT_STREAMING:
        return None
    return timedelta(days=conf.EVENT_RETENTION_DAYS)


def event(**fields: Any) -> dict[str, Any]:
    """Return an event as it is stored."""
    return {"version": conf.section(Executor).EXECUTOR_EVENT_VERSION, **fields}
