"""Each rule: what it finds, at which line, and what it leaves alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from ..conftest import Write
    from .conftest import Drift, Found

pytestmark = pytest.mark.usefixtures("mail")

SERVICE = """
services:
  app:
    image: acme/app
    volumes: [./config.toml:/app/config.toml]
    environment:
      MAIL_TOKEN: ${MAIL_TOKEN:-}
"""
"""A service with nothing to find; what is written below it is one more variable, at line 8."""


def _compose(write: Write, *variables: str) -> None:
    write("compose.yml", SERVICE + "".join(f"      {one}\n" for one in variables))


@pytest.mark.parametrize(
    ("variable", "rule", "key"),
    [
        ("INTEGR8S_MAIL_HSOT: smtp", "misspelt-variable", "MAIL_HOST"),
        ("INTEGR8_MAIL_HOST: smtp", "misspelt-variable", "MAIL_HOST"),
        ("integr8s_MAIL_HOST: smtp", "misspelt-variable", "MAIL_HOST"),
        ("MAIL_PASWORD: ${X}", "misspelt-variable", "MAIL_PASSWORD"),
        ("INTEGR8S_CONF_OVERIDE: config.sender.toml", "misspelt-variable", None),
        ("MAIL_HOST: other", "unread-variable", "MAIL_HOST"),
        ("MAIL_HOST_FILE: /run/x", "unread-variable", "MAIL_HOST"),
        ("INTEGR8S_MAIL_TOKEN_FILE: /run/x", "unread-variable", "MAIL_TOKEN"),
        ("INTEGR8S_COLOUR: red", "unread-variable", None),
        ("DYNACONF_MAIL_PORT: 2", "unread-variable", None),
        ("ENV_FOR_DYNACONF: production", "unread-variable", None),
        ("TZ: Europe/Berlin", "foreign-variable", "TZ"),
        ("INTEGR8S_MAIL_HOST: smtp", "repeated-default", "MAIL_HOST"),
        ("INTEGR8S_MAIL_HOST: ${H:-smtp}", "repeated-default", "MAIL_HOST"),
        ("INTEGR8S_MAIL_PORT: ${PORT:-2525}", "differing-default", "MAIL_PORT"),
        ("MAIL_PASSWORD: hunter2", "plain-secret", "MAIL_PASSWORD"),
        ("INTEGR8S_MAIL_PASSWORD: ${P:-hunter2}", "plain-secret", "MAIL_PASSWORD"),
    ],
)
def test_a_variable_is_found_at_its_line(
    write: Write, found: Found, variable: str, rule: str, key: str | None
) -> None:
    _compose(write, variable)
    assert found() == [(rule, key, "compose.yml:8")]


@pytest.mark.parametrize(
    "variable",
    [
        "INTEGR8S_MAIL_PORT: 2525",
        "INTEGR8S_MAIL_PORT: ${PORT:-26}",
        "INTEGR8S_MAIL_PORT_NUMBER: 2525",
        "INTEGR8S_MAIL_PORT: ${PORT}",
        "MAIL_PASSWORD: ''",
        "MAIL_PASSWORD: ${MAIL_PASSWORD:-}",
        "MAIL_PASSWORD_FILE: /run/secrets/x",
        "TZ: UTC",
        "INTEGR8S_CONF_DIR: /app",
        "INTEGR8S_CONF_PLUGIN_TIMEOUT: 3",
        "MAILER_DSN: smtp://x",
        "MAIL_PASSWORDED: x",
        "DATABASE_PASSWORD: x",
        "DEBUG: true",
    ],
)
def test_a_variable_is_left_alone(write: Write, found: Found, variable: str) -> None:
    _compose(write, variable)
    assert found() == []


def test_another_program_may_have_the_value_of_our_key(write: Write, found: Found) -> None:
    _compose(write, "INTEGR8S_TZ: ${ZONE}", "TZ: ${ZONE}")
    assert found() == []
    _compose(write, "INTEGR8S_TZ: ${ZONE}", "TZ: Asia/Tokyo")
    assert found() == [("foreign-variable", "TZ", "compose.yml:9")]


def test_a_workload_of_the_same_image_is_looked_at(write: Write, found: Found) -> None:
    other = "  other: {image: %s, environment: {MAIL_HOST: x, MAIL_TOKEN: '${T}'}}\n"
    write("compose.yml", SERVICE + other % "acme/app")
    assert found() == [("unread-variable", "MAIL_HOST", "compose.yml:8")]
    write("compose.yml", SERVICE.replace("acme/app", "python:3") + other % "python:3")
    assert found() == []


def test_no_value_of_a_secret_is_shown(write: Write, drift: Drift) -> None:
    _compose(write, "MAIL_PASSWORD: hunter2")
    for form in ("text", "json", "sarif", "github"):
        done = drift("--format", form)
        assert "MAIL_PASSWORD" in done.stdout
        assert "hunter2" not in done.output


def test_another_programs_variables_are_left_alone(write: Write, found: Found) -> None:
    write(
        "compose.yml",
        "services: {db: {image: x, environment: {MAIL_HOST: a, MAIL_PASSWORD: b, MAIL_TOKN: c}}}\n",
    )
    assert found() == []
    assert ("plain-secret", "MAIL_PASSWORD", "compose.yml:1") in found("--workload", "db")


@pytest.mark.parametrize(
    "given",
    [
        "environment: [MAIL_TOKEN]",
        "environment: {MAIL_TOKEN_FILE: /x}",
        "environment: {INTEGR8S_MAIL_TOKEN: '${T}'}",
        "env_file: secret.env",
        "env_file: not-here.env",
        "secrets: [MAIL_TOKEN]",
        "secrets: [{source: token, target: MAIL_TOKEN}]",
        "volumes: ['./config.toml:/app/config.toml', 'tokens:/run/secrets']",
    ],
)
def test_a_required_secret_may_be_passed_in_many_ways(
    write: Write, found: Found, given: str
) -> None:
    write("secret.env", "MAIL_TOKEN=x\n")
    volumes = "" if "volumes" in given else "volumes: ['./config.toml:/app/config.toml'], "
    write("compose.yml", f"services: {{app: {{image: acme/app, {volumes}{given}}}}}\n")
    assert found() == []


def test_a_required_secret_that_nothing_passes(write: Write, found: Found) -> None:
    write("compose.yml", SERVICE.replace("MAIL_TOKEN: ${MAIL_TOKEN:-}", "MAIL_TOKEN: ''"))
    assert found() == [("secret-not-passed", "MAIL_TOKEN", "compose.yml:3")]


def test_production_needs_the_secrets_that_have_a_default(write: Write, found: Found) -> None:
    _compose(write)
    assert found() == []
    _compose(write, "INTEGR8S_ENVIRONMENT: production")
    assert found() == [("secret-not-passed", "MAIL_PASSWORD", "compose.yml:3")]


def test_a_development_default_is_an_error_in_production_alone(write: Write, drift: Drift) -> None:
    _compose(write, "MAIL_PASSWORD: dev-mail")
    assert "warning: plain-secret" in drift().stdout
    _compose(write, "MAIL_PASSWORD: dev-mail", "INTEGR8S_ENVIRONMENT: prod")
    assert "error: plain-secret" in drift().stdout


def test_what_a_baseline_accepts_is_left_out(write: Write, drift: Drift, found: Found) -> None:
    _compose(write, "MAIL_HOST: other")
    assert drift("--baseline", "drift.toml", "--write-baseline").exit_code == 0
    _compose(write, "MAIL_HOST: other", "INTEGR8S_COLOUR: red")
    assert found("--baseline", "drift.toml") == [("unread-variable", None, "compose.yml:9")]
