"""An upgrade of a plugin with every kind of change, and a deployment that it meets."""

from __future__ import annotations

BEFORE = """
MAIL_BATCH: int = setting(50, "Mails at once")
MAIL_COLOUR: Literal["red", "blue"] = setting("red", "Of the banner")
MAIL_FROM: str = setting("mailer@example.com", "Sender")
MAIL_GONE: str = setting("", "Nobody sets it")
MAIL_LANGUAGE: str = setting("en", "Of the texts")
MAIL_LINK: str = setting(description="To the archive", computed=True)
MAIL_LIMIT: int = setting(100, "Mails in a minute")
MAIL_OLD: str = setting("", "Recipient")
MAIL_PASSWORD: str = setting("dev-mail-1", "SMTP password", secret=True)
MAIL_PORT: int = setting(25, "SMTP port", ge=1, le=65535)
MAIL_SPOOL: str = setting("/var/spool", "Where mail waits")
MAIL_TIMEOUT: int = setting(5, "Socket timeout", unit="seconds")
MAIL_TLS: str = setting("none", "Transport security")
MAIL_TOKEN: str = setting("dev-token-1", "Of the API")
MAIL_URL: str = setting(description="Where it goes", computed=True)
SMTP_USER: str = setting("mailer", "Who sends")
"""

AFTER = """
MAIL_BATCH: int = setting(50, "Mails at once")
MAIL_COLOUR: Literal["red", "green"] = setting("red", "Of the banner")
MAIL_FROM: str = setting("noreply@example.com", "Sender")
MAIL_LANGUAGE: str = setting(description="Of the texts")
MAIL_LINK: str = setting(description="To the archive", computed=True)
MAIL_LIMIT: int = setting(100, "Mails in a minute")
MAIL_OLD: str = setting("", "Recipient", deprecated="use MAIL_ROUTES", deprecated_in="2.0")
MAIL_PASSWORD: str = setting("dev-mail-2", "SMTP password", secret=True)
MAIL_PORT: int = setting(25, "SMTP port", ge=1, le=1024)
MAIL_REGION: str = setting(description="Where mail leaves")
MAIL_RETRIES: int = setting(3, "Attempts", ge=0)
MAIL_SPOOL = removed("mail is no longer spooled", version="2.0")
MAIL_TIMEOUT: int = setting(5, "Socket timeout", unit="milliseconds")
MAIL_TLS: Literal["starttls", "tls"] = setting("tls", "Transport security")
MAIL_TOKEN: str = setting("dev-token-2", "Of the API", secret=True)
MAIL_URL: str = setting(description="Where it goes", computed=True)
MAIL_USER: str = setting("mailer", "Who sends", renamed_from="SMTP_USER")
"""

COMPUTED = """
@hookimpl
def integr8s_computed():
    return {
        "MAIL_URL": lambda s: f"smtp://{s['MAIL_FROM']}",
        "MAIL_LINK": lambda s: f"{s['MAIL_URL']}/archive",
    }
"""

RULE = """
@hookimpl
def integr8s_validators():
    few = lambda batch, limit: batch <= limit
    return [rule("MAIL_BATCH", "MAIL_LIMIT", check=few, wanted="at most MAIL_LIMIT")]
"""

BASE = """\
# What every role has.
MAIL_LIMIT = 10
MAIL_PORT = 2525
MAIL_TOKEN = "token-of-the-team"
SMTP_USER = "team"
"""

WORKER = """\
MAIL_BATCH = 20
MAIL_FROM = "worker@example.com"
MAIL_OLD = "ops@example.com"
MAIL_SPOOL = "/tmp/spool"
MAIL_TIMEOUT = 7
MAIL_TLS = "none"
"""
