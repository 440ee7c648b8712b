"""A named environment has variables of its own, in place of those of the process."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ..command_line.commands import integr8s_conf
from .conftest import names, said

if TYPE_CHECKING:
    from ..conftest import Stranger, Write
    from .conftest import Check

PRODUCTION = """
[tool.integr8s-conf.environments.production]
variables = { INTEGR8S_ENVIRONMENT = "production" }
secrets = ["SECRET_KEY", "MONGO_USER", "MONGO_PASSWORD", "REDIS_PASSWORD"]
"""


def test_every_combination_is_checked_in_every_environment(
    small: None, write: Write, check: Check, full: str
) -> None:
    write("config.toml", full)
    write("config.test.toml", full)
    write("pyproject.toml", "[tool.integr8s-conf.environments]\na = {}\nb = {}\n")
    assert names(check()) == [
        "config.toml [a]",
        "config.toml + config.one.toml [a]",
        "config.toml + config.two.toml [a]",
        "config.toml [b]",
        "config.toml + config.one.toml [b]",
        "config.toml + config.two.toml [b]",
        "config.test.toml",
    ]


def test_variables_of_an_environment_take_the_place_of_the_processs(
    small: None, write: Write, check: Check
) -> None:
    write("pyproject.toml", '[tool.integr8s-conf.environments.a.variables]\nINTEGR8S_REDIS_DB="x"')
    report = check(INTEGR8S_REDIS_DB="y")
    assert [problem["found"] for problem in report["problems"]] == ['"x"']


def test_variables_come_before_the_env_file(small: None, write: Write, check: Check) -> None:
    write("a.env", "INTEGR8S_REDIS_DB=3\nINTEGR8S_REDIS_PORT=x\n")
    table = 'env-file = "a.env"\nvariables = { INTEGR8S_REDIS_DB = "y" }'
    write("pyproject.toml", f"[tool.integr8s-conf.environments.a]\n{table}\n")
    found = {problem["key"]: problem["found"] for problem in check()["problems"]}
    assert found == {"REDIS_DB": '"y"', "REDIS_PORT": '"x"'}


def test_dot_env_is_not_read_in_a_named_environment(
    small: None, write: Write, check: Check
) -> None:
    write(".env", "INTEGR8S_REDIS_DB=x")
    assert not check()["valid"]
    write("pyproject.toml", "[tool.integr8s-conf.environments.a]")
    assert check()["valid"]


def test_secrets_of_an_environment_have_values_there(
    small: None, write: Write, check: Check
) -> None:
    write("pyproject.toml", PRODUCTION)
    assert check()["valid"]
    write("pyproject.toml", PRODUCTION.replace('"SECRET_KEY", ', ""))
    [problem] = check()["problems"]
    assert (problem["key"], problem["found"]) == ("SECRET_KEY", "********, the development default")


def test_secret_of_an_environment_may_still_not_stand_in_a_file(
    small: None, write: Write, check: Check
) -> None:
    write("pyproject.toml", PRODUCTION)
    write("config.one.toml", 'REDIS_PASSWORD = "hunter2-hunter2"')
    [problem] = check()["problems"]
    assert (problem["key"], problem["origin"]["name"]) == ("REDIS_PASSWORD", "config.one.toml")


def test_required_secret_that_the_environment_has_is_no_problem(
    small: None, write: Write, check: Check, stranger: Stranger
) -> None:
    stranger("""
        from integr8s_conf import Section, hookimpl, setting

        class Mail(Section):
            MAIL_PASSWORD: str = setting(description="Its password", secret=True)

        @hookimpl
        def integr8s_sections():
            return [Mail]
    """)
    assert [problem["key"] for problem in check()["problems"]] == ["MAIL_PASSWORD"]
    write("pyproject.toml", '[tool.integr8s-conf.environments.a]\nsecrets = ["MAIL_PASSWORD"]')
    assert check()["valid"]


def test_bad_declaration_of_such_a_secret_is_still_a_problem(
    small: None, write: Write, check: Check, stranger: Stranger
) -> None:
    stranger("""
        from integr8s_conf import Section, hookimpl, setting

        class Mail(Section):
            MAIL_PASSWORD: str = setting(25, "Its password", secret=True)

        @hookimpl
        def integr8s_sections():
            return [Mail]
    """)
    write("pyproject.toml", '[tool.integr8s-conf.environments.a]\nsecrets = ["MAIL_PASSWORD"]')
    assert "mail" in [problem["plugin"] for problem in check()["problems"]]


def test_allowlist_of_an_environment_is_that_of_its_processes(
    small: None, write: Write, check: Check
) -> None:
    table = 'variables = { INTEGR8S_CONF_PLUGINS = "core" }'
    write("pyproject.toml", f"[tool.integr8s-conf.environments.a]\n{table}")
    keys = [problem["key"] for problem in check()["problems"]]
    assert keys == ["REDIS_DB", "REDIS_DB"]


def test_line_of_an_env_file_that_sets_nothing_is_a_problem(
    small: None, write: Write, check: Check
) -> None:
    write("a.env", "# fine\nNAME=value\nBARE\n")
    write("pyproject.toml", '[tool.integr8s-conf.environments.a]\nenv-file = "a.env"\n')
    report = check()
    [(_, place, found, _)] = said(report)
    assert (place, found) == ("pyproject.toml:2", "a.env: line 3, which sets no variable")
    assert len(names(report)) == 3


def test_env_file_option_takes_the_place_of_process_and_named_environments(
    small: None, write: Write, check: Check
) -> None:
    write("pyproject.toml", "[tool.integr8s-conf.environments.a]\n")
    write(".env", "INTEGR8S_REDIS_DB=1")
    write("b.env", "INTEGR8S_REDIS_DB=x\n")
    report = check("--env-file", "b.env", INTEGR8S_REDIS_PORT="y")
    assert [problem["found"] for problem in report["problems"]] == ['"x"']
    assert names(report)[0] == "config.toml"


def test_env_file_option_steers_as_variables_do(small: None, write: Write, check: Check) -> None:
    write("b.env", "INTEGR8S_CONF_FILE=config.two.toml\n")
    assert names(check("--env-file", "b.env")) == ["config.two.toml"]
    report = check("--env-file", "b.env", "--config", "config.one.toml")
    assert names(report) == ["config.one.toml"]


@pytest.mark.parametrize(
    ("text", "said"),
    [(None, "b.env: there is no such file"), ("A", "b.env: line 1, which sets no variable")],
)
def test_env_file_that_cannot_be_used_is_bad_usage(
    text: str | None, said: str, small: None, write: Write
) -> None:
    if text:
        write("b.env", text)
    done = integr8s_conf("check", "--env-file", "b.env")
    assert (done.code, done.out) == (2, "")
    assert f"Invalid value for --env-file: {said}" in done.err


def test_assumed_environment_is_that_of_every_combination(
    small: None, write: Write, check: Check
) -> None:
    report = check("--assume-env", "production", INTEGR8S_ENVIRONMENT="test")
    assert [one["valid"] for one in report["combinations"]] == [False] * 3
    assert {problem["found"] for problem in report["problems"]} == {
        "********, the development default"
    }
    write("pyproject.toml", PRODUCTION)
    assert check("--assume-env", "production")["valid"]


def test_env_file_is_not_read_in_assumed_production(
    small: None, write: Write, check: Check
) -> None:
    write(".env", "SECRET_KEY=a-signing-key-that-nobody-else-has-1")
    keys = [problem["key"] for problem in check("--assume-env", "production")["problems"]]
    assert keys == ["SECRET_KEY", "MONGO_USER", "MONGO_PASSWORD", "REDIS_PASSWORD"]


def test_assumed_environment_wants_a_key_that_names_it(small: None) -> None:
    words = ("check", "--assume-env", "production")
    done = integr8s_conf(*words, INTEGR8S_CONF_PLUGINS="redis")
    assert (done.code, done.out) == (2, "")
    assert "no loaded plugin declares ENVIRONMENT" in done.err


def test_assumed_environment_does_not_hide_a_broken_plugin(
    small: None, check: Check, stranger: Stranger
) -> None:
    stranger("import nowhere_at_all")
    report = check("--assume-env", "production", INTEGR8S_CONF_PLUGINS="redis,mail")
    assert "nowhere_at_all" in report["problems"][0]["found"]
