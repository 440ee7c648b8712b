"""Every test runs in a deployment whose base file sets nothing, with settings of it at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from integr8s_conf import Settings

if TYPE_CHECKING:
    from ..conftest import Stranger, Write


@pytest.fixture(autouse=True)
def _empty_deployment(write: Write) -> None:
    write("config.toml", "")


@pytest.fixture
def loaded() -> Settings:
    return Settings()


@pytest.fixture
def mail(stranger: Stranger) -> None:
    """Declare a section whose keys are a list, a table, and a value computed from another."""
    stranger(
        """
        from integr8s_conf import Section, hookimpl, setting

        class Mail(Section):
            '''Outgoing mail.'''

            MAIL_HOST: str = setting("localhost")
            MAIL_PORT: int = setting(25, gt=0)
            MAIL_COPIES: list[str] = setting(lambda: ["a@b"])
            MAIL_ROUTES: dict[str, list[str]] = setting(lambda: {"alerts": ["c@d"]})
            MAIL_TOKEN: str = setting("hunter2", secret=True)
            MAIL_ADDRESS: str = setting(computed=True)
            MAIL_LOGIN: str = setting(computed=True)

        @hookimpl
        def integr8s_sections():
            return [Mail]

        @hookimpl
        def integr8s_computed():
            return {
                "MAIL_ADDRESS": lambda s: f"{s['MAIL_HOST']}:{s['MAIL_PORT']}",
                "MAIL_LOGIN": lambda s: f"{s['MAIL_TOKEN']}@{s['MAIL_ADDRESS']}",
            }
        """
    )
