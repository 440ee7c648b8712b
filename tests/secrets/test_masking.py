"""A sound configuration shows no secret, in whatever way it is printed, kept or copied."""

from __future__ import annotations

import copy
import json
import pickle
import pprint
from typing import TYPE_CHECKING

import pytest

from integr8s_conf import Secret, Settings
from integr8s_sections.core import Core
from integr8s_sections.redis import Redis

from .traces import CANARY, assert_no_canary, reachable, shown

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

KEYS = ("SECRET_KEY", "MONGO_USER", "MONGO_PASSWORD", "MONGODB_URL", "REDIS_PASSWORD")
MASK = "********"

pytestmark = pytest.mark.usefixtures("base_file", "secrets")


@pytest.mark.parametrize("key", KEYS)
def test_secret_is_given_to_who_asks_by_name(key: str) -> None:
    settings = Settings()
    given = [
        settings[key],
        getattr(settings, key),
        getattr(settings, key.lower()),
        settings.get(key),
        settings.as_dict(reveal=True)[key],
    ]
    assert all(CANARY in one for one in given)
    assert {type(one) for one in given} == {Secret}


def test_section_gives_its_secret() -> None:
    assert CANARY in Settings().section(Redis).REDIS_PASSWORD


@pytest.mark.parametrize("key", KEYS)
def test_secret_is_masked_wherever_its_repr_is_shown(key: str) -> None:
    secret = Settings()[key]
    for value in (secret, [secret], {"a": secret}):
        assert_no_canary(shown(value))


@pytest.mark.parametrize("key", KEYS)
def test_part_of_a_secret_is_masked_as_well(key: str) -> None:
    """Tools cut long texts before they ask for the repr."""
    secret = Settings()[key]
    parts = [secret[:80], secret[1:], secret[::2], secret[0], secret[-1]]
    assert [repr(part) for part in parts] == [repr(secret)] * 5
    assert parts == [str(secret)[:80], str(secret)[1:], str(secret)[::2], secret[0], secret[-1]]


def test_settings_show_no_secret() -> None:
    settings = Settings()
    assert_no_canary([*shown(settings), str(settings), f"{settings}"])


def test_values_of_settings_show_no_secret() -> None:
    settings = Settings()
    assert_no_canary(shown(dict(settings)))
    assert_no_canary(shown(list(settings.items())))
    assert_no_canary(shown(settings.values()))
    assert_no_canary(shown(vars(settings)))


def test_section_shows_no_secret() -> None:
    settings = Settings()
    for section in (Core, Redis):
        view = settings.section(section)
        assert_no_canary([*shown(view), str(view), f"{view}"])
        assert MASK in repr(view)


def test_as_dict_is_masked() -> None:
    values = Settings().as_dict()
    assert {values[key] for key in KEYS} == {MASK}
    assert_no_canary([json.dumps(values), str(values), pprint.pformat(values)])


@pytest.mark.parametrize("key", KEYS)
def test_explanation_is_masked(key: str) -> None:
    explanation = Settings().explain(key)
    assert explanation.secret
    assert explanation.value == MASK
    assert_no_canary([*shown(explanation), str(explanation)])


def test_history_of_dynaconf_is_masked() -> None:
    settings = Settings()
    history = settings.loaded_by_loaders
    assert any("SECRET_KEY" in values for values in history.values())
    assert_no_canary([json.dumps(list(history.values()), default=str)])


def test_no_object_that_settings_lead_to_shows_a_secret() -> None:
    found = list(reachable(Settings()))
    assert len(found) > 1000
    for one in found:
        if type(one) is not str:
            assert_no_canary([repr(one), repr(getattr(one, "__dict__", None))])


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy])
def test_copy_of_a_secret_is_a_secret(copied: Callable[[object], object]) -> None:
    settings = Settings()
    assert type(copied(settings.SECRET_KEY)) is Secret
    assert_no_canary(shown(copied(settings.as_dict(reveal=True))))
    assert_no_canary(shown(copied(settings)))


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_nothing_with_a_secret_pickles(protocol: int) -> None:
    settings = Settings()
    for one in (
        settings,
        settings.section(Core),
        settings.SECRET_KEY,
        settings.as_dict(reveal=True),
        vars(settings),
        settings._wrapped,
    ):
        with pytest.raises(TypeError, match="not pickle") as refusal:
            pickle.dumps(one, protocol)
        assert CANARY not in str(refusal.value)


