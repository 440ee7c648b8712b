"""Plays events again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.events.store import retention

from .worker import run

if TYPE_CHECKING:
    from integr8s_conf import Settings


async def handle(settings: Settings, message: bytes) -> None:
    """Play an event."""
    retention()


if __name__ == "__main__":
    run("event-replay", "event_replay", handle)
