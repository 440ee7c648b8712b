"""A plugin that keeps the contract, as text; the faults are small changes of it."""

SAMPLE = '''\
"""Outgoing mail."""

import os
from dataclasses import dataclass
from enum import Enum

from dynaconf import Validator

from integr8s_conf import Section, hookimpl, non_empty, rule, setting


_calls = []


class Transport(Enum):
    PLAIN = "plain"
    TLS = "tls"


@dataclass(frozen=True)
class Route:
    to: list[str]
    weight: int = 1


def _topics():
    return {"news": {"to": ["all@example.org"]}}


def _password(text):
    """A text without blanks."""
    return "a text without blanks" if " " in text else None


def _prefix(text):
    """A text that ends in a colon."""
    return None if text.endswith(":") else "a text that ends in a colon"


class Mail(Section):
    """Outgoing mail."""

    MAIL_HOST: str = setting("localhost", "SMTP host", check=non_empty)
    MAIL_PORT: int = setting(25, "SMTP port", ge=1, le=65535)
    MAIL_TRANSPORT: Transport = setting("plain", "Transport security")
    MAIL_PASSWORD: str = setting("dev-mail", "SMTP password", secret=True, check=_password)
    MAIL_TIMEOUT: float = setting(5.0, "Socket timeout", unit="seconds", gt=0)
    MAIL_LIMIT: float = setting(60.0, "Time for a whole message", unit="seconds", gt=0)
    MAIL_RETRIES: int = setting(3, "Number of retries", ge=0)
    MAIL_SENDER: str | None = setting(None, "Sender where none is given", pattern=r"\\S+@\\S+")
    MAIL_PREFIX: str = setting("mail:", "Prefix of the queue's keys", check=_prefix)
    MAIL_ROUTES: dict[str, Route] = setting(_topics, "Recipients by topic")
    MAIL_HEADERS: list[str] = setting(["X-Mailer"], "Headers that are added", max_length=9)
    MAIL_URL: str = setting(description="SMTP connection string", computed=True)
    MAIL_PAUSE: float = setting(description="Pause between retries", unit="seconds", computed=True)


@hookimpl
def integr8s_sections():
    return [Mail]


@hookimpl
def integr8s_defaults():
    return {"TRACING_SERVICE_NAME": "mailer"}


@hookimpl
def integr8s_validators():
    return [
        rule(
            "MAIL_TIMEOUT",
            "MAIL_LIMIT",
            check=lambda timeout, limit: timeout <= limit,
            wanted="at most MAIL_LIMIT",
        ),
        Validator("MAIL_PORT", condition=lambda port: port != 465),
    ]


def _url(s):
    return f"smtp://:{s['MAIL_PASSWORD']}@{s['MAIL_HOST']}:{s['MAIL_PORT']}"


def _pause(s):
    return s["MAIL_TIMEOUT"] / (s["MAIL_RETRIES"] + 1)


@hookimpl
def integr8s_computed():
    return {"MAIL_URL": _url, "MAIL_PAUSE": _pause}


@hookimpl
def integr8s_documentation():
    return {Mail: "How mail is *sent*."}
'''
