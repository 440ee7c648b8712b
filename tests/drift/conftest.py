"""What ``drift`` says of a deployment and of the manifests that a test writes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Protocol

import pytest
from click.testing import CliRunner

from integr8s_conf.cli import main

if TYPE_CHECKING:
    from ..conftest import Stranger, Write

MAIL = """
from integr8s_conf import Section, hookimpl, setting

class Mail(Section):
    '''Mail.'''
    MAIL_HOST: str = setting("localhost", "host")
    MAIL_PORT: int = setting(25, "port", renamed_from=("MAIL_PORT_NUMBER",))
    MAIL_TOKEN: str = setting(description="token", secret=True)
    MAIL_PASSWORD: str = setting("dev-mail", "password", secret=True)
    ENVIRONMENT: str = setting("development", "environment")
    TZ: str = setting("UTC", "time zone")

@hookimpl
def integr8s_sections():
    return [Mail]
"""


class Drift(Protocol):
    def __call__(self, *words: str) -> Any: ...


class Found(Protocol):
    def __call__(self, *words: str) -> list[tuple[str, str | None, str]]: ...


@pytest.fixture
def drift() -> Drift:
    """Return a function that runs the command in the working directory."""

    def run(*words: str) -> Any:
        return CliRunner().invoke(main, ["drift", *words], catch_exceptions=False)

    return run


@pytest.fixture
def found(drift: Drift) -> Found:
    """Return a function that gives each finding: its rule, key and place."""

    def run(*words: str) -> list[tuple[str, str | None, str]]:
        done = drift(*words, "--format", "json")
        assert done.stdout, done.output
        report = json.loads(done.stdout)
        return [(one["rule"], one["key"], _place(one["origin"])) for one in report["diagnostics"]]

    return run


@pytest.fixture
def mail(stranger: Stranger, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """Deploy a base file and two overrides of a plugin that has a required secret."""
    monkeypatch.setenv("INTEGR8S_CONF_PLUGINS", "mail")
    stranger(MAIL)
    write("config.toml", 'MAIL_HOST = "smtp"\n')
    write("config.sender.toml", "MAIL_PORT = 26\n")
    write("config.reader.toml", "MAIL_PORT = 27\n")


def _place(origin: Any) -> str:
    return f"{origin['name']}:{origin['line']}" if origin["line"] else str(origin["name"])
