"""``show --format toml`` and ``env`` can stand as files; ``--changed`` leaves the defaults out."""

from __future__ import annotations

import json
import tomllib
from typing import TYPE_CHECKING

import pytest

from integr8s_conf import Settings

from .commands import integr8s_conf
from .everything import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ..conftest import Stranger


def values(**files: str | None) -> dict[str, object]:
    return Settings(**files).as_dict()  # type: ignore[arg-type]


def test_toml_resolves_to_the_same_values(deployment: Path) -> None:
    before = values(override_path="config.k8s-worker.toml")
    out = integr8s_conf("show", "--override", "config.k8s-worker.toml", "--format", "toml").out
    (deployment / "other.toml").write_text(out, encoding="utf-8")
    assert values(config_path="other.toml") == before


def test_env_resolves_to_the_same_values(deployment: Path) -> None:
    before = values(override_path="config.k8s-worker.toml")
    out = integr8s_conf("show", "--override", "config.k8s-worker.toml", "--format", "env").out
    (deployment / "other.env").write_text(out, encoding="utf-8")
    (deployment / "empty.toml").touch()
    assert values(config_path="empty.toml", env_file="other.env") == before


OTHERS = (
    "EVERY_BOOL = false",
    "EVERY_INT = -7",
    "EVERY_FLOAT = 1e300",
    "EVERY_INFINITY = -inf",
    "EVERY_NONE = 3",
    'EVERY_LITERAL = "a"',
    "EVERY_ENUM = 1",
    'EVERY_ENUMS = [1, "red"]',
    "EVERY_PATH = 'C:\\x # y'",
    'EVERY_DURATION = "1d2h30m1500us"',
    "EVERY_DATE = 2027-02-01",
    "EVERY_DATETIME = 2027-02-01T10:00:00.5+02:00",
    "EVERY_TIME = 23:59:59.25",
    'EVERY_TUPLE = [2, "b\\"c"]',
    "EVERY_SET = [11, 1]",
    "EVERY_TABLE = { \"a.b\" = ['/x y', '$z'], \"'\" = [] }",
    'EVERY_RECORD = { x = 5, url = "é" }',
    'EVERY_NAMES = { first = "#" }',
    "EVERY_ANY = { a = [1, { b = 2.5 }] }",
    'EVERY_URL = "  \'quoted\' \\"twice\\" $HOME \\\\ # "',
)


@pytest.mark.parametrize("form", ["toml", "env"])
def test_file_of_every_type_resolves_to_the_same(
    form: str, deployment: Path, edit: Callable[..., None], stranger: Stranger
) -> None:
    stranger(EVERYTHING)
    edit(*OTHERS)
    before = values()
    out = integr8s_conf("show", "--format", form, "--section", "every").out
    (deployment / "empty.toml").touch()
    (deployment / f"other.{form}").write_text(out, encoding="utf-8")
    files = {"toml": {"config_path": "other.toml"}, "env": {"env_file": "other.env"}}[form]
    after = values(**{"config_path": "empty.toml", **files})
    lost = {key for key in before if key.startswith("EVERY_") and after[key] != before[key]}
    # What a variable gives to a key of type Any is text.
    assert lost == ({"EVERY_ANY"} if form == "env" else set())


@pytest.mark.parametrize("form", ["toml", "env"])
def test_what_must_not_be_printed_is_a_comment(
    form: str, deployment: Path, stranger: Stranger
) -> None:
    stranger(EVERYTHING)
    out = integr8s_conf("show", "--format", form, "--section", "every").out
    assert "hunter2" not in out
    assert "# EVERY_URL is a secret, which is not shown: default of section Every" in out
    assert not set("\x1b\x07\u202e") & set(out)
    odd = {
        "toml": 'EVERY_ODD = "\\u001b[31mred',
        "env": "# EVERY_ODD has characters that a terminal would act on: INTEGR8S_EVERY_ODD=",
    }
    assert odd[form] in out


def test_secrets_are_comments(deployment: Path) -> None:
    out = integr8s_conf("show", "--format", "toml", REDIS_PASSWORD="hunter2").out
    secret = "# REDIS_PASSWORD is a secret, which is not shown: environment variable REDIS_PASSWORD"
    assert secret in out.splitlines()
    assert "hunter2" not in out


def test_computed_value_is_a_comment(deployment: Path, stranger: Stranger) -> None:
    stranger("""
        from integr8s_conf import Section, hookimpl, setting

        class Mail(Section):
            MAIL_URL: str = setting(description="a", computed=True)

        @hookimpl
        def integr8s_sections():
            return [Mail]

        @hookimpl
        def integr8s_computed():
            return {"MAIL_URL": lambda s: f"smtp://{s['REDIS_HOST']}"}
    """)
    out = integr8s_conf("show", "--format", "toml", "--section", "mail").out
    assert out == '# Mail\n# MAIL_URL = "smtp://redis"\n'


def test_changed_shows_what_is_not_the_default(edit: Callable[..., None]) -> None:
    edit("REDIS_DB = 2", "REDIS_MAX_CONNECTIONS = 200")
    out = integr8s_conf("show", "--changed", "--format", "json", "--section", "redis").out
    (section,) = json.loads(out)["sections"]
    assert [key["key"] for key in section["keys"]] == ["REDIS_DB"]


def test_changed_follows_into_computed_keys(edit: Callable[..., None]) -> None:
    edit('MONGO_HOST = "mongo-2"')
    out = integr8s_conf("show", "--changed", "--format", "toml", "--section", "core").out
    assert out.splitlines()[:2] == ["# Core", 'MONGO_HOST = "mongo-2"']
    assert "MONGODB_URL is a secret" in out


def test_only_sound_toml_is_printed_of_a_refused_configuration(break_it: None) -> None:
    done = integr8s_conf("show", "--format", "toml")
    assert done.code == 78
    assert "KAFKA_SESSION_TIMEOUT_MS" not in tomllib.loads(done.out)
    assert done.err.startswith("2 problems")
