"""Every section of every installed plugin says what it and its keys are for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integr8s_conf.discover.discovery import load_catalogue
from integr8s_conf.discover.policy import PluginPolicy

if TYPE_CHECKING:
    from integr8s_conf.declare.catalogue import Catalogue
    from tests.conftest import Stranger


def without_documentation(catalogue: Catalogue) -> list[str]:
    """Return the names of the sections without a docstring, and of keys without description."""
    sections = [one.__name__ for one in catalogue.sections if not (one.__doc__ or "").strip()]
    keys = catalogue.keys.items()
    return sections + [name for name, key in keys if not key.setting.description.strip()]


def test_installed_plugins_are_documented() -> None:
    assert without_documentation(load_catalogue(PluginPolicy())) == []


def test_section_without_documentation_is_found(stranger: Stranger) -> None:
    stranger(
        """
        from integr8s_conf import Section, hookimpl, setting

        class Mail(Section):
            MAIL_HOST: str = setting("localhost", "SMTP host")
            MAIL_PORT: int = setting(25)

        @hookimpl
        def integr8s_sections():
            return [Mail]
        """
    )
    assert without_documentation(load_catalogue(PluginPolicy())) == ["Mail", "MAIL_PORT"]
