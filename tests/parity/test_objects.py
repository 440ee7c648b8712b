"""Settings objects of every kind are read, each as it is in a process of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .conftest import HERE

if TYPE_CHECKING:
    from ..conftest import Stranger, Write
    from .conftest import Parity

MAIL = '''
from integr8s_conf import Section, hookimpl, setting


class Mail(Section):
    """Outgoing mail."""

    MAIL_HOST: str = setting("localhost", "SMTP host")
    MAIL_PORT: int = setting(25, "SMTP port")
    MAIL_PASSWORD: str = setting("dev-mail", "SMTP password", secret=True)


@hookimpl
def integr8s_sections():
    return [Mail]
'''
NESTED = ("mail.host=MAIL_HOST", "mail.port=MAIL_PORT", "password=MAIL_PASSWORD")
MAPPED = [word for pair in NESTED for word in ("--map", pair)]


@pytest.fixture(autouse=True)
def _mail(stranger: Stranger, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    stranger(MAIL)
    monkeypatch.setenv("INTEGR8S_CONF_PLUGINS", "mail")
    write("config.toml", 'MAIL_HOST = "mail"\n')
    write("config.night.toml", "MAIL_PORT = 2525\n")
    write("objects.py", (HERE / "objects.py").read_text("utf-8"))


@pytest.mark.parametrize(
    ("theirs", "options"),
    [
        ("objects:mapping", []),
        ("objects:by_variables", []),
        ("objects:kept", []),
        ("objects:kept_by_hand", []),
        ("objects:careless", []),
        ("objects:data", []),
        ("objects:lower_case", []),
        ("objects:nested", MAPPED),
        ("objects:Plain", []),
        ("objects:of_dynaconf", []),
        ("objects:at_import", []),
        ("objects", []),
        ("integr8s_conf:settings", []),
        ("integr8s_conf:Settings", []),
        ("objects:data", ["--ours", "integr8s_conf:settings"]),
    ],
)
def test_an_object_that_agrees(theirs: str, options: list[str], parity: Parity) -> None:
    told = parity(theirs, "--variations", "2", *options, form="text")
    assert told.text == (
        "parity: no finding; 3 keys, 2 combinations, 6 comparisons; in 6 both accept\n"
    )
    assert told.code == 0


def test_one_role_alone(parity: Parity) -> None:
    told = parity("objects:mapping", "--worker", "night", "--variations", "0", form="text")
    assert "1 combinations, 1 comparisons" in told.text


def test_another_object_in_the_place_of_ours(write: Write, parity: Parity) -> None:
    write("other.py", "MAIL_HOST = 'mail'\nMAIL_PORT = 2525\nMAIL_PASSWORD = 'dev-mail'\n")
    told = parity("objects:mapping", "--ours", "other", "--variations", "0")
    assert told.found == {
        ("differing-value", "MAIL_PORT"): "theirs is 25 (an integer)\nin config.toml"
    }


def test_what_is_ignored_may_differ(write: Write, parity: Parity) -> None:
    write("other.py", "MAIL_HOST = 'mail'\nDEBUG = True\nMAIL_PASSWORD = 1\n")
    told = parity("other", "--ignore", "DEBUG", "--ignore", "mail_password", "--variations", "0")
    assert set(told.found) == {("missing-in-theirs", "MAIL_PORT")}


def test_a_name_that_is_near_a_missing_key_is_proposed(write: Write, parity: Parity) -> None:
    write("other.py", "MAIL_HOSTS = 'mail'\nMAIL_PORT = 25\nMAIL_PASSWORD = 'dev-mail'\n")
    told = parity("other", "--worker", "backend", "--variations", "0", form="text")
    assert "hint    say --map MAIL_HOSTS=MAIL_HOST?" in told.text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["objects:Plan"], "objects:Plan: there is no Plan; did you mean Plain?"),
        (["objcts:Plain"], "there is no module objcts"),
        (["objects:1"], "'objects:1' is no module:object, such as app.settings:Settings"),
        (["objects:Plain", "--worker", "nigth"], "nigth is no role; did you mean night?"),
        (["objects:Plain", "--map", "MAIL_HOST"], "'MAIL_HOST' is not THEIRS=KEY"),
        (
            ["objects:Plain", "--map", "host=MAIL_HSOT"],
            "MAIL_HSOT is no declared key; did you mean MAIL_HOST",
        ),
    ],
)
def test_bad_usage(words: list[str], said: str, parity: Parity) -> None:
    told = parity(*words)
    assert told.code == 2
    assert said in told.text
