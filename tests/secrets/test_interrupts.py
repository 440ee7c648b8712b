"""Ctrl-C in a plugin's code passes through our frames, and their locals show no secret."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from integr8s_conf import Settings
from integr8s_conf.process_settings import ProcessSettings

from .traces import assert_no_canary, frames, printed
from .ways import ENV_FILES, SECRET_FILES, VARIABLES, overrides

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .ways import Way

SPOTS = {
    "check": """
        class Mail(Section):
            MAIL_KEY: str = setting(
                "fine", "a", secret=True, check=lambda v: v == "fine" or stop(v)
            )
    """,
    "cast": """
        class Mail(Section):
            MAIL_KEY: str = setting("fine", "a", secret=True, cast=stop)
    """,
    "default": """
        class Mail(Section):
            MAIL_NAME: str = setting(lambda: stop(), "a")
            MAIL_KEY: str = setting("fine", "a", secret=True)
    """,
    "rule": """
        class Mail(Section):
            MAIL_KEY: str = setting("fine", "a", secret=True)

        @hookimpl
        def integr8s_validators():
            return [rule("MAIL_KEY", "MONGO_USER", check=stop, wanted="another")]
    """,
    "Validator": """
        class Mail(Section):
            MAIL_KEY: str = setting("fine", "a", secret=True)

        @hookimpl
        def integr8s_validators():
            return [Validator("MAIL_KEY", condition=stop)]
    """,
    "computed value": """
        class Mail(Section):
            MAIL_KEY: str = setting("fine", "a", secret=True)
            MAIL_URL: str = setting(description="a", computed=True)

        @hookimpl
        def integr8s_computed():
            return {"MAIL_URL": lambda s: stop(s["MAIL_KEY"])}
    """,
}
PREFACE = """
        from dynaconf import Validator
        from integr8s_conf import Section, hookimpl, rule, setting

        def stop(*values):
            if values[:1] != ("fine",):
                raise KeyboardInterrupt
            return values[0] if len(values) == 1 else True

        @hookimpl
        def integr8s_sections():
            return [Mail]
"""


@pytest.mark.parametrize("way", [*VARIABLES, *ENV_FILES, *SECRET_FILES, overrides])
@pytest.mark.parametrize("spot", SPOTS)
def test_frames_of_an_interrupted_load_show_no_secret(
    spot: str,
    way: Way,
    base_file: Callable[[str], Path],
    secrets: dict[str, str],
    stranger: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stranger(PREFACE + SPOTS[spot])
    asked = way(base_file("").parent, monkeypatch, "MAIL_KEY", secrets["MONGO_PASSWORD"])
    with pytest.raises(KeyboardInterrupt) as interrupt:
        Settings(**asked)
    assert "resolve_layers" in frames(interrupt.value)
    assert_no_canary(printed(interrupt.value))


@pytest.mark.usefixtures("base_file")
@pytest.mark.parametrize("spot", [spot for spot in SPOTS if spot != "default"])
def test_frames_of_an_interrupted_replacement_show_no_secret(
    spot: str, secrets: dict[str, str], stranger: Callable[[str], None]
) -> None:
    stranger(PREFACE + SPOTS[spot])
    before = Settings()
    with pytest.raises(KeyboardInterrupt) as interrupt:
        before.replace(MAIL_KEY=secrets["MONGO_PASSWORD"])
    assert "replaced" in frames(interrupt.value)
    assert_no_canary(printed(interrupt.value))


@pytest.mark.usefixtures("base_file", "secrets")
def test_settings_of_the_process_load_after_an_interrupt(
    stranger: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    stranger(PREFACE + SPOTS["check"])
    own = ProcessSettings()
    monkeypatch.setenv("MAIL_KEY", "interrupts")
    with pytest.raises(KeyboardInterrupt):
        own.MONGO_DB  # noqa: B018
    monkeypatch.setenv("MAIL_KEY", "fine")
    assert own.MONGO_DB == "integr8scode"
