"""Warnings are one line each; where an error covers a key, its warnings are left out."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import pytest

from integr8s_conf import ConfigError, ConfigWarning, Settings

from .case import Case, install

if TYPE_CHECKING:
    from pathlib import Path

    from ..conftest import Stranger

LONG_KEY = 'SECRET_KEY = "a-signing-key-that-is-long-enough"\n'
SHORT_KEY = 'SECRET_KEY = "tiger-lily"\n'
PASSWORD = 'REDIS_PASSWORD = "swordfish"\n'
WRONG = "MONGO_PORT = 0\n"


def warned(base: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[list[str], bool]:
    """Return the warnings of a load, and whether it succeeds."""
    install(Case(base=base), folder, monkeypatch)
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        try:
            Settings()
        except ConfigError:
            sound = False
        else:
            sound = True
    assert all(one.category is ConfigWarning for one in found)
    return [str(one.message) for one in found], sound


def test_text_of_a_warning(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts, sound = warned(PASSWORD, tmp_path, monkeypatch)
    assert sound
    assert texts == [
        "REDIS_PASSWORD (config.toml:1): ********, a secret in a file that is committed;"
        " wanted a secret from the environment or a secret file;"
        " remove the line, then set the variable REDIS_PASSWORD, or REDIS_PASSWORD_FILE"
    ]


def test_warning_of_a_key_with_an_error_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert warned(SHORT_KEY, tmp_path, monkeypatch) == ([], False)


def test_warning_of_another_key_stands_beside_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts, sound = warned(SHORT_KEY + PASSWORD + WRONG, tmp_path, monkeypatch)
    assert not sound
    assert [text.split()[0] for text in texts] == ["REDIS_PASSWORD"]


def test_error_holds_its_warnings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(Case(base=SHORT_KEY + PASSWORD), tmp_path, monkeypatch)
    with pytest.warns(ConfigWarning), pytest.raises(ConfigError) as refusal:
        Settings()
    assert [warning.key for warning in refusal.value.warnings] == ["REDIS_PASSWORD"]
    assert "REDIS_PASSWORD" not in str(refusal.value)


def test_warnings_that_are_errors_do_not_hide_the_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(Case(base=PASSWORD + WRONG), tmp_path, monkeypatch)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(ConfigError, match="MONGO_PORT"):
            Settings()


def test_warnings_come_in_the_order_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = PASSWORD + LONG_KEY + 'MONGO_USER = "mongo"\nKAFKA_HEARTBEAT_INTERVAL_MS = 20000\n'
    texts, _ = warned(base, tmp_path, monkeypatch)
    assert [text.split()[0] for text in texts] == [
        *("REDIS_PASSWORD", "SECRET_KEY", "MONGO_USER", "KAFKA_HEARTBEAT_INTERVAL_MS")
    ]


def test_rule_that_only_warns_is_left_out_for_an_unsound_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = "KAFKA_HEARTBEAT_INTERVAL_MS = 20000\nKAFKA_SESSION_TIMEOUT_MS = 45s\n"
    assert warned(base, tmp_path, monkeypatch) == ([], False)


def test_former_name_is_a_warning_at_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stranger: Stranger
) -> None:
    stranger("""
        from integr8s_conf import Section, hookimpl, setting

        class Mail(Section):
            MAIL_HOST: str = setting("smtp", "SMTP host", renamed_from="SMTP_HOST", min_length=1)

        @hookimpl
        def integr8s_sections():
            return [Mail]
    """)
    texts, sound = warned('\nSMTP_HOST = "mail"\n', tmp_path, monkeypatch)
    assert sound
    assert texts == [
        "MAIL_HOST (config.toml:2): its former name SMTP_HOST;"
        " wanted the name MAIL_HOST; rename SMTP_HOST to MAIL_HOST"
    ]
    assert warned('SMTP_HOST = ""\n', tmp_path, monkeypatch) == ([], False)
    install(Case(base='MAIL_HOST = "a"\n\nSMTP_HOST = "b"\n'), tmp_path, monkeypatch)
    with pytest.raises(ConfigError) as refusal:
        Settings()
    assert str(refusal.value.problems[0]) == (
        "  MAIL_HOST   config.toml:3\n"
        "    found   SMTP_HOST, its former name, beside it\n"
        "    wanted  one of the two\n"
        "    hint    remove SMTP_HOST; line 1 has MAIL_HOST"
    )
