"""A plugin whose keys changed: renamed, deprecated, removed."""

from __future__ import annotations

from .sources import plugin

REMOVED = "from integr8s_conf import removed"

MAIL = plugin(
    """
    MAIL_HOST: str = setting(
        "a", renamed_from=["SMTP_HOST", "SMTP"], renamed_in="2.0", removed_in="3.0"
    )
    MAIL_TOKEN: str = setting("dev", secret=True, renamed_from="SMTP_TOKEN")
    MAIL_X: int = setting(1, deprecated="use MAIL_Y", deprecated_in="2.1", removed_in="3.0")
    MAIL_SPOOL = removed("mail is no longer spooled; use MAIL_ROUTES", version="2.0")
    MAIL_PIN = removed("use MAIL_TOKEN", version="2.0", secret=True)
    """,
    before=REMOVED,
)
