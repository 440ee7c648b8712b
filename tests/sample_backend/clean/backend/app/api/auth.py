"""Who is who."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from app.core.security import Tokens
from integr8s_conf import settings
from integr8s_sections.server import Server

router = APIRouter(prefix="/auth")


@router.post("/login")
async def login(request: Request, response: Response) -> None:
    """Let a user in."""
    token = Tokens(request.app.state.settings).make("user")
    response.set_cookie("token", token, secure=settings.section(Server).SECURE_COOKIES)
