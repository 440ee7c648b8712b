"""The reference holds wherever the tests run: no variable and no file of the machine speaks."""

import os
import re
from pathlib import Path

import pytest

VARIABLES = re.compile(
    r"INTEGR8S_.*"
    r"|(SECRET_KEY|MONGO_USER|MONGO_PASSWORD|REDIS_PASSWORD|MONGODB_URL)(_FILE)?"
    r"|CREDENTIALS_DIRECTORY"
)


@pytest.fixture(autouse=True)
def _empty_deployment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the working directory a deployment whose base file sets nothing."""
    for name in list(os.environ):
        if VARIABLES.fullmatch(name):
            monkeypatch.delenv(name)
    (tmp_path / "config.toml").touch()
    monkeypatch.chdir(tmp_path)
