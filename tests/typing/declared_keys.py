"""Right uses of keys, for type checkers that know them from a stub; ``mail`` is a stranger's."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any, Literal, assert_type

from mail_conf.mail import Mail, Route, Topic

from integr8s_conf import Explanation, Settings, settings
from integr8s_sections.kafka import Kafka


def read() -> None:
    assert_type(settings.KAFKA_SESSION_TIMEOUT_MS, int)
    assert_type(settings.KAFKA_AUTO_OFFSET_RESET, Literal["earliest", "latest", "none"])
    assert_type(settings.CORS_ORIGINS, list[str])
    assert_type(settings.OTEL_SERVICE_NAME, str | None)
    assert_type(settings.SECRET_KEY, str)
    assert_type(settings.MONGODB_URL, str)


def read_what_a_stranger_declares() -> None:
    assert_type(settings.MAIL_PORT, int)
    assert_type(settings.MAIL_TLS, Literal["none", "tls"])
    assert_type(settings.MAIL_PASSWORD, str)
    assert_type(settings.MAIL_TOPIC, Topic)
    assert_type(settings.MAIL_ROUTES, dict[str, Route])
    assert_type(settings.MAIL_LEVEL, Mail.Level)
    assert_type(settings.MAIL_SPOOL, Path | None)
    assert_type(settings.MAIL_PAUSE, timedelta)
    assert_type(settings.MAIL_LOCAL, Any)
    assert_type(settings.MAIL_ROUTES["sales"].to, str)


def make() -> None:
    assert_type(Settings(overrides={"MAIL_PORT": 26}).MAIL_PORT, int)
    assert_type(Settings.MAIL_PORT, int)
    assert_type(settings.replace(MAIL_PORT=26).MAIL_PORT, int)
    assert_type(settings.section(Mail).MAIL_PORT, int)
    assert_type(settings.section(Kafka).KAFKA_SESSION_TIMEOUT_MS, int)


def look(one: Settings) -> int:
    assert_type(one["MAIL_PORT"], Any)
    assert_type(one.get("MAIL_PORT", 25), Any)
    assert_type(one.as_dict(), dict[str, Any])
    assert_type(one.explain("MAIL_PORT"), Explanation)
    assert_type(list(one), list[str])
    assert_type("MAIL_PORT" in one, bool)
    return one.MAIL_PORT
