"""Stores results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.db.mongo import Database

from .worker import run

if TYPE_CHECKING:
    from integr8s_conf import Settings


async def handle(settings: Settings, message: bytes) -> None:
    """Store a result."""
    await Database(settings).connect()


if __name__ == "__main__":
    run("result-processor", "result_processor", handle)
