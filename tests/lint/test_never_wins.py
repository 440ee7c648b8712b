"""A value that never wins is found, whatever this process has set."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .conftest import ENVIRONMENTS

if TYPE_CHECKING:
    from ..conftest import Write
    from .conftest import Found

pytestmark = pytest.mark.usefixtures("mail")


@pytest.mark.usefixtures("environments")
def test_line_that_every_environment_sets_anew(write: Write, found: Found) -> None:
    write("config.toml", "MAIL_HOST = 'x'\nMAIL_PORT = 1")
    write("config.worker.toml", "MAIL_HOST = 'y'\nMAIL_PORT = 2")
    winners = (
        "environment variable INTEGR8S_MAIL_PORT of production and"
        " environment variable INTEGR8S_MAIL_PORT of staging win over it"
    )
    assert found() == [
        ("never-wins", "MAIL_PORT", "config.toml:2", winners),
        ("never-wins", "MAIL_PORT", "config.worker.toml:2", winners),
    ]


@pytest.mark.usefixtures("environments")
def test_secret_in_a_file_that_every_environment_has_its_own_of(write: Write, found: Found) -> None:
    write("config.toml", "MAIL_TOKEN = 'swordfish'")
    [(_, key, place, said)] = found(rule="never-wins")
    assert (key, place) == ("MAIL_TOKEN", "config.toml:1")
    assert said.startswith("pyproject.toml:5 and pyproject.toml:9 win")


def test_line_of_an_env_file_that_variables_set_anew(write: Write, found: Found) -> None:
    write("pyproject.toml", ENVIRONMENTS.format(variables='INTEGR8S_MAIL_PORT = "26"'))
    write("config.toml", "")
    write("production.env", "INTEGR8S_MAIL_PORT=28\nINTEGR8S_MAIL_HOST=b\n")
    said = "pyproject.toml:4 wins over it"
    assert found() == [("never-wins", "MAIL_PORT", "production.env:1", said)]


def test_line_of_an_env_file_that_a_later_one_sets_anew(write: Write, found: Found) -> None:
    write("config.toml", "")
    write(".env", "INTEGR8S_MAIL_PORT=28\n\nINTEGR8S_MAIL_PORT=29\nINTEGR8S_MAIL_HOST=b\n")
    assert found() == [("never-wins", "MAIL_PORT", ".env:1", ".env:3 wins over it")]


def test_name_without_a_value_sets_nothing(write: Write, found: Found) -> None:
    write("config.toml", "")
    write(".env", "INTEGR8S_MAIL_PORT\nINTEGR8S_MAIL_PORT=29\n")
    assert found() == []


def test_base_line_that_all_overrides_set_anew_wins_where_the_base_runs_alone(
    write: Write, found: Found
) -> None:
    write("config.toml", "MAIL_PORT = 26")
    write("config.a.toml", "MAIL_PORT = 27")
    write("config.b.toml", "MAIL_PORT = 28")
    assert found() == []
