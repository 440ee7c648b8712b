"""Plugins change defaults of others' keys; every file and variable still says more."""

from __future__ import annotations

import pytest

from integr8s_conf import Settings

from .refusals import only_problem, problems_of
from .sources import plugin


def test_changed_default_holds_where_nothing_sets_the_key(stranger) -> None:
    stranger(plugin(defaults='{"SERVICE_NAME": "mailer"}'))
    settings = Settings()
    assert settings.SERVICE_NAME == "mailer"
    [layer] = settings.explain("SERVICE_NAME").layers
    assert str(layer) == '"mailer"   default of plugin mail (mail-conf 1.0)'


def test_base_file_says_more_than_a_changed_default(stranger, write) -> None:
    stranger(plugin(defaults='{"SERVICE_NAME": "mailer"}'))
    write("config.toml", 'SERVICE_NAME = "api"\n')
    settings = Settings()
    assert settings.SERVICE_NAME == "api"
    assert [layer.value for layer in settings.explain("SERVICE_NAME").layers] == [
        '"api"',
        '"mailer"',
    ]


def test_variable_says_more_than_a_changed_default(stranger, monkeypatch) -> None:
    stranger(plugin(defaults='{"SERVICE_NAME": "mailer"}'))
    monkeypatch.setenv("INTEGR8S_SERVICE_NAME", "api")
    assert Settings().SERVICE_NAME == "api"


def test_changed_default_has_the_declared_type(stranger) -> None:
    stranger(plugin("MAIL_TIMEOUT: float = setting(5.0, 'Timeout')"), name="mail")
    stranger(
        plugin(defaults='{"MAIL_TIMEOUT": 7, "CORS_ORIGINS": ["https://a"]}'),
        name="tuning",
        distribution="acme-tuning",
    )
    settings = Settings()
    assert type(settings.MAIL_TIMEOUT) is float
    with pytest.raises(TypeError, match="copy"):
        settings.CORS_ORIGINS.append("https://b")


def test_callable_default_is_called_for_each_instance(stranger) -> None:
    stranger(
        plugin(
            "MAIL_ROUTES: dict[str, int] = setting(dict, 'Routes')",
            before="calls = []",
            defaults='{"MAIL_ROUTES": lambda: {"call": calls.append(1) or len(calls)}}',
        )
    )
    assert Settings().MAIL_ROUTES == {"call": 1}
    assert Settings().MAIL_ROUTES == {"call": 2}


def test_two_plugins_with_different_defaults_are_both_named(stranger) -> None:
    stranger(plugin(defaults='{"REDIS_DB": 1}'), name="mail", distribution="acme-mail")
    stranger(plugin(defaults='{"REDIS_DB": 2}'), name="fax", distribution="acme-fax")
    problem = only_problem()
    assert (problem.key, problem.section) == ("REDIS_DB", "Redis")
    assert problem.found == "plugin fax (acme-fax 1.0) says 2, plugin mail (acme-mail 1.0) says 1"
    assert problem.wanted == "one default"


def test_two_plugins_with_different_defaults_of_a_secret_do_not_show_them(stranger) -> None:
    for name in ("mail", "fax"):
        stranger(plugin(defaults=f'{{"REDIS_PASSWORD": "{name}-secret"}}'), name, f"acme-{name}")
    assert only_problem().found == (
        "plugin fax (acme-fax 1.0) says ********, plugin mail (acme-mail 1.0) says ********"
    )


def test_two_plugins_with_different_functions_are_a_problem_without_addresses(stranger) -> None:
    for name in ("mail", "fax"):
        stranger(plugin(defaults='{"CORS_ORIGINS": list}'.replace("list", name), before=f"""
            def {name}():
                return []
        """), name, f"acme-{name}")  # fmt: skip
    assert only_problem().found == (
        "plugin fax (acme-fax 1.0) says the function fax, "
        "plugin mail (acme-mail 1.0) says the function mail"
    )


def test_two_defaults_that_cannot_be_compared_are_different(stranger) -> None:
    stranger(
        plugin(
            "MAIL_ROUTE: Route = setting('a', 'Route', cast=Route)",
            before="""
                class Route(str):
                    __hash__ = None

                    def __eq__(self, other):
                        raise ValueError("ambiguous")
            """,
        )
    )
    stranger(plugin(defaults='{"MAIL_ROUTE": "a"}'), name="one", distribution="acme-one")
    stranger(plugin(defaults='{"MAIL_ROUTE": "b"}'), name="two", distribution="acme-two")
    assert only_problem().wanted == "one default"


@pytest.mark.parametrize("other", ["60", "60.0"])
def test_two_plugins_with_equal_defaults_are_fine(stranger, other: str) -> None:
    stranger(plugin("MAIL_TIMEOUT: float = setting(5.0, 'Timeout')"), name="mail")
    stranger(plugin(defaults='{"MAIL_TIMEOUT": 60}'), name="one", distribution="acme-one")
    stranger(plugin(defaults=f'{{"MAIL_TIMEOUT": {other}}}'), name="two", distribution="acme-two")
    assert Settings().MAIL_TIMEOUT == 60.0


