"""What ``lint`` says of files that a test writes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Protocol

import pytest
from click.testing import CliRunner

from integr8s_conf.cli import main

if TYPE_CHECKING:
    from ..conftest import Stranger, Write

ENVIRONMENTS = """
[tool.integr8s-conf.environments.production]
env-file = "production.env"
variables = {{ {variables} }}
secrets = ["MAIL_TOKEN"]

[tool.integr8s-conf.environments.staging]
variables = {{ INTEGR8S_MAIL_PORT = "27" }}
secrets = ["MAIL_TOKEN"]
"""
"""Two environments of pyproject.toml."""


class Lint(Protocol):
    def __call__(self, *words: str) -> Any: ...


@pytest.fixture
def lint() -> Lint:
    """Return a function that runs the command in the working directory."""

    def run(*words: str) -> Any:
        return CliRunner().invoke(main, ["lint", *words], catch_exceptions=False)

    return run


class Found(Protocol):
    def __call__(self, *, rule: str | None = None) -> list[tuple[str, ...]]: ...


@pytest.fixture
def found(lint: Lint) -> Found:
    """Return a function that gives each finding: its rule, key, place, and what was found."""

    def run(*, rule: str | None = None) -> list[tuple[str, ...]]:
        report = json.loads(lint("--format", "json").stdout)
        return [
            (one["rule"], str(one["key"]), _place(one["origin"]), one["found"])
            for one in report["diagnostics"]
            if rule in (None, one["rule"])
        ]

    return run


def _place(origin: Any) -> str:
    return f"{origin['name']}:{origin['line']}" if origin["line"] else str(origin["name"])


@pytest.fixture
def mail(stranger: Stranger) -> None:
    """Declare a section with keys of many kinds."""
    stranger(
        """
        from integr8s_conf import Section, hookimpl, setting

        class Mail(Section):
            '''Outgoing mail.'''

            MAIL_HOST: str = setting("localhost", renamed_from="SMTP_HOST")
            MAIL_PORT: int = setting(25, gt=0)
            MAIL_TIMEOUT: float = setting(5.0)
            MAIL_SENDER: str | None = setting(None)
            MAIL_COPIES: list[str] = setting(list)
            MAIL_ROUTES: dict[str, str] = setting(dict)
            MAIL_TOKEN: str = setting("dev-token", secret=True)
            MAIL_QUEUE: str = setting("all", distinct=True)
            MAIL_ADDRESS: str = setting(computed=True)

        @hookimpl
        def integr8s_sections():
            return [Mail]

        @hookimpl
        def integr8s_computed():
            return {"MAIL_ADDRESS": lambda s: f"{s['MAIL_HOST']}:{s['MAIL_PORT']}"}
        """
    )


@pytest.fixture
def environments(write: Write) -> None:
    """Name two environments, which set one key in common."""
    write("pyproject.toml", ENVIRONMENTS.format(variables='INTEGR8S_MAIL_HOST = "b"'))
    write("production.env", "INTEGR8S_MAIL_PORT=28\n")
