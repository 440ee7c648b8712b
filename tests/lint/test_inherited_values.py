"""A line of the base file that gives several workers a value of a key that wants one for each."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from ..conftest import Stranger, Write
    from .conftest import Found, Lint

GROUP = "KAFKA_CONSUMER_GROUP_ID"
RULE = "inherited-value"


@pytest.fixture(autouse=True)
def _workers(write: Write) -> None:
    """Write a base file, and two workers of which one leaves the group as it is."""
    write("config.toml", f'{GROUP} = "main"\n')
    write("config.one.toml", f'{GROUP} = "one"\n')
    write("config.two.toml", "REDIS_DB = 2\n")


def test_line_that_a_worker_inherits(found: Found, lint: Lint) -> None:
    said = '"main" for backend, which two inherits'
    assert found() == [(RULE, GROUP, "config.toml:1", said)]
    [one] = json.loads(lint("--format", "json").stdout)["diagnostics"]
    assert one["hint"] == f"set {GROUP} in config.two.toml"


def test_value_that_is_set_for_each_worker(found: Found, write: Write) -> None:
    write("config.two.toml", f'{GROUP} = "two"\n')
    assert found() == []


def test_default_that_no_file_sets_is_not_used(found: Found, write: Write) -> None:
    write("config.toml", "REDIS_DB = 1\n")
    assert found() == []


def test_environment_that_sets_one_for_all_is_its_own_affair(found: Found, write: Write) -> None:
    table = "[tool.integr8s-conf.environments]\na.variables = { INTEGR8S_%s = 'all' }\n"
    write("pyproject.toml", table % GROUP)
    assert found(rule=RULE) == []


def test_nobody_is_told_to_set_a_secret_in_a_file(
    lint: Lint, write: Write, stranger: Stranger
) -> None:
    stranger(
        """
        from integr8s_conf import Section, hookimpl, setting

        class Mail(Section):
            MAIL_PASSWORD: str = setting("dev-mail", "password", secret=True, distinct=True)

        @hookimpl
        def integr8s_sections():
            return [Mail]
        """
    )
    write("config.toml", f'{GROUP} = "main"\nMAIL_PASSWORD = "hunter2-hunter2"\n')
    done = lint("--format", "json").stdout
    hints = {
        one["hint"]
        for one in json.loads(done)["diagnostics"]
        if (one["rule"], one["key"]) == (RULE, "MAIL_PASSWORD")
    }
    assert hints == {"set another value for each worker"}
    assert "hunter2" not in done
