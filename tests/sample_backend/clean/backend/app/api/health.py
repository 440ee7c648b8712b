"""Whether it runs."""

from __future__ import annotations

import os

from fastapi import APIRouter

router = APIRouter(prefix="/health")


@router.get("/")
async def health() -> dict[str, str]:
    """Return that it runs, and where."""
    return {"status": "ok", "pod": os.environ.get("POD_NAME", "")}
