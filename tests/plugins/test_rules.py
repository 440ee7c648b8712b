"""Rules between keys: judged on sound values, citing every key and the plugin."""

from __future__ import annotations

import warnings

import pytest

from integr8s_conf import ConfigWarning, Settings

from .refusals import only_problem, problems_of
from .sources import plugin

KEYS = """
    MAIL_TIMEOUT: float = setting(5.0, "Socket timeout", unit="seconds", gt=0.5)
    MAIL_RETRIES: int = setting(3, "Retries", ge=0)
    MAIL_PASSWORD: str = setting("dev-mail", "Password", secret=True)
    MAIL_HOPS: list[int] = setting(list, "Ports on the way")
"""
LESS = 'rule("MAIL_TIMEOUT", "WEB_TIMEOUT", check={check}, wanted="less than WEB_TIMEOUT")'


def mail(rules: str, before: str = "") -> str:
    return plugin(KEYS, validators=f"[{rules}]", before=before)


def less(check: str = "lambda mail, web: mail < web") -> str:
    return mail(LESS.format(check=check))


def test_rule_that_holds_is_no_problem(stranger) -> None:
    stranger(less())
    assert Settings(overrides={"MAIL_TIMEOUT": 59.9}).MAIL_TIMEOUT == 59.9


def test_rule_that_does_not_hold_cites_every_key_and_the_plugin(
    stranger, write, monkeypatch
) -> None:
    stranger(less())
    write("config.toml", "\n\nMAIL_TIMEOUT = 30\n")
    monkeypatch.setenv("INTEGR8S_WEB_TIMEOUT", "20")
    problem = only_problem()
    assert (problem.key, problem.section, problem.plugin) == ("MAIL_TIMEOUT", "Mail", "mail")
    assert problem.found == "30.0"
    assert problem.wanted == "a number of seconds greater than 0.5 and less than WEB_TIMEOUT"
    assert str(problem.origin) == "config.toml:3"
    assert [(key, str(origin)) for key, origin in problem.related] == [
        ("WEB_TIMEOUT", "environment variable INTEGR8S_WEB_TIMEOUT")
    ]
    assert problem.hint == (
        "WEB_TIMEOUT is 20 (environment variable INTEGR8S_WEB_TIMEOUT); "
        "a rule of plugin mail (mail-conf 1.0)"
    )


def test_rule_is_among_what_is_wanted_of_its_first_key(stranger) -> None:
    stranger(less())
    settings = Settings()
    assert settings.explain("MAIL_TIMEOUT").wanted == (
        "a number of seconds greater than 0.5 and less than WEB_TIMEOUT"
    )
    assert "MAIL_TIMEOUT" not in settings.explain("WEB_TIMEOUT").wanted


@pytest.mark.parametrize("returned", ["None", "True", "''", "[1]", "1"])
def test_what_means_that_a_rule_holds(stranger, returned: str) -> None:
    stranger(less(f"lambda mail, web: {returned}"))
    assert Settings().MAIL_TIMEOUT == 5.0


@pytest.mark.parametrize("returned", ["False", "0", "[]"])
def test_what_means_that_a_rule_does_not_hold(stranger, returned: str) -> None:
    stranger(less(f"lambda mail, web: {returned}"))
    assert only_problem().found == "5.0"


def test_text_that_a_rule_returns_is_shown(stranger) -> None:
    stranger(less("lambda mail, web: f'{mail} is no time'"))
    assert only_problem().found == "5.0: 5.0 is no time"


def test_secret_is_masked_in_a_rule_between_others(stranger) -> None:
    stranger(
        mail("""
            rule("MAIL_RETRIES", "MAIL_PASSWORD", check=lambda n, text: f"{text} and {text!r}",
                 wanted="more")
        """)
    )
    problem = only_problem(overrides={"MAIL_PASSWORD": "hunter2"})
    assert problem.found == "3: ******** and '********'"
    assert problem.hint.startswith("MAIL_PASSWORD is ******** (overrides); ")
    assert "hunter2" not in str(problem)


def test_secret_that_is_the_first_key_of_a_rule_is_masked(stranger) -> None:
    stranger(mail('rule("MAIL_PASSWORD", check=lambda text: len(text) > 20, wanted="longer")'))
    problem = only_problem(overrides={"MAIL_PASSWORD": "hunter2"})
    assert problem.found == "********"


