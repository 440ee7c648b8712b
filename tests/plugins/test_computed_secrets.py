"""A value computed from a secret is a secret, declared so or not."""

from __future__ import annotations

import pytest

from integr8s_conf import Secret, Settings

from .refusals import only_problem, problems_of
from .sources import plugin

CANARY = "hunter2-canary"
KEYS = """
    MAIL_HOST: str = setting("localhost", "Host")
    MAIL_PASSWORD: str = setting("hunter2-canary", "Password", secret=True)
    MAIL_URL: str = setting(description="URL", computed=True)
    MAIL_PLAIN: str = setting(description="Of no secret", computed=True)
"""
FUNCTIONS = """{
    "MAIL_URL": lambda s: f"smtp:{s['MAIL_PASSWORD']}",
    "MAIL_PLAIN": lambda s: f"smtp:{s['MAIL_HOST']}",
}"""


@pytest.fixture
def mail(stranger) -> None:
    stranger(plugin(KEYS, computed=FUNCTIONS))


def test_value_is_a_secret_that_reads_as_its_text(mail) -> None:
    url = Settings().MAIL_URL
    assert isinstance(url, Secret)
    assert url == "smtp:hunter2-canary"
    assert CANARY not in repr(url)


def test_value_of_no_secret_is_none(mail) -> None:
    assert not isinstance(Settings().MAIL_PLAIN, Secret)


def test_value_is_masked_in_a_dict_unless_asked_for(mail) -> None:
    settings = Settings()
    assert settings.as_dict()["MAIL_URL"] == "********"
    assert settings.as_dict()["MAIL_PLAIN"] == "smtp:localhost"
    assert settings.as_dict(reveal=True)["MAIL_URL"] == "smtp:hunter2-canary"


def test_value_is_masked_in_the_section(mail) -> None:
    settings = Settings()
    from mail_conf.mail import Mail

    assert CANARY not in repr(settings.section(Mail))


def test_value_is_masked_in_its_explanation(mail) -> None:
    explanation = Settings().explain("MAIL_URL")
    assert explanation.secret
    assert explanation.value == "********"
    assert CANARY not in str(explanation)


def test_value_is_masked_on_the_command_lines(mail, python) -> None:
    shown = python("""
        import contextlib, sys
        from dynaconf.cli import main as dynaconf
        from integr8s_conf.cli import main

        for command, words in [
            (main, ["show"]),
            (main, ["show", "--format", "json"]),
            (dynaconf, ["-i", "integr8s_conf.settings", "list"]),
            (dynaconf, ["-i", "integr8s_conf.settings", "list", "--json"]),
            (dynaconf, ["-i", "integr8s_conf.settings", "list", "-k", "MAIL_URL"]),
            (dynaconf, ["-i", "integr8s_conf.settings", "inspect", "-k", "MAIL_URL"]),
        ]:
            command(words, standalone_mode=False)
    """)
    assert shown.count("MAIL_URL") >= 6
    assert CANARY not in shown


def test_value_is_masked_in_a_rule(mail, stranger) -> None:
    stranger(
        plugin(validators='[rule("MAIL_URL", check=lambda url: f"{url} is bad", wanted="good")]'),
        "rules",
        "acme-rules",
    )
    problem = only_problem()
    assert problem.found == "********: ******** is bad"


def test_flag_that_was_computed_from_a_secret_is_masked_in_a_rule(stranger) -> None:
    stranger(
        plugin(
            f'{KEYS}    MAIL_WEAK: bool = setting(description="w", computed=True)',
            computed=f'{FUNCTIONS} | {{"MAIL_WEAK": lambda s: len(s["MAIL_PASSWORD"]) < 20}}',
            validators='[rule("MAIL_WEAK", check=lambda weak: not weak, wanted="false")]',
        )
    )
    assert only_problem().found == "********"


def test_value_is_masked_in_a_validator(mail, stranger) -> None:
    stranger(plugin(validators='[Validator("MAIL_URL", eq="good")]'), "rules", "acme-rules")
    problem = only_problem()
    assert problem.wanted == "MAIL_URL must eq good but it is ********"


