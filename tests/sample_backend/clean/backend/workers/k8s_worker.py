"""Manages pods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.k8s.pods import PodBuilder

from .worker import run

if TYPE_CHECKING:
    from integr8s_conf import Settings


async def handle(settings: Settings, message: bytes) -> None:
    """Start a pod."""
    PodBuilder(settings).pod()


if __name__ == "__main__":
    run("k8s-worker", "k8s_worker", handle)
