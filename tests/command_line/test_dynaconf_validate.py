"""``dynaconf validate`` reports a real failure, and success only where all holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .commands import dynaconf

if TYPE_CHECKING:
    from pathlib import Path

    from .commands import Done

FAILING = {
    "wrong value": ("REDIS_PORT = { eq = 6380 }", "redis_port must eq 6380 but it is 6379"),
    "too large": ("REDIS_PORT = { lte = 1024 }", "redis_port must lte 1024 but it is 6379"),
    "of another type": ('REDIS_PORT = { is_type_of = "str" }', "redis_port must is_type_of"),
    "not there": ("REDIS_PROT = { must_exist = true }", "redis_prot is required"),
    "not there by the other name": ("REDIS_PROT = { required = true }", "redis_prot is required"),
    "there": ("REDIS_PORT = { must_exist = false }", "redis_port cannot exists"),
    "another environment": ('REDIS_PORT = { eq = 1, env = "production" }', "redis_port must eq 1"),
    "the environment": ('REDIS_PORT = { eq = 1, env = "main" }', "redis_port must eq 1"),
    "secret": ("SECRET_KEY = { len_min = 64 }", "secret_key must len_min 64 but it is ********"),
    "computed secret": (
        'MONGODB_URL = { startswith = "http" }',
        "mongodb_url must startswith http but it is ********",
    ),
    "default beside it": ("REDIS_PORT = { eq = 1, default = 1 }", "redis_port must eq 1"),
    "one of several": ("REDIS_PORT = { eq = 1 }\nREDIS_DB = { eq = 0 }", "redis_port must eq 1"),
}
HOLDING = {
    "value": "REDIS_PORT = { eq = 6379 }",
    "bounds": "REDIS_PORT = { gte = 1, lte = 65535 }",
    "type": 'REDIS_PORT = { is_type_of = "int" }',
    "list": 'CORS_ORIGINS = { is_type_of = "list", len_min = 2 }',
    "existence": "REDIS_PORT = { must_exist = true }",
    "absence": "REDIS_PROT = { must_exist = false }",
    "value of a key that is not there": "REDIS_PROT = { eq = 6379 }",
    "default of a key that is not there": "REDIS_PROT = { eq = 1, default = 1 }",
    "secret": "SECRET_KEY = { len_min = 32, must_exist = true }",
    "computed secret": 'MONGODB_URL = { startswith = "mongodb://", cont = "@mongo:27017" }',
    "none": "OTEL_SERVICE_NAME = { identity = false }\n",
}
del HOLDING["none"]


def validate(folder: Path, text: str) -> Done:
    (folder / "dynaconf_validators.toml").write_text(text, encoding="utf-8")
    return dynaconf("validate")


@pytest.mark.parametrize(("text", "message"), FAILING.values(), ids=FAILING)
def test_failure(text: str, message: str, deployment: Path) -> None:
    done = validate(deployment, text)
    assert (done.code, done.err) == (1, "")
    assert f"Error: {message}" in done.out
    assert done.out.endswith("Validation error!\n")


@pytest.mark.parametrize("text", HOLDING.values(), ids=HOLDING)
def test_success(text: str, deployment: Path) -> None:
    done = validate(deployment, text)
    assert (done.code, done.err) == (0, "")
    assert done.out.endswith("Validation success!\n")


def test_all_failures_are_reported(deployment: Path) -> None:
    done = validate(deployment, "REDIS_PORT = { eq = 1 }\nREDIS_DB = { eq = 1 }\n")
    assert done.out.count("Error:") == 2


def test_missing_file_of_validators_is_named(deployment: Path) -> None:
    done = dynaconf("validate")
    assert done.code == 1
    assert done.out == f"{deployment}/dynaconf_validators.toml not found\n"


def test_file_of_validators_may_be_named(deployment: Path) -> None:
    (deployment / "mine.toml").write_text("REDIS_PORT = { eq = 1 }", encoding="utf-8")
    done = dynaconf("validate", "--path", "mine.toml")
    assert done.code == 1
    assert "redis_port must eq 1 but it is 6379" in done.out
