"""Values are literal: no layer's text is a template, a token or a directive."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from integr8s_conf import Settings

if TYPE_CHECKING:
    from ..conftest import Python, Stranger, Write

DIRECTIVES = [
    "@format {env[HOME]}",
    "@format {this.REDIS_HOST}",
    "@jinja {{ env.HOME }}",
    "@read_file /etc/hostname",
    "@get REDIS_HOST",
    "@int 5",
    "@float 5",
    "@bool true",
    "@str 5",
    "@json {}",
    "@none",
    "@empty",
    "@del",
    "@reset",
    "@note hidden",
    "@merge [1]",
    "@merge_unique [1]",
    "@insert 0 x",
    "@path x",
    "@path_for x",
    "@import os",
    "@unheard_of x",
    "@",
    "dynaconf_merge",
    "dynaconf_merge_unique",
    "{env[HOME]}",
    "{{ 7 * 7 }}",
    "${HOME}",
    "$HOME",
    "%(HOME)s",
    "~/x",
]
SCALARS = ["12345", "true", "True", "1e5", "0123", "0x10", "1_000", "+5", "nan", "null", "none"]
"""What a parser of TOML, YAML or JSON would take for something else than text."""

QUOTED = ["[x", "[1, 2]", "{a=1}", '"quoted"', "'quoted'", "1979-05-27", "a # b", " x ", "a=b"]
TEXTS = DIRECTIVES + SCALARS + QUOTED

each_text = pytest.mark.parametrize("text", TEXTS)


@each_text
def test_text_of_the_base_file(text: str, write: Write) -> None:
    write("config.toml", f"HOSTNAME = {json.dumps(text)}")
    assert Settings()["HOSTNAME"] == text


@each_text
def test_text_of_the_override_file(text: str, write: Write) -> None:
    write("config.worker.toml", f"HOSTNAME = {json.dumps(text)}")
    assert Settings(override_path="config.worker.toml")["HOSTNAME"] == text


@each_text
def test_text_of_the_env_file(text: str, write: Write) -> None:
    write(".env", f"INTEGR8S_HOSTNAME={json.dumps(text)}")
    assert Settings()["HOSTNAME"] == text


@each_text
def test_text_of_a_variable(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTEGR8S_HOSTNAME", text)
    assert Settings()["HOSTNAME"] == text


@each_text
def test_text_of_overrides(text: str) -> None:
    assert Settings(overrides={"HOSTNAME": text})["HOSTNAME"] == text


@each_text
def test_text_of_a_secret_s_variable(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDIS_PASSWORD", text)
    assert Settings()["REDIS_PASSWORD"] == text


@each_text
def test_text_of_a_secret_file(text: str, write: Write) -> None:
    write("secrets/REDIS_PASSWORD", text)
    assert Settings(secrets_dir="secrets")["REDIS_PASSWORD"] == text


@each_text
def test_text_of_a_secret_in_overrides(text: str) -> None:
    assert Settings(overrides={"REDIS_PASSWORD": text})["REDIS_PASSWORD"] == text


@each_text
def test_text_of_a_plugin_s_default(text: str, stranger: Stranger) -> None:
    stranger(
        f"""
        from integr8s_conf import hookimpl

        @hookimpl
        def integr8s_defaults():
            return {{"HOSTNAME": {text!r}}}
        """
    )
    assert Settings()["HOSTNAME"] == text


@pytest.fixture
def _mail(stranger: Stranger) -> None:
    stranger(
        """
        from integr8s_conf import Section, hookimpl, setting

        class Mail(Section):
            MAIL_COPIES: list[str] = setting(list)
            MAIL_ROUTES: dict[str, str] = setting(dict)

        @hookimpl
        def integr8s_sections():
            return [Mail]
        """
    )


@pytest.mark.usefixtures("_mail")
def test_texts_within_a_list_of_a_file(write: Write) -> None:
    write("config.toml", f"MAIL_COPIES = {json.dumps(TEXTS)}")
    assert Settings().MAIL_COPIES == TEXTS


@pytest.mark.usefixtures("_mail")
def test_texts_within_a_list_of_a_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTEGR8S_MAIL_COPIES", json.dumps(TEXTS))
    assert Settings().MAIL_COPIES == TEXTS


@pytest.mark.usefixtures("_mail")
def test_words_that_direct_dynaconf_are_names_like_any_other_in_a_table(write: Write) -> None:
    write("config.toml", '[MAIL_ROUTES]\ndynaconf_merge = "a"\ndynaconf_include = "b"\n"@x" = "c"')
    assert Settings().MAIL_ROUTES == {"dynaconf_merge": "a", "dynaconf_include": "b", "@x": "c"}


@pytest.mark.usefixtures("_mail")
def test_dynaconf_merge_within_a_list_merges_nothing(write: Write) -> None:
    write("config.toml", 'MAIL_COPIES = ["a"]')
    write("config.worker.toml", 'MAIL_COPIES = ["b", "dynaconf_merge"]')
    copies = Settings(override_path="config.worker.toml").MAIL_COPIES
    assert copies == ["b", "dynaconf_merge"]


def test_secret_that_looks_like_a_number_is_text_to_every_reader(python: Python) -> None:
    done = python(
        """
        from integr8s_conf import settings
        print(settings.REDIS_PASSWORD + settings["REDIS_PASSWORD"] + settings.get("redis_password"))
        """,
        REDIS_PASSWORD="0123",
    )
    assert done == "012301230123\n"
