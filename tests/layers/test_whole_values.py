"""A layer's value replaces a lower layer's whole; empty text for an optional key is None."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from integr8s_conf import ConfigError, Settings

if TYPE_CHECKING:
    from ..conftest import Stranger, Write


def test_list_of_a_higher_file_replaces_the_lower_one_s(write: Write) -> None:
    write("config.toml", 'CORS_ORIGINS = ["https://a", "https://b"]')
    write("config.worker.toml", 'CORS_ORIGINS = ["https://c"]')
    assert Settings(override_path="config.worker.toml").CORS_ORIGINS == ["https://c"]


def test_list_of_a_variable_replaces_the_file_s(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("config.toml", 'CORS_ORIGINS = ["https://a", "https://b"]')
    monkeypatch.setenv("INTEGR8S_CORS_ORIGINS", "https://c")
    assert Settings().CORS_ORIGINS == ["https://c"]


def test_empty_list_replaces_the_default(write: Write) -> None:
    write("config.toml", "CORS_ORIGINS = []")
    assert Settings().CORS_ORIGINS == []


@pytest.fixture
def _mail(stranger: Stranger) -> None:
    stranger(
        """
        from pathlib import Path
        from integr8s_conf import Section, hookimpl, setting

        class Mail(Section):
            MAIL_ROUTES: dict[str, str] = setting(lambda: {"default": "a@b"})
            MAIL_LIMIT: int | None = setting(10)
            MAIL_SPOOL: Path | None = setting(Path("/var/spool"))
            MAIL_COPIES: list[str] | None = setting(lambda: ["a@b"])
            MAIL_SENDER: str | None = setting("noreply@b")

        @hookimpl
        def integr8s_sections():
            return [Mail]
        """
    )


@pytest.mark.usefixtures("_mail")
def test_table_replaces_the_default(write: Write) -> None:
    write("config.toml", '[MAIL_ROUTES]\nalerts = "c@d"')
    assert Settings().MAIL_ROUTES == {"alerts": "c@d"}


@pytest.mark.usefixtures("_mail")
def test_table_of_a_higher_file_replaces_the_lower_one_s(write: Write) -> None:
    write("config.toml", 'MAIL_ROUTES = { a = "a@b", b = "b@b" }')
    write("config.worker.toml", 'MAIL_ROUTES.c = "c@b"')
    assert Settings(override_path="config.worker.toml").MAIL_ROUTES == {"c": "c@b"}


@pytest.mark.usefixtures("_mail")
def test_table_of_a_variable_replaces_the_file_s(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("config.toml", 'MAIL_ROUTES = { a = "a@b" }')
    monkeypatch.setenv("INTEGR8S_MAIL_ROUTES", '{"c": "c@b"}')
    assert Settings().MAIL_ROUTES == {"c": "c@b"}


# Empty text.

OPTIONAL = ["MAIL_LIMIT", "MAIL_SPOOL", "MAIL_COPIES", "MAIL_SENDER"]


@pytest.mark.usefixtures("_mail")
@pytest.mark.parametrize("key", OPTIONAL)
def test_empty_text_is_none_in_the_base_file(key: str, write: Write) -> None:
    write("config.toml", f'{key} = ""')
    assert Settings()[key] is None


@pytest.mark.usefixtures("_mail")
@pytest.mark.parametrize("key", OPTIONAL)
def test_empty_text_is_none_in_the_override_file(key: str, write: Write) -> None:
    write("config.worker.toml", f'{key} = ""')
    assert Settings(override_path="config.worker.toml")[key] is None


@pytest.mark.usefixtures("_mail")
@pytest.mark.parametrize("key", OPTIONAL)
def test_empty_text_is_none_in_the_env_file(key: str, write: Write) -> None:
    write(".env", f"INTEGR8S_{key}=")
    assert Settings()[key] is None


@pytest.mark.usefixtures("_mail")
@pytest.mark.parametrize("key", OPTIONAL)
def test_empty_text_is_none_in_the_environment(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"INTEGR8S_{key}", "")
    assert Settings()[key] is None


@pytest.mark.usefixtures("_mail")
@pytest.mark.parametrize("key", OPTIONAL)
@pytest.mark.parametrize("value", ["", None])
def test_empty_text_is_none_in_overrides(key: str, value: str | None) -> None:
    assert Settings(overrides={key: value})[key] is None


@pytest.mark.usefixtures("_mail")
@pytest.mark.parametrize("key", OPTIONAL)
def test_empty_text_is_none_in_replace(key: str) -> None:
    assert Settings().replace(**{key: ""})[key] is None


def test_empty_text_is_none_in_a_secret_file(stranger: Stranger, write: Write) -> None:
    stranger(
        """
        from integr8s_conf import Section, hookimpl, setting

        class Mail(Section):
            MAIL_TOKEN: str | None = setting("dev", secret=True)

        @hookimpl
        def integr8s_sections():
            return [Mail]
        """
    )
    write("secrets/MAIL_TOKEN", "\n")
    assert Settings(secrets_dir="secrets").MAIL_TOKEN is None


@pytest.mark.usefixtures("_mail")
def test_worker_unsets_what_the_base_file_sets(write: Write) -> None:
    write("config.toml", 'MAIL_SENDER = "a@b"')
    write("config.worker.toml", 'MAIL_SENDER = ""')
    assert Settings(override_path="config.worker.toml").MAIL_SENDER is None


@pytest.mark.usefixtures("_mail")
@pytest.mark.parametrize("text", [" ", "none", "null", "None"])
def test_only_empty_text_is_none(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTEGR8S_MAIL_SENDER", text)
    assert Settings()["MAIL_SENDER"] == text


def test_empty_text_of_a_key_that_is_not_optional_is_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("INTEGR8S_HOSTNAME", "")
    assert Settings().HOSTNAME == ""


def test_empty_text_of_a_number_that_is_not_optional_is_a_problem(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("INTEGR8S_REDIS_DB", "")
    with pytest.raises(ConfigError) as refusal:
        Settings()
    assert [problem.key for problem in refusal.value.problems] == ["REDIS_DB"]
