"""``get`` prints the bare value of one key, and a secret only to who asks for it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from .commands import integr8s_conf, on_terminal
from .everything import EVERYTHING

if TYPE_CHECKING:
    from pathlib import Path

    from ..conftest import Stranger

VALUES = {
    "PROJECT_NAME": "integr8scode",
    "redis_port": "6379",
    "TRACING_SAMPLING_RATE": "1.0",
    "REDIS_SSL": "false",
    "OTEL_SERVICE_NAME": "",
}


@pytest.mark.parametrize("key", VALUES)
def test_value_is_printed_bare(key: str, deployment: Path) -> None:
    done = integr8s_conf("get", key)
    assert (done.code, done.out, done.err) == (0, f"{VALUES[key]}\n", "")


def test_list_is_json(deployment: Path) -> None:
    assert json.loads(integr8s_conf("get", "CORS_ORIGINS").out)[-1] == "https://127.0.0.1:443"


OTHERS = {
    "EVERY_ENUM": "red",
    "EVERY_PATH": "~/x",
    "EVERY_DURATION": "90s",
    "EVERY_DATE": "2026-01-31",
    "EVERY_SET": "[2, 9, 10]",
    "EVERY_TABLE": '{"a b": ["/x"]}',
    "EVERY_CAST": "(1+2j)",
    "EVERY_NAMES.first": "a",
    "EVERY_ODD": "\x1b[31mred\x07 \u202e é",
}


@pytest.mark.parametrize("key", OTHERS)
def test_value_of_any_type(key: str, deployment: Path, stranger: Stranger) -> None:
    stranger(EVERYTHING)
    done = integr8s_conf("get", key)
    assert (done.code, done.out) == (0, f"{OTHERS[key]}\n")


def test_terminal_gets_no_escape_of_a_value(deployment: Path, stranger: Stranger) -> None:
    stranger(EVERYTHING)
    out = on_terminal(80, "get", "EVERY_ODD").out
    assert out == "\\x1b[31mred\\x07 \\u202e é\n"


@pytest.mark.parametrize("key", ["REDIS_PASSWORD", "MONGODB_URL", "redis_password"])
def test_secret_needs_reveal(key: str, deployment: Path) -> None:
    done = integr8s_conf("get", key, REDIS_PASSWORD="hunter2", MONGO_PASSWORD="hunter2")
    assert (done.code, done.out) == (2, "")
    assert "--reveal" in done.err
    assert "hunter2" not in done.err


def test_secret_is_printed_with_reveal(deployment: Path) -> None:
    done = integr8s_conf("get", "MONGODB_URL", "--reveal", MONGO_PASSWORD="hunter/2")
    assert done.out == "mongodb://root:hunter%2F2@mongo:27017/integr8scode?authSource=admin\n"


@pytest.mark.parametrize("key", ["EVERY_URL", "EVERY_ANY", "EVERY_RECORD"])
def test_url_with_a_password_needs_reveal(key: str, deployment: Path, stranger: Stranger) -> None:
    stranger(EVERYTHING)
    hidden = integr8s_conf("get", key)
    assert (hidden.code, hidden.out) == (2, "")
    assert "http://me:hunter2@host" in integr8s_conf("get", key, "--reveal").out


def test_refused_configuration_gives_no_value(break_it: None) -> None:
    done = integr8s_conf("get", "REDIS_PORT")
    assert (done.code, done.out) == (78, "")
    assert done.err.startswith("2 problems in the configuration")


def test_unknown_key_is_bad_usage_with_the_nearest_key(deployment: Path) -> None:
    done = integr8s_conf("get", "REDIS_PRT")
    assert (done.code, done.out) == (2, "")
    assert "did you mean REDIS_PORT?" in done.err
