"""What users are told."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from integr8s_conf import Settings


def link(settings: Settings, path: str) -> str:
    """Return the address of a page."""
    return f"{settings.APP_URL}{path}"


def most(settings: Settings) -> int:
    """Return how many notifications a user gets in a window."""
    return settings.NOTIF_THROTTLE_MAX_PER_HOUR * settings.NOTIF_THROTTLE_WINDOW_HOURS


def furthest(settings: Settings) -> timedelta:
    """Return how far ahead a notification may be."""
    return timedelta(days=settings.NOTIF_MAX_SCHEDULE_DAYS)
