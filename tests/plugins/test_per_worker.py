"""A key that is declared ``per_worker=False`` is set in no override file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from integr8s_conf import Settings

from .refusals import only_problem, problems_of
from .sources import plugin

if TYPE_CHECKING:
    from ..conftest import Stranger, Write

KEYS = """
    MAIL_HOST: str = setting("localhost", "Its host", per_worker=False, renamed_from="SMTP_HOST")
    MAIL_PORT: int = setting(25, "Its port")
    MAIL_PASSWORD: str = setting("dev-mail", "Its password", secret=True, per_worker=False)
"""
OVERRIDE = "config.one.toml"


@pytest.fixture(autouse=True)
def _mail(stranger: Stranger, write: Write) -> None:
    stranger(plugin(KEYS))
    write("config.toml", "\n")


@pytest.mark.parametrize("name", ["MAIL_HOST", "SMTP_HOST"])
def test_line_of_the_override_is_refused(name: str, write: Write) -> None:
    write(OVERRIDE, f'MAIL_PORT = 26\n{name} = "mail"\n')
    problem = only_problem(override_path=OVERRIDE)
    assert (problem.key, str(problem.origin)) == ("MAIL_HOST", f"{OVERRIDE}:2")
    assert (problem.found, problem.wanted) == (
        "set in an override file",
        "one value for all workers",
    )
    assert problem.hint == "move it to config.toml"


def test_hint_names_the_line_of_the_base_file_that_sets_it(write: Write) -> None:
    write("config.toml", '\nMAIL_HOST = "mail"\n')
    write(OVERRIDE, 'MAIL_HOST = "other"\n')
    hint = only_problem(override_path=OVERRIDE).hint
    assert hint == "remove it, or change config.toml:2"


def test_every_other_layer_may_set_it(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write("config.toml", 'MAIL_HOST = "base"\n')
    write(OVERRIDE, "MAIL_PORT = 26\n")
    settings = Settings(override_path=OVERRIDE)
    assert (settings.MAIL_HOST, settings.MAIL_PORT) == ("base", 26)
    assert settings.replace(MAIL_HOST="replaced").MAIL_HOST == "replaced"
    monkeypatch.setenv("INTEGR8S_MAIL_HOST", "variable")
    assert Settings(override_path=OVERRIDE).MAIL_HOST == "variable"
    assert Settings(overrides={"MAIL_HOST": "explicit"}).MAIL_HOST == "explicit"


def test_secret_is_refused_and_not_shown(write: Write) -> None:
    write(OVERRIDE, 'MAIL_PASSWORD = "hunter2-hunter2"\n')
    problems = problems_of(override_path=OVERRIDE)
    assert "set in an override file" in [problem.found for problem in problems]
    assert "hunter2" not in str(problems)


def test_explanation_says_so(write: Write) -> None:
    explanation = Settings().explain("MAIL_HOST")
    assert explanation.workers == "one value for all workers"
    assert explanation.rules == ("one value for all workers",)
    assert "wanted of workers: one value for all workers" in str(explanation)
