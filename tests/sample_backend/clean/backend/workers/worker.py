"""What all workers do."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from app.core.logs import set_up_logs
from app.events import consumer
from app.telemetry import metrics, tracing

from integr8s_conf import Settings

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable


def run(role: str, topic: str, handle: Callable[[Settings, bytes], Awaitable[None]]) -> None:
    """Handle the messages of a topic, in a role."""
    settings = Settings(override_path=f"config.{role}.toml")
    set_up_logs(settings)
    tracing.set_up(settings)
    metrics.set_up(settings)
    asyncio.run(_consume(settings, topic, handle))


async def _consume(
    settings: Settings, topic: str, handle: Callable[[Settings, bytes], Awaitable[None]]
) -> None:
    messages = consumer.consumer(settings, topic)
    async for message in messages:
        await handle(settings, message.value)
    await consumer.stop(settings, messages)
