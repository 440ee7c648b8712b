"""Messages that could not be processed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from integr8s_conf import Settings


class Retries:
    """When a message is tried again."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def delay(self, attempt: int) -> float | None:
        """Return how long to wait before an attempt; None where there is none left."""
        if attempt > self.settings.DLQ_RETRY_MAX_ATTEMPTS:
            return None
        delay = self.settings.DLQ_RETRY_BASE_DELAY_SECONDS * 2**attempt
        return min(delay, self.settings.DLQ_RETRY_MAX_DELAY_SECONDS)

    def alert(self, messages: int) -> str | None:
        """Return how bad it is that so many messages wait."""
        if messages >= self.settings.DLQ_CRITICAL_THRESHOLD:
            return "critical"
        return "warning" if messages >= self.settings.DLQ_WARNING_THRESHOLD else None

    @property
    def retention_days(self) -> int:
        """How long messages are kept."""
        days: int = self.settings.DLQ_RETENTION_DAYS
        return days
