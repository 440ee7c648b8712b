"""Redis: where it is, and how to connect."""

from typing import Literal

from integr8s_conf import Section, hookimpl, non_empty, setting


class Redis(Section):
    """Where Redis is, and how to connect."""

    REDIS_HOST: str = setting("redis", "Redis host", check=non_empty)
    REDIS_PORT: int = setting(6379, "Redis port", ge=1, le=65535)
    REDIS_DB: int = setting(0, "Redis database number", ge=0)
    REDIS_PASSWORD: str = setting("redispassword", "Redis password", secret=True)
    REDIS_SSL: bool = setting(False, "Connect to Redis over TLS")
    REDIS_MAX_CONNECTIONS: int = setting(
        200, "Redis connection pool size", unit="connections", gt=0
    )
    REDIS_DECODE_RESPONSES: Literal[True] = setting(True, "Decode Redis responses to str")


@hookimpl
def integr8s_sections() -> list[type[Section]]:
    """Return the one section of this plugin."""
    return [Redis]