def test_several_rules_are_all_judged(stranger) -> None:
    stranger(
        mail("""
            rule("MAIL_TIMEOUT", check=lambda time: time > 9, wanted="more than 9"),
            rule("MAIL_RETRIES", "MAIL_TIMEOUT", check=lambda n, time: False, wanted="another"),
        """)
    )
    assert [problem.key for problem in problems_of()] == ["MAIL_TIMEOUT", "MAIL_RETRIES"]


# Warnings.


def warned() -> list[str]:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        Settings()
    return [str(one.message) for one in caught if one.category is ConfigWarning]


def test_rule_that_only_advises_warns(stranger) -> None:
    stranger(
        mail("""
            rule("MAIL_TIMEOUT", "MAIL_RETRIES", check=lambda time, n: time * n < 10,
                 wanted="less than 10 seconds in all", severity="warning")
        """)
    )
    [text] = warned()
    assert text.startswith("MAIL_TIMEOUT (default of section Mail): 5.0; ")
    assert "wanted less than 10 seconds in all" in text
    assert "MAIL_RETRIES is 3 (default of section Mail)" in text
    assert "plugin mail (mail-conf 1.0)" in text


def test_advice_is_not_among_what_is_wanted(stranger) -> None:
    stranger(mail('rule("MAIL_RETRIES", check=bool, wanted="odd", severity="warning")'))
    assert Settings().explain("MAIL_RETRIES").wanted == "an integer at least 0"


# Rules that are skipped.


def test_rule_is_skipped_where_a_plugin_is_not_installed(stranger) -> None:
    stranger(mail("""
        rule("MAIL_TIMEOUT", "WEATHER_TIMEOUT", check=lambda mail, weather: False,
             wanted="less than WEATHER_TIMEOUT")
    """))  # fmt: skip
    explanation = Settings().explain("MAIL_TIMEOUT")
    assert explanation.skipped_rules == (
        "the rule 'less than WEATHER_TIMEOUT' of plugin mail (mail-conf 1.0): "
        "no loaded plugin declares WEATHER_TIMEOUT",
    )
    assert "skipped: the rule 'less than WEATHER_TIMEOUT'" in str(explanation)
    assert "WEATHER_TIMEOUT" not in explanation.wanted


def test_rule_that_is_skipped_is_shown_so_on_the_command_line(stranger, python) -> None:
    stranger(mail('rule("WEATHER_CITY", check=bool, wanted="a place")'))
    shown = python("""
        import contextlib, sys
        from integr8s_conf.cli import main
        with contextlib.redirect_stderr(sys.stdout):
            main(["show"], standalone_mode=False)
    """)
    assert (
        "skipped: the rule 'a place' of plugin mail (mail-conf 1.0): "
        "no loaded plugin declares WEATHER_CITY"
    ) in shown


def test_rule_of_any_plugin_is_judged_for_keys_of_any_other(stranger) -> None:
    stranger(plugin(validators="""[
        rule("REDIS_DB", "WEB_TIMEOUT", check=lambda db, time: False, wanted="another")
    ]"""))  # fmt: skip
    problem = only_problem()
    assert (problem.key, problem.section, problem.plugin) == ("REDIS_DB", "Redis", "mail")


def test_rule_of_an_unsound_key_is_skipped_and_no_other(stranger) -> None:
    stranger(
        mail("""
            rule("MAIL_TIMEOUT", "MAIL_RETRIES", check=lambda *_: False, wanted="one"),
            rule("MAIL_RETRIES", "MAIL_TIMEOUT", check=lambda *_: False, wanted="two"),
            rule("MAIL_TIMEOUT", "WEB_TIMEOUT", check=lambda *_: False, wanted="three"),
        """)
    )
    problems = problems_of(overrides={"MAIL_RETRIES": "many"})
    assert [(problem.key, problem.found) for problem in problems] == [
        ("MAIL_TIMEOUT", "5.0"),
        ("MAIL_RETRIES", '"many" (a string)'),
    ]


def test_rule_reads_computed_values(stranger) -> None:
    stranger(
        plugin(
            'MAIL_URL: str = setting(description="URL", computed=True)',
            computed='{"MAIL_URL": lambda s: f"smtp://{s[\'REDIS_HOST\']}"}',
            validators='[rule("MAIL_URL", check=lambda url: "redis" not in url, wanted="other")]',
        )
    )
    problem = only_problem()
    assert problem.found == '"smtp://redis"'
    assert str(problem.origin) == "computed by mail from REDIS_HOST"
