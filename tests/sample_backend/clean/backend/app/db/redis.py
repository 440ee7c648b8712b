"""The cache."""

from __future__ import annotations

from typing import TYPE_CHECKING

from redis.asyncio import Redis as Client

from integr8s_sections.redis import Redis

if TYPE_CHECKING:
    from integr8s_conf import Settings


def connect(settings: Settings) -> Client:
    """Return a client of the cache."""
    redis = settings.section(Redis)
    return Client(
        host=redis.REDIS_HOST,
        port=redis.REDIS_PORT,
        db=redis.REDIS_DB,
        password=redis.REDIS_PASSWORD,
        ssl=redis.REDIS_SSL,
        max_connections=redis.REDIS_MAX_CONNECTIONS,
        decode_responses=redis.REDIS_DECODE_RESPONSES,
    )
