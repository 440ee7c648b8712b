"""The API answers."""

from __future__ import annotations

from app.main import create_app
from fastapi.testclient import TestClient

from integr8s_conf import Settings

settings = Settings(config_path="config.test.toml")


def check_health() -> None:
    """It is there."""
    with TestClient(create_app(settings)) as client:
        assert client.get(f"{settings.API_V1_STR}/health/").json()["status"] == "ok"
