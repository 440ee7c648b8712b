"""Logs."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from integr8s_conf import Settings


def set_up_logs(settings: Settings) -> None:
    """Log as the environment asks."""
    logging.basicConfig(level=settings.LOG_LEVEL)
    logging.getLogger("app").info("environment %s", settings["ENVIRONMENT"])
