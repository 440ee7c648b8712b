"""The HTTP API."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

from app.api import auth, events, health
from app.core.logs import set_up_logs
from app.db.mongo import Database
from app.telemetry import metrics, tracing
from integr8s_conf import Settings
from integr8s_conf import settings as process_settings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


def create_app(config: Settings | None = None) -> FastAPI:
    """Return the application."""
    settings = config or process_settings

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        app.state.settings = settings
        app.state.database = await Database(settings).connect()
        yield
        await app.state.database.close()

    set_up_logs(settings)
    app = FastAPI(
        title=settings.PROJECT_NAME,
        version=settings.SERVICE_VERSION,
        debug=settings.DEVELOPMENT_MODE,
        lifespan=lifespan,
    )
    app.add_middleware(CORSMiddleware, allow_origins=list(settings.CORS_ORIGINS))
    for router in (auth.router, events.router, health.router):
        app.include_router(router, prefix=settings.API_V1_STR)
    tracing.set_up(settings)
    metrics.set_up(settings)
    return app


app = create_app()
