"""What each command prints of the reference deployment, letter by letter."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import Answers

GOLDEN = Path(__file__).parent / "golden"

K8S, POD = "config.k8s-worker.toml", "config.pod-monitor.toml"

OUTPUTS = {
    "explain": ("explain", "KAFKA_SESSION_TIMEOUT_MS", "REDIS_PASSWORD"),
    "explain-computed": ("explain", "mongodb_url"),
    "explain-override": ("explain", "KAFKA_CONSUMER_GROUP_ID", "--override", K8S),
    "explain-json": ("explain", "MONGODB_URL", "--format", "json"),
    "show": ("show",),
    "show-toml": ("show", "--format", "toml"),
    "show-env": ("show", "--format", "env"),
    "show-changed": ("show", "--changed", "--override", K8S),
    "show-json": ("show", "--section", "core", "--format", "json"),
    "diff-overrides": ("diff", K8S, POD),
    "diff-bases": ("diff", "config.toml", "config.test.toml"),
    "diff-defaults": ("diff", "config.toml", "--defaults"),
    "diff-json": ("diff", K8S, POD, "--format", "json"),
    "get": ("get", "CORS_ORIGINS"),
    "export-docs-html": ("export", "docs", "--format", "html"),
    "export-stubs": ("export", "stubs"),
    "plugins": ("plugins",),
    "plugins-json": ("plugins", "--format", "json"),
    "doctor": ("doctor",),
    "doctor-json": ("doctor", "--format", "json"),
}

VERSION = re.compile(
    r'((?:integr8s-conf|dynaconf|pluggy|python-dotenv|Python)"?:? "?|"version": ")\d+(?:\.\d+)+'
)

COMMANDS = [("integr8s-conf", *words) for words in OUTPUTS.values()]

DIFFERENT = {"diff-overrides", "diff-bases", "diff-defaults", "diff-json"}


def prepare(folder: Path) -> None:
    for file in folder.iterdir():
        file.chmod(0o644)


def timeless(text: str) -> str:
    """Return an output without the versions that happen to be installed."""
    return VERSION.sub(r"\g<1>0.0.0", text)


@pytest.mark.parametrize("name", OUTPUTS)
def test_output(name: str, answers: Answers) -> None:
    done = answers["integr8s-conf", *OUTPUTS[name]]
    assert done.code == (1 if name in DIFFERENT else 0)
    assert done.err == ""
    assert timeless(done.out) == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")
