"""Tries messages again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.dlq.manager import Retries

from .worker import run

if TYPE_CHECKING:
    from integr8s_conf import Settings


async def handle(settings: Settings, message: bytes) -> None:
    """Try a message again."""
    Retries(settings).delay(len(message))


if __name__ == "__main__":
    run("dlq-processor", "dlq_processor", handle)
