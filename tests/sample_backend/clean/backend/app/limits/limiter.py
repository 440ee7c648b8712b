"""Limits of the API."""

from __future__ import annotations

from slowapi import Limiter

from integr8s_conf import settings

_NAMES = ("RATE_LIMIT_DEFAULT_REQUESTS", "RATE_LIMIT_DEFAULT_WINDOW")


def limiter() -> Limiter:
    """Return the limiter of the API."""
    return Limiter(
        enabled=settings.RATE_LIMIT_ENABLED,
        default_limits=[settings.RATE_LIMITS],
        strategy=settings.RATE_LIMIT_ALGORITHM,
        key_prefix=settings.RATE_LIMIT_REDIS_PREFIX,
    )


def burst() -> int:
    """Return how many requests may come at once."""
    requests, window = (settings[name] for name in _NAMES)
    return int(requests / window * settings.RATE_LIMIT_BURST_MULTIPLIER)
