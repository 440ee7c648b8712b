"""Which variables of the environment are read, and which are not."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from integr8s_conf import ConfigError, Settings

if TYPE_CHECKING:
    from ..conftest import Stranger, Write


def problem_with(monkeypatch: pytest.MonkeyPatch, **variables: str) -> str:
    for name, text in variables.items():
        monkeypatch.setenv(name, text)
    with pytest.raises(ConfigError) as refusal:
        Settings()
    [problem] = refusal.value.problems
    return str(problem)


def test_prefixed_variable_sets_any_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTEGR8S_REDIS_DB", "3")
    assert Settings().REDIS_DB == 3


def test_prefixed_variable_sets_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTEGR8S_REDIS_PASSWORD", "hunter2")
    assert Settings().REDIS_PASSWORD == "hunter2"


def test_unprefixed_variable_sets_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDIS_PASSWORD", "hunter2")
    assert Settings().REDIS_PASSWORD == "hunter2"


@pytest.mark.parametrize("key", ["HOSTNAME", "REDIS_HOST", "LOG_LEVEL", "ENVIRONMENT"])
def test_unprefixed_variable_of_a_key_that_is_no_secret_is_not_read(
    key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    default = Settings()[key]
    monkeypatch.setenv(key, "ERROR")
    assert Settings()[key] == default


def test_prefixed_hostname_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTEGR8S_HOSTNAME", "web-1")
    assert Settings().HOSTNAME == "web-1"


@pytest.mark.parametrize("name", ["integr8s_REDIS_DB", "Integr8s_REDIS_DB", "REDIS_DB"])
def test_variable_without_our_prefix_is_no_business_of_ours(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, "3")
    assert Settings().REDIS_DB == 0


@pytest.mark.parametrize("name", ["INTEGR8S_redis_db", "INTEGR8S_REDIS__DB", "INTEGR8S_"])
def test_prefixed_variable_of_no_declared_key_is_a_problem(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = problem_with(monkeypatch, **{name: "hunter2"})
    assert f"environment variable {name}" in said
    assert "hunter2" not in said


def test_unprefixed_secret_and_prefixed_one_are_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    said = problem_with(monkeypatch, REDIS_PASSWORD="hunter2", INTEGR8S_REDIS_PASSWORD="hunter3")
    assert "REDIS_PASSWORD and INTEGR8S_REDIS_PASSWORD both set it" in said


@pytest.mark.parametrize("name", ["REDIS_PASSWORD", "INTEGR8S_REDIS_PASSWORD"])
def test_secret_and_its_file_are_a_problem(
    name: str, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(write("password", "hunter3"))
    said = problem_with(monkeypatch, **{name: "hunter2", "REDIS_PASSWORD_FILE": path})
    assert f"{name} and REDIS_PASSWORD_FILE are both set" in said
    assert "hunter" not in said


def test_prefixed_name_of_a_file_is_a_problem_that_says_how_to_write_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said = problem_with(monkeypatch, INTEGR8S_REDIS_PASSWORD_FILE="/run/secrets/redis")
    assert "named by REDIS_PASSWORD_FILE, without INTEGR8S_" in said


# Empty variables.


@pytest.mark.parametrize("name", ["REDIS_PASSWORD", "INTEGR8S_REDIS_PASSWORD"])
def test_empty_variable_of_a_secret_counts_as_unset(
    name: str, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("secrets/REDIS_PASSWORD", "of the file")
    monkeypatch.setenv(name, "")
    assert Settings(secrets_dir="secrets").REDIS_PASSWORD == "of the file"


def test_empty_variable_of_a_secret_beside_the_other_spelling_is_no_problem(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("REDIS_PASSWORD", "")
    monkeypatch.setenv("INTEGR8S_REDIS_PASSWORD", "hunter2")
    assert Settings().REDIS_PASSWORD == "hunter2"


def test_empty_variable_of_a_secret_beside_its_file_is_no_problem(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REDIS_PASSWORD", "")
    monkeypatch.setenv("REDIS_PASSWORD_FILE", str(write("password", "of the file")))
    assert Settings().REDIS_PASSWORD == "of the file"


def test_empty_variable_of_another_key_sets_the_empty_text(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("config.toml", 'HOSTNAME = "web"')
    monkeypatch.setenv("INTEGR8S_HOSTNAME", "")
    assert Settings().HOSTNAME == ""


# Former names.


@pytest.fixture
def _mail(stranger: Stranger) -> None:
    stranger(
        """
        from integr8s_conf import Section, hookimpl, setting

        class Mail(Section):
            MAIL_HOST: str = setting("localhost", renamed_from="SMTP_HOST")
            MAIL_TOKEN: str = setting("dev", secret=True, renamed_from="SMTP_TOKEN")

        @hookimpl
        def integr8s_sections():
            return [Mail]
        """
    )


@pytest.mark.usefixtures("_mail")
@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("INTEGR8S_SMTP_HOST", "MAIL_HOST"),
        ("INTEGR8S_SMTP_TOKEN", "MAIL_TOKEN"),
        ("SMTP_TOKEN", "MAIL_TOKEN"),
    ],
)
@pytest.mark.filterwarnings("ignore:.*its former name:integr8s_conf.ConfigWarning")
def test_former_name_of_a_key_is_read_too(
    name: str, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, "given")
    settings = Settings()
    assert settings[key] == "given"
    assert str(settings.explain(key).layers[0].origin) == f"environment variable {name}"


@pytest.mark.usefixtures("_mail")
def test_unprefixed_former_name_of_a_key_that_is_no_secret_is_not_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SMTP_HOST", "given")
    assert Settings().MAIL_HOST == "localhost"


@pytest.mark.usefixtures("_mail")
def test_former_name_beside_the_new_one_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    said = problem_with(monkeypatch, INTEGR8S_SMTP_HOST="a", INTEGR8S_MAIL_HOST="b")
    assert "both set it" in said


# Bytes.


@pytest.mark.parametrize("key", ["HOSTNAME", "REDIS_PASSWORD"])
def test_variable_that_is_not_utf_8_is_a_problem_without_its_bytes(
    key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = problem_with(monkeypatch, **{f"INTEGR8S_{key}": os.fsdecode(b"hunter2\xff")})
    assert "bytes that are not UTF-8" in said
    assert "hunter2" not in said


def test_text_beyond_ascii_is_taken_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTEGR8S_HOSTNAME", "Zürich ✓")
    assert Settings().HOSTNAME == "Zürich ✓"