def test_masked_dict_pickles() -> None:
    values = Settings().as_dict()
    assert pickle.loads(pickle.dumps(values)) == values
    assert CANARY.encode() not in pickle.dumps(values)


def test_values_computed_from_secrets_are_masked(
    stranger: Callable[[str], None], write: Callable[[str, str], Path]
) -> None:
    stranger("""
        from datetime import timedelta
        from pathlib import Path
        from integr8s_conf import Section, hookimpl, setting

        class Mail(Section):
            MAIL_TEXT: str = setting(description="a", computed=True)
            MAIL_LIST: list[str] = setting(description="a", computed=True)
            MAIL_TABLE: dict[str, str] = setting(description="a", computed=True)
            MAIL_NESTED: dict[str, list[str]] = setting(description="a", computed=True)
            MAIL_PATH: Path = setting(description="a", computed=True)
            MAIL_ANY: object = setting(description="a", computed=True)
            MAIL_LENGTH: int = setting(description="a", computed=True)
            MAIL_SECOND: str = setting(description="a", computed=True)

        @hookimpl
        def integr8s_sections():
            return [Mail]

        @hookimpl
        def integr8s_computed():
            secret = lambda s: str(s["MONGO_USER"])
            return {
                "MAIL_TEXT": lambda s: "a" + secret(s),
                "MAIL_LIST": lambda s: [secret(s)],
                "MAIL_TABLE": lambda s: {secret(s): secret(s)},
                "MAIL_NESTED": lambda s: {secret(s): [secret(s)]},
                "MAIL_PATH": lambda s: Path(secret(s)),
                "MAIL_ANY": lambda s: [{secret(s): (secret(s), {secret(s)})}],
                "MAIL_LENGTH": lambda s: len(secret(s)) + 417_000,
                "MAIL_SECOND": lambda s: s["MAIL_TEXT"].upper(),
            }
    """)
    settings = Settings()
    keys = [key for key in settings if key.startswith("MAIL_")]
    assert len(keys) == 8
    assert {settings.as_dict()[key] for key in keys} == {MASK}
    assert settings.as_dict(reveal=True)["MAIL_LIST"] == [settings.MONGO_USER]
    said = [str(settings.explain(key)) for key in keys]
    said += [repr(settings.section(_section(settings)))]
    said += [repr(settings.loaded_by_loaders)]
    assert_no_canary(said)
    assert not [text for text in said if "417" in text]


def _section(settings: Settings) -> type:
    catalogue = settings._resolution.catalogue
    return next(section for section in catalogue.sections if section.__name__ == "Mail")


def test_password_in_a_url_is_masked_in_every_view(
    stranger: Callable[[str], None], write: Callable[[str, str], Path]
) -> None:
    stranger(f"""
        from dataclasses import dataclass
        from typing import Any
        from integr8s_conf import Section, hookimpl, setting

        @dataclass
        class Relay:
            url: str
            port: int = 25

        class Mail(Section):
            MAIL_URL: str = setting("smtp://me:{CANARY}@host/x", "a")
            MAIL_RELAY: Relay = setting(lambda: {{"url": "smtp://me:{CANARY}@host/x"}}, "a")
            MAIL_PLAIN_RELAY: Relay = setting(lambda: {{"url": "smtp://host/x"}}, "a")
            MAIL_URLS: list[str] = setting(["smtp://me:{CANARY}@host/x"], "a")
            MAIL_TABLE: dict[str, Any] = setting({{"a": ["smtp://me:{CANARY}@host"]}}, "a")
            MAIL_SET: set[str] = setting(["smtp://me:{CANARY}@host/x"], "a")

        @hookimpl
        def integr8s_sections():
            return [Mail]
    """)
    settings = Settings()
    assert CANARY in settings.MAIL_URL
    assert CANARY in settings.as_dict(reveal=True)["MAIL_URLS"][0]
    said = [str(settings.explain(key)) for key in settings if key.startswith("MAIL_")]
    said += [str(settings.as_dict()), repr(settings.section(_section(settings)))]
    said += [str(settings.loaded_by_loaders)]
    assert "smtp://********@host" in said[0]
    assert settings.as_dict()["MAIL_RELAY"].url == "smtp://********@host/x"
    assert settings.as_dict()["MAIL_PLAIN_RELAY"] is settings.MAIL_PLAIN_RELAY
    assert_no_canary(said)
