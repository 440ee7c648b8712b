"""Watches pods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.k8s.pods import PodBuilder

from .worker import run

if TYPE_CHECKING:
    from integr8s_conf import Settings


async def handle(settings: Settings, message: bytes) -> None:
    """Look at a pod."""
    PodBuilder(settings).connect()


if __name__ == "__main__":
    run("pod-monitor", "pod_monitor", handle)
