"""Secrets of these tests, in a deployment of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .traces import CANARY, NASTY_SECRET

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SECRETS = {
    "SECRET_KEY": f"{CANARY}-{'x' * 100}-{CANARY}",
    "MONGO_USER": f"{CANARY}-user",
    "MONGO_PASSWORD": NASTY_SECRET,
    "REDIS_PASSWORD": f"{CANARY}\nof two lines {CANARY}",
}


@pytest.fixture
def secrets(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Set every secret that is no computed one by a variable; return them."""
    for name, text in SECRETS.items():
        monkeypatch.setenv(name, text)
    return SECRETS


@pytest.fixture
def base_file(write: Callable[[str, str], Path]) -> Callable[[str], Path]:
    """Make the working directory a deployment; return a function that writes its base file."""

    def base_file(text: str) -> Path:
        return write("config.toml", text)

    base_file("")
    return base_file
