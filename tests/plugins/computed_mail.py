"""A plugin with a computed key."""

from __future__ import annotations

from .sources import plugin

KEYS = """
    MAIL_HOST: str = setting("localhost", "Host")
    MAIL_PORT: int = setting(25, "Port", ge=1, le=65535)
    MAIL_HOPS: list[int] = setting(lambda: [1, 2], "Hops")
    MAIL_URL: str = setting(description="URL", computed=True)
"""
URL = """{"MAIL_URL": lambda s: f"smtp://{s['MAIL_HOST']}:{s['MAIL_PORT']}"}"""


def mail(function: str, before: str = "", keys: str = KEYS) -> str:
    return plugin(keys, computed=f'{{"MAIL_URL": {function}}}', before=before)
