"""Keeps steps in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.db.redis import connect

from .worker import run

if TYPE_CHECKING:
    from integr8s_conf import Settings


async def handle(settings: Settings, message: bytes) -> None:
    """Take the next step."""
    await connect(settings).rpush("sagas", message)


if __name__ == "__main__":
    run("saga-orchestrator", "saga_orchestrator", handle)
