"""Events that the server sends."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from integr8s_conf import Settings


class Streams:
    """The pool of streams."""

    def __init__(self, config: Settings) -> None:
        self.size: int = config.SSE_CONSUMER_POOL_SIZE
        self.heartbeat: int = config.SSE_HEARTBEAT_INTERVAL
