"""The stream of events."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends

from app.limits.limiter import limiter
from app.sse.stream import Streams
from integr8s_conf import Settings, settings

router = APIRouter(prefix="/events")


def current() -> Settings:
    """Return the settings of this process."""
    return settings


@router.get("/")
@limiter().limit("1/second")
async def events(config: Annotated[Settings, Depends(current)]) -> int:
    """Return how many streams there are."""
    return Streams(config).size
