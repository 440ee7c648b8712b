"""A plugin whose keys Validators judge."""

from __future__ import annotations

from .sources import plugin

KEYS = """
    MAIL_HOST: str = setting("localhost", "Host")
    MAIL_PORT: int = setting(25, "Port", ge=1, le=65535)
    MAIL_TLS: str = setting("none", "Transport security")
    MAIL_PASSWORD: str = setting("dev-mail", "Password", secret=True)
    MAIL_ROUTES: dict[str, str] = setting(dict, "Recipients by topic")
    MAIL_HOPS: list[int] = setting(list, "Ports on the way")
"""


def mail(validators: str, before: str = "") -> str:
    return plugin(KEYS, validators=f"[{validators}]", before=before)