def test_secrecy_goes_on_to_what_is_computed_from_it(stranger) -> None:
    stranger(
        plugin(
            f'{KEYS}    MAIL_LIST: list[str] = setting(description="l", computed=True)\n'
            '    MAIL_TABLE: dict[str, list[str]] = setting(description="t", computed=True)\n',
            computed=f'{FUNCTIONS} | {{"MAIL_LIST": lambda s: [s["MAIL_URL"].upper()],'
            ' "MAIL_TABLE": lambda s: {"urls": s["MAIL_LIST"]}}',
        )
    )
    settings = Settings()
    assert settings.MAIL_TABLE == {"urls": ["SMTP:HUNTER2-CANARY"]}
    assert repr(settings.MAIL_TABLE) == "{'urls': ['********']}"
    assert settings.as_dict()["MAIL_LIST"] == "********"
    assert settings.as_dict()["MAIL_TABLE"] == "********"


def test_number_that_was_computed_from_a_secret_is_masked(stranger) -> None:
    keys = f'{KEYS}    MAIL_PIN: int = setting(description="PIN", computed=True)\n'
    functions = f'{FUNCTIONS} | {{"MAIL_PIN": lambda s: 700000 + len(s["MAIL_PASSWORD"])}}'
    stranger(plugin(keys, computed=functions))
    settings = Settings()
    assert settings.MAIL_PIN == 700014
    assert settings.as_dict()["MAIL_PIN"] == "********"
    assert "700014" not in str(settings.explain("MAIL_PIN"))


def test_number_that_was_computed_from_a_secret_is_masked_in_the_section(stranger) -> None:
    keys = f'{KEYS}    MAIL_PIN: int = setting(description="PIN", computed=True)\n'
    functions = f'{FUNCTIONS} | {{"MAIL_PIN": lambda s: 700000 + len(s["MAIL_PASSWORD"])}}'
    stranger(plugin(keys, computed=functions))
    settings = Settings()
    from mail_conf.mail import Mail

    assert "700014" not in repr(settings.section(Mail))


def test_secret_that_was_read_and_not_used_makes_a_secret_all_the_same(stranger) -> None:
    stranger(
        plugin(
            KEYS,
            computed="""{
                "MAIL_URL": lambda s: "smtp:" if s["MAIL_PASSWORD"] else "none",
                "MAIL_PLAIN": lambda s: "",
            }""",
        )
    )
    assert isinstance(Settings().MAIL_URL, Secret)


def test_explicit_value_of_such_a_key_is_what_it_is_declared(mail) -> None:
    settings = Settings(overrides={"MAIL_URL": "smtp:relay"})
    assert not isinstance(settings.MAIL_URL, Secret)
    assert settings.as_dict()["MAIL_URL"] == "smtp:relay"


def test_error_of_a_function_is_searched_for_secrets(stranger) -> None:
    stranger(
        plugin(
            KEYS,
            computed="""{
                "MAIL_URL": lambda s: int(s["MAIL_PASSWORD"]),
                "MAIL_PLAIN": lambda s: "",
            }""",
        )
    )
    problem = only_problem()
    assert "invalid literal for int()" in problem.found
    assert CANARY not in str(problem)


def test_value_of_another_type_is_not_shown_where_a_secret_was_read(stranger) -> None:
    stranger(
        plugin(
            KEYS,
            computed="""{
                "MAIL_URL": lambda s: 700000 + len(s["MAIL_PASSWORD"]),
                "MAIL_PLAIN": lambda s: "",
            }""",
        )
    )
    assert only_problem().found == "its function returned an integer"


def test_computed_key_may_be_declared_secret(stranger) -> None:
    keys = 'MAIL_TOKEN: str = setting(description="T", computed=True, secret=True)'
    stranger(plugin(keys, computed='{"MAIL_TOKEN": lambda s: "canary-" + s["REDIS_HOST"]}'))
    settings = Settings()
    assert settings.MAIL_TOKEN == "canary-redis"
    assert "canary" not in f"{settings.explain('MAIL_TOKEN')} {settings.as_dict()}"


def test_error_of_an_import_is_searched_for_secrets_of_others(mail, stranger) -> None:
    stranger(f"raise ValueError('cannot log in with {CANARY}')", "other", "acme-other")
    [problem] = problems_of()
    assert "cannot log in with ********" in problem.found
