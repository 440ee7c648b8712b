"""The variables that say which plugins are loaded: others are found, and not imported."""

from __future__ import annotations

import pytest

from integr8s_conf import Settings

from .refusals import only_problem, problems_of
from .traced_mail import MAIL


def allow(monkeypatch: pytest.MonkeyPatch, names: str) -> None:
    monkeypatch.setenv("INTEGR8S_CONF_PLUGINS", names)


def test_plugin_that_is_not_named_is_not_imported(stranger, monkeypatch, tmp_path) -> None:
    stranger(MAIL)
    allow(monkeypatch, "redis,sse")
    Settings()
    assert not (tmp_path / "imported").exists()


def test_plugin_that_is_named_is_imported(stranger, monkeypatch, tmp_path) -> None:
    stranger(MAIL)
    allow(monkeypatch, "redis,mail")
    assert Settings().MAIL_HOST == "localhost"
    assert (tmp_path / "imported").exists()


def test_only_the_keys_of_named_plugins_are_declared(stranger, monkeypatch) -> None:
    stranger(MAIL)
    allow(monkeypatch, " mail , sse ,")
    assert list(Settings()) == ["MAIL_HOST", "SSE_CONSUMER_POOL_SIZE", "SSE_HEARTBEAT_INTERVAL"]


@pytest.mark.parametrize("names", ["", " , "])
def test_empty_allowlist_allows_all(stranger, monkeypatch, names: str) -> None:
    stranger(MAIL)
    allow(monkeypatch, names)
    assert Settings().MAIL_HOST == "localhost"


def test_key_of_a_plugin_that_is_not_named_is_unknown_and_says_who_is_not_allowed(
    stranger, monkeypatch, write
) -> None:
    stranger(MAIL)
    write("config.toml", 'MAIL_HOST = "a"\n')
    allow(monkeypatch, "sse")
    problem = only_problem()
    assert (problem.key, problem.found) == ("MAIL_HOST", "an unknown key")
    assert "not allowed now: core, dlq, kafka, kubernetes, mail, " in problem.hint


def test_unknown_name_is_a_problem_with_a_suggestion(stranger, monkeypatch) -> None:
    stranger(MAIL)
    allow(monkeypatch, "sse,mial")
    problem = only_problem()
    assert problem.found == "'mial' in INTEGR8S_CONF_PLUGINS"
    assert problem.hint == "did you mean mail?"


def test_unknown_name_that_is_like_no_other_lists_those_that_are_installed(monkeypatch) -> None:
    allow(monkeypatch, "sse,weather")
    assert only_problem().hint.startswith("installed are core, dlq, kafka, ")


def test_plugins_that_are_not_named_are_listed_as_not_loaded(stranger, monkeypatch, python) -> None:
    stranger(MAIL)
    allow(monkeypatch, "sse")
    shown = python("""
        import contextlib, sys
        from integr8s_conf.cli import main
        with contextlib.redirect_stderr(sys.stdout):
            main(["show"], standalone_mode=False)
    """)
    assert "not loaded: plugin mail (INTEGR8S_CONF_PLUGINS does not name it)" in shown
    assert "not loaded: plugin sse" not in shown


def test_broken_plugin_that_is_not_named_is_no_problem(stranger, monkeypatch) -> None:
    stranger("1 / 0")
    allow(monkeypatch, "sse")
    assert Settings().SSE_HEARTBEAT_INTERVAL == 30


def test_name_that_two_distributions_claim_is_no_problem_where_it_is_not_named(
    stranger, monkeypatch
) -> None:
    stranger(MAIL, distribution="acme-mail")
    stranger(MAIL, distribution="zeta-mail")
    allow(monkeypatch, "sse")
    assert Settings().SSE_HEARTBEAT_INTERVAL == 30
    allow(monkeypatch, "sse,mail")
    assert "acme-mail 1.0" in only_problem().found


def test_allowlist_is_read_at_every_load(stranger, monkeypatch) -> None:
    stranger(MAIL)
    allow(monkeypatch, "sse")
    assert "MAIL_HOST" not in Settings()
    allow(monkeypatch, "mail")
    assert list(Settings()) == ["MAIL_HOST"]


def test_what_a_named_plugin_says_of_a_plugin_that_is_not_named_is_skipped(
    stranger, monkeypatch
) -> None:
    stranger("""
        from integr8s_conf import hookimpl

        @hookimpl
        def integr8s_defaults():
            return {"REDIS_DB": "no number"}
    """)
    allow(monkeypatch, "mail,sse")
    assert Settings().SSE_HEARTBEAT_INTERVAL == 30
    allow(monkeypatch, "mail,redis")
    assert [problem.key for problem in problems_of()] == ["REDIS_DB"]


# INTEGR8S_CONF_DISABLE_PLUGIN_AUTOLOAD.


def test_without_autoload_no_plugin_is_imported(stranger, monkeypatch, tmp_path) -> None:
    stranger(MAIL)
    monkeypatch.setenv("INTEGR8S_CONF_DISABLE_PLUGIN_AUTOLOAD", "1")
    assert list(Settings()) == []
    assert not (tmp_path / "imported").exists()


def test_without_autoload_the_plugins_that_are_named_are_loaded(stranger, monkeypatch) -> None:
    stranger(MAIL)
    monkeypatch.setenv("INTEGR8S_CONF_DISABLE_PLUGIN_AUTOLOAD", "yes")
    allow(monkeypatch, "mail")
    assert list(Settings()) == ["MAIL_HOST"]


@pytest.mark.parametrize("text", ["", "0", " False "])
def test_autoload_that_is_not_disabled_loads_all(stranger, monkeypatch, text: str) -> None:
    stranger(MAIL)
    monkeypatch.setenv("INTEGR8S_CONF_DISABLE_PLUGIN_AUTOLOAD", text)
    assert Settings().MAIL_HOST == "localhost"
