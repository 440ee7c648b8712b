"""Variables that repeat what holds without them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from ..conftest import Write
    from .conftest import Found, Lint

pytestmark = pytest.mark.usefixtures("mail")


@pytest.mark.parametrize(
    "line",
    [
        "INTEGR8S_MAIL_PORT=25",
        "INTEGR8S_MAIL_COPIES=[]",
        "MAIL_TOKEN=dev-token",
        "INTEGR8S_MAIL_ADDRESS=localhost:25",
    ],
)
def test_env_file_that_repeats_a_default(line: str, write: Write, found: Found) -> None:
    write("config.toml", "")
    write("config.worker.toml", "MAIL_TIMEOUT = 6")
    write(".env", line)
    [(rule, _, place, _)] = found()
    assert (rule, place) == ("repeated-default", ".env:1")


def test_env_file_that_repeats_a_file(write: Write, found: Found) -> None:
    write("config.toml", "MAIL_PORT = 26")
    write(".env", "INTEGR8S_MAIL_PORT=26")
    assert found() == [("redundant-override", "MAIL_PORT", ".env:1", "26, as config.toml:1 has it")]


@pytest.mark.parametrize(
    ("override", "line"),
    [
        ("", "INTEGR8S_MAIL_PORT=26"),
        ("MAIL_PORT = 27", "INTEGR8S_MAIL_PORT=25"),
        ("MAIL_HOST = 'b'", "INTEGR8S_MAIL_ADDRESS=localhost:25"),
        ("", "MAIL_PORT=25"),
    ],
)
def test_env_file_that_changes_something_somewhere(
    override: str, line: str, write: Write, found: Found
) -> None:
    write("config.toml", "")
    write("config.worker.toml", override)
    write(".env", line)
    assert found() == []


@pytest.mark.usefixtures("environments")
def test_env_file_is_that_of_who_has_no_environment(write: Write, found: Found) -> None:
    write("config.toml", "")
    write(".env", "INTEGR8S_MAIL_TIMEOUT=5")
    assert [one[:3] for one in found()] == [("repeated-default", "MAIL_TIMEOUT", ".env:1")]


def test_compose_default_that_repeats_a_default(write: Write, found: Found) -> None:
    write("config.toml", "MAIL_HOST = 'b'")
    write(
        "compose.yaml",
        """\
        services:
          backend:
            image: backend
            environment: &same
              INTEGR8S_MAIL_PORT: ${PORT:-25}
              INTEGR8S_MAIL_TIMEOUT: ${TIMEOUT:-6}
              INTEGR8S_MAIL_HOST: ${HOST:-localhost}
              INTEGR8S_MAIL_SENDER: ${SENDER}
              MAIL_TOKEN: ${MAIL_TOKEN:-dev-token}
              OTHER: ${OTHER:-25}
          worker:
            image: backend
            environment: *same
        """,
    )
    assert [one[:3] for one in found()] == [
        ("repeated-default", "MAIL_PORT", "compose.yaml:5"),
        ("repeated-default", "MAIL_TOKEN", "compose.yaml:9"),
    ]


def test_base_file_may_state_a_default(write: Write, lint: Lint) -> None:
    write("config.toml", "MAIL_PORT = 25")
    done = lint()
    assert (done.exit_code, done.stdout) == (0, "lint: no finding; 1 file, 94 keys\n")
