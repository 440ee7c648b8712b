"""A key that was removed is a problem wherever it is set, which says what to do instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from integr8s_conf import ConfigError, Settings

from .changed_mail import MAIL, REMOVED
from .refusals import only_problem
from .sources import plugin

if TYPE_CHECKING:
    from ..conftest import Stranger, Write


@pytest.fixture(autouse=True)
def _mail(stranger: Stranger, write: Write) -> None:
    stranger(MAIL)
    write("config.toml", "")


GONE = "a key that was removed in mail-conf 2.0"


@pytest.mark.parametrize(
    ("source", "text", "place"),
    [
        ("config.toml", "\nMAIL_SPOOL = 'hunter2'", "config.toml:2"),
        ("config.toml", "MAIL_SPOOL.a = 'hunter2'", "config.toml:1"),
        ("config.toml", "MAIL_X = 1\n[MAIL_SPOOL]\na = 'hunter2'", "config.toml:2"),
        (".env", "\nINTEGR8S_MAIL_SPOOL=hunter2", ".env:2"),
    ],
)
@pytest.mark.filterwarnings("ignore::integr8s_conf.ConfigWarning")
def test_removed_key_in_a_file_is_a_problem(
    source: str, text: str, place: str, write: Write
) -> None:
    write(source, text)
    problem = only_problem()
    assert problem.key == "MAIL_SPOOL"
    assert (problem.section, problem.plugin, str(problem.origin)) == ("Mail", "mail", place)
    assert (problem.found, problem.wanted) == (GONE, "the key left out")
    assert problem.hint == "mail is no longer spooled; use MAIL_ROUTES"


@pytest.mark.parametrize(
    "variable",
    ["INTEGR8S_MAIL_SPOOL", "INTEGR8S_MAIL_PIN", "MAIL_PIN", "MAIL_PIN_FILE"],
)
def test_variable_of_a_removed_key_is_a_problem(
    variable: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, "hunter2")
    problem = only_problem()
    assert (problem.found, str(problem.origin)) == (GONE, f"environment variable {variable}")
    assert "hunter2" not in str(problem)


@pytest.mark.parametrize(("variable", "text"), [("MAIL_SPOOL", "a"), ("MAIL_PIN", "")])
def test_variable_that_would_not_be_read_is_none(
    variable: str, text: str, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(".env", f"{variable}={text}")
    monkeypatch.setenv(variable, text)
    Settings()


def test_removed_key_among_overrides_is_a_problem() -> None:
    assert only_problem(overrides={"MAIL_SPOOL": "hunter2"}).found == GONE
    with pytest.raises(ConfigError, match=GONE) as refusal:
        Settings().replace(MAIL_SPOOL="hunter2")
    assert "hunter2" not in str(refusal.value)


def test_removed_key_is_no_key() -> None:
    settings = Settings()
    assert "MAIL_SPOOL" not in settings
    assert "MAIL_SPOOL" not in settings.as_dict()
    with pytest.raises(KeyError, match=r"removed in mail-conf 2\.0: mail is no longer spooled"):
        settings.explain("MAIL_SPOOL")


def test_view_of_a_section_has_no_removed_key() -> None:
    from mail_conf.mail import Mail

    with pytest.raises(AttributeError, match=r"removed in version 2\.0: mail is no longer"):
        Settings().section(Mail).MAIL_SPOOL  # noqa: B018 - reading it raises


def test_misspelt_key_is_not_sent_to_a_removed_one(write: Write) -> None:
    write("config.toml", "MAIL_SPOOK = 1")
    assert "MAIL_SPOOL" not in only_problem().hint


def test_section_removes_the_keys_that_it_inherits_as_removed(
    stranger: Stranger, write: Write
) -> None:
    keys = "POST_SPOOL = removed('use POST_ROUTES', version='2.0')"
    more = "class More(Post):\n    MORE: int = setting(1)\n"
    source = plugin(keys, "Post", before=REMOVED, sections="[Post, More]")
    stranger(source.replace("@hook", f"{more}\n@hook"), name="post", distribution="post-conf")
    write("config.toml", "POST_SPOOL = 1")
    assert only_problem().section == "Post"
