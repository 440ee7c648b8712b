"""What type checkers must refuse that know the keys from a stub: each line with ``error:``."""

from __future__ import annotations

from integr8s_conf import Settings, settings

settings.KAFKA_SESION_TIMEOUT_MS  # error: attr-defined
settings.MAIL_PROT  # error: attr-defined
Settings().MAIL_PROT  # error: attr-defined
Settings.MAIL_PROT  # error: attr-defined
timeout: str = settings.KAFKA_SESSION_TIMEOUT_MS  # error: assignment
settings.MAIL_ROUTES["sales"].too  # error: attr-defined
settings.MAIL_PORT = 26  # error: misc
settings.MAIL_NEW = 26  # error: attr-defined


def port(one: Settings) -> str:
    return one.MAIL_PORT  # error: return-value
