"""Server-sent events."""

from integr8s_conf import Section, hookimpl, setting


class Sse(Section):
    """Server-sent events."""

    SSE_CONSUMER_POOL_SIZE: int = setting(10, "Number of Kafka consumers for SSE streaming", gt=0)
    SSE_HEARTBEAT_INTERVAL: int = setting(30, "Keepalive interval", unit="seconds", gt=0)


@hookimpl
def integr8s_sections() -> list[type[Section]]:
    """Return the one section of this plugin."""
    return [Sse]