def test_default_for_a_key_that_nobody_declares_is_skipped_and_shown(stranger, python) -> None:
    stranger(plugin(defaults='{"WEATHER_CITY": "Oslo", "SERVICE_NAME": "mailer"}'))
    assert Settings().SERVICE_NAME == "mailer"
    shown = python("""
        import contextlib, sys
        from integr8s_conf.cli import main
        with contextlib.redirect_stderr(sys.stdout):
            main(["show"], standalone_mode=False)
    """)
    assert (
        "skipped: a default for WEATHER_CITY of plugin mail (mail-conf 1.0): "
        "no loaded plugin declares WEATHER_CITY"
    ) in shown


def test_default_for_a_computed_key_is_refused(stranger) -> None:
    stranger(
        plugin(
            'MAIL_URL: str = setting(description="URL", computed=True)',
            computed='{"MAIL_URL": lambda s: "smtp://"}',
        )
    )
    stranger(plugin(defaults='{"MAIL_URL": "a"}'), name="other", distribution="acme-other")
    problem = only_problem()
    assert (problem.key, problem.plugin) == ("MAIL_URL", "other")
    assert problem.found == "a default of plugin other (acme-other 1.0) for a computed key"


# Defaults that break the rules of their key: refused at every load, whatever the files say.


@pytest.mark.parametrize("default", ['"many"', "-1", "True", "None"])
def test_changed_default_that_breaks_the_rules_is_refused(stranger, write, default: str) -> None:
    stranger(plugin(defaults=f'{{"REDIS_DB": {default}}}'))
    write("config.toml", "REDIS_DB = 1\n")
    problem = only_problem()
    assert (problem.key, problem.plugin) == ("REDIS_DB", "mail")
    assert problem.found.endswith(", a default of plugin mail (mail-conf 1.0)")
    assert problem.wanted == "an integer at least 0"


def test_changed_default_of_a_secret_that_breaks_the_rules_is_not_shown(stranger) -> None:
    stranger(
        plugin(
            "MAIL_KEY: str = setting('x' * 32, 'Key', secret=True, check=long)",
            before="""
                def long(text):
                    return None if len(text) >= 32 else f"a longer text than {text}"
            """,
        )
    )
    stranger(plugin(defaults='{"MAIL_KEY": "correct-horse"}'), "other", "acme-other")
    problem = only_problem()
    assert "correct-horse" not in str(problem)
    assert problem.wanted == "a longer text than ********"


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        ("MAIL_PORT: int = setting(0, 'Port', ge=1)", "the default 0"),
        ("MAIL_PORT: int = setting('25', 'Port')", 'the default "25"'),
        ("MAIL_PORT: int = setting(None, 'Port')", "the default none"),
        ("MAIL_PORT: str = setting('ab', 'Port', pattern='[0-9]+')", 'the default "ab"'),
    ],
)
def test_own_default_that_breaks_the_rules_is_refused(stranger, write, keys, found) -> None:
    stranger(plugin(keys))
    problem = only_problem()
    assert (problem.key, problem.section, problem.plugin) == ("MAIL_PORT", "Mail", "mail")
    assert problem.found == f"{found}, which breaks its own rule"
    assert "mail_conf.mail.Mail of plugin mail (mail-conf 1.0)" in problem.hint


def test_own_default_of_a_secret_that_breaks_the_rules_is_not_shown(stranger) -> None:
    stranger(plugin("MAIL_KEY: str = setting('correct', 'Key', secret=True, min_length=32)"))
    problem = only_problem()
    assert problem.found == "the default ********, which breaks its own rule"
    assert "correct" not in str(problem)


def test_check_that_quotes_a_default_of_a_secret_is_masked(stranger) -> None:
    stranger(
        plugin(
            "MAIL_KEY: str = setting('correct-horse', 'Key', secret=True, check=long)",
            before="""
                def long(text):
                    return f"a longer text than {text}"
            """,
        )
    )
    problem = only_problem()
    assert problem.hint.startswith("give a longer text than ********, in ")
    assert "correct-horse" not in str(problem)


def test_check_of_a_default_that_quotes_a_secret_of_others_is_masked(stranger) -> None:
    stranger(
        plugin(
            "MAIL_NAME: str = setting('x', 'Name', check=lambda text: 'not redispassword')",
        )
    )
    problem = only_problem()
    assert problem.hint.startswith("give not ********, in ")


def test_function_whose_default_breaks_the_rules_is_refused_with_its_plugin(stranger) -> None:
    stranger(plugin("MAIL_PORT: int = setting(lambda: 0, 'Port', ge=1)"))
    problem = only_problem()
    assert (problem.key, problem.plugin) == ("MAIL_PORT", "mail")


def test_every_bad_default_is_reported(stranger) -> None:
    stranger(plugin(defaults='{"REDIS_DB": -1, "REDIS_PORT": 0, "WEB_TIMEOUT": "long"}'))
    assert [problem.key for problem in problems_of()] == ["REDIS_PORT", "REDIS_DB", "WEB_TIMEOUT"]
