"""Plugins that come, go, or change their distribution, and locks of a part of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from .conftest import run

if TYPE_CHECKING:
    from ..conftest import Stranger, Write
    from .conftest import Release

HOST = 'MAIL_HOST: str = setting("a", "Host")'
NEWS = """
    from integr8s_conf import Section, hookimpl, setting

    class News(Section):
        NEWS_FEED: str = setting(description="Where it comes from")
        NEWS_LIMIT: int = setting(3, "How many")

    @hookimpl
    def integr8s_sections():
        return [News]

    @hookimpl
    def integr8s_defaults():
        return {"REDIS_DB": 5}
"""


def told() -> list[tuple[Any, ...]]:
    """Return the findings: rule, key, what was found, and what the lock has."""
    found = json.loads(run("check", "--locked", "--format", "json").out)["locked"]["diagnostics"]
    return [(one["rule"], one["key"], one["found"], one["wanted"]) for one in found]


@pytest.fixture(autouse=True)
def _base(write: Write) -> None:
    write("config.toml", "REDIS_PORT = 6379\n")


def test_a_new_plugin_is_told_with_what_it_requires_and_what_it_changes(stranger: Stranger) -> None:
    run("lock")
    stranger(NEWS, name="news", distribution="acme-news")
    assert told() == [
        (
            "new-required-key",
            "NEWS_FEED",
            "a new key that is required, and missing for backend",
            "str",
        ),
        ("changed-default", "REDIS_DB", "5 by default for backend", "0, which was the default"),
        ("plugin-added", None, "acme-news 1.0", "the plugins of the lock"),
    ]


def test_another_distribution_with_the_same_plugin_is_told(release: Release) -> None:
    release("1.0", HOST)
    run("lock")
    release("1.0", HOST, distribution="other-mail")
    assert told() == [("distribution-changed", None, "other-mail 1.0", "mail-conf 1.0")]


def test_what_a_variable_keeps_out_is_missing_and_no_lock_is_written(
    release: Release, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    release("1.0", HOST)
    run("lock")
    write("config.toml", 'MAIL_HOST = "b"\n')
    ours = "core,dlq,kafka,kubernetes,notifications,rate_limit,redis,server,service,sse,tracing"
    monkeypatch.setenv("INTEGR8S_CONF_PLUGINS", ours)
    assert told() == [
        (
            "removed-key",
            "MAIL_HOST",
            "a key that the plugin acme does not have",
            "the key left out",
        ),
        (
            "plugin-removed",
            None,
            "not loaded: INTEGR8S_CONF_PLUGINS does not name it",
            "mail-conf 1.0",
        ),
    ]
    before = Path("integr8s-conf.lock").read_bytes()
    done = run("lock")
    assert done.code == 78
    assert "plugin acme\n    found   not loaded: INTEGR8S_CONF_PLUGINS does not name it" in done.err
    assert Path("integr8s-conf.lock").read_bytes() == before


def test_where_a_plugin_fails_no_lock_is_written(stranger: Stranger) -> None:
    stranger("raise RuntimeError('broken')")
    done = run("lock")
    assert done.code == 78
    assert "broken" in done.err
    assert not Path("integr8s-conf.lock").exists()
    assert run("lock", "--check").code == 78


def test_where_a_plugin_fails_nothing_is_compared(release: Release, write: Write) -> None:
    release("1.0", HOST)
    run("lock")
    write("config.toml", 'MAIL_HOST = "b"\n')
    release("2.0", "raise RuntimeError('broken')")
    done = run("check", "--locked", "--format", "json")
    assert (done.code, "locked" in json.loads(done.out)) == (78, False)


def test_a_lock_that_is_not_there_is_not_current() -> None:
    done = run("lock", "--check")
    said = "there is no integr8s-conf.lock; run integr8s-conf lock\n"
    assert (done.code, done.err) == (1, said)
    assert not Path("integr8s-conf.lock").exists()


def test_a_file_that_is_no_lock_is_left_alone(write: Write) -> None:
    write("notes.txt", "mine")
    done = run("lock", "--output", "notes.txt")
    assert (done.code, Path("notes.txt").read_text()) == (2, "mine")
    assert "notes.txt is no lock, and stays as it is" in done.err


def test_a_key_that_moves_to_another_plugin_is_no_key_that_is_gone(
    release: Release, stranger: Stranger
) -> None:
    release("1.0", HOST + '\nNEWS_LIMIT: int = setting(3, "How many")')
    run("lock")
    release("1.0", HOST)
    stranger(
        NEWS.replace('setting(description="Where it comes from")', 'setting("a", "Where")'),
        name="news",
        distribution="acme-news",
    )
    assert ("changed-declaration", "NEWS_LIMIT", "its plugin was acme", "") in told()
