"""A complete distribution of a stranger's, as its author would write it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PYPROJECT = """\
[build-system]
requires = ["setuptools>=77"]
build-backend = "setuptools.build_meta"

[project]
name = "acme-mailer"
version = "2.5"
dependencies = ["integr8s-conf"]

[project.entry-points.integr8s_conf]
mail = "acme_mailer.plugin"

[tool.setuptools]
packages = ["acme_mailer"]
"""

PLUGIN = '''\
from typing import Literal
from dynaconf import Validator
from integr8s_conf import Section, hookimpl, rule, setting


class Mail(Section):
    """Outgoing mail."""

    MAIL_HOST: str = setting("localhost", "SMTP host", min_length=1)
    MAIL_PORT: int = setting(25, "SMTP port", ge=1, le=65535)
    MAIL_TLS: Literal["none", "starttls", "tls"] = setting("none", "Transport security")
    MAIL_PASSWORD: str = setting("dev-mail", "SMTP password", secret=True)
    MAIL_TIMEOUT: float = setting(5.0, "Socket timeout", unit="seconds", gt=0)
    MAIL_ROUTES: dict[str, str] = setting(dict, "Recipients by topic")          # a callable default is called per instance
    MAIL_URL: str = setting(description="SMTP connection string", computed=True)


@hookimpl
def integr8s_sections():
    return [Mail]


@hookimpl
def integr8s_defaults():                     # another section's default, changed; still below every file
    return {"SERVICE_NAME": "mailer"}


@hookimpl
def integr8s_validators():                   # dynaconf's own Validators, and rules between keys, of any plugin's sections
    return [
        Validator("MAIL_PORT", condition=lambda port: port != 465, messages={"condition": "port 465 is retired, use 587"}),
        rule("MAIL_TIMEOUT", "WEB_TIMEOUT", check=lambda mail, web: mail < web, wanted="less than WEB_TIMEOUT"),
    ]


@hookimpl
def integr8s_computed():                     # key -> function of a read-only mapping; may read computed keys; order is found, not given
    return {"MAIL_URL": lambda s: f"smtp://{s['MAIL_HOST']}:{s['MAIL_PORT']}"}
'''  # noqa: E501 - as it stands in the contract


def write_project(folder: Path) -> Path:
    """Write the distribution's sources into ``folder``."""
    package = folder / "acme_mailer"
    package.mkdir(parents=True)
    (folder / "pyproject.toml").write_text(PYPROJECT)
    (package / "__init__.py").write_text("")
    (package / "plugin.py").write_text(PLUGIN)
    return folder
