"""What parity finds in every form, and never a secret."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from ..conftest import Write
    from .conftest import Parity

SECRET = "a-real-secret-of-the-team"
THEIRS = """
import os
from backend import Settings


def load(config_path, override_path=None):
    values = dict(Settings(config_path, override_path))
    password = os.environ.get("REDIS_PASSWORD") or "redispassword"
    values["MONGODB_URL"] = f"mongodb://root:{password}@mongo"
    values["REDIS_PASSWORD"] = password + "more"
    values["SERVICE_NAME"] = f"service {password} \\x1b[31m"
    values["DSN"] = password
    return values
"""


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
@pytest.mark.usefixtures("backend")
def test_no_form_shows_a_secret(
    form: str, write: Write, monkeypatch: pytest.MonkeyPatch, parity: Parity
) -> None:
    monkeypatch.setenv("REDIS_PASSWORD", SECRET)
    write("theirs.py", THEIRS)
    told = parity("theirs:load", "--worker", "backend", "--variations", "2", form=form)
    assert told.code == 1
    assert "SERVICE_NAME" in told.text
    assert SECRET not in told.text
    assert "redispassword" not in told.text
    assert "\x1b" not in told.text


@pytest.mark.usefixtures("backend")
def test_json_says_what_was_compared(parity: Parity) -> None:
    told = parity("backend:Settings", "--worker", "k8s-worker", "--variations", "0")
    assert json.loads(told.text) == {
        "command": "parity",
        "clean": True,
        "summary": "85 keys, 1 combinations, 1 comparisons; in 1 both accept",
        "diagnostics": [],
        "combinations": ["settings/config.toml + settings/config.k8s-worker.toml"],
        "comparisons": 1,
        "both_accept": 1,
    }
