"""The public names as their users see them: checked by mypy and pyright, never run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, assert_type

from integr8s_conf import (
    ConfigError,
    ConfigWarning,
    Explanation,
    Origin,
    Problem,
    Rule,
    Section,
    Settings,
    Source,
    __api__,
    hookimpl,
    http_url,
    non_empty,
    removed,
    rule,
    setting,
    settings,
)
from integr8s_sections.kafka import Kafka
from integr8s_sections.server import Server


def read() -> None:
    assert_type(settings, Settings)
    assert_type(settings.REDIS_DB, Any)
    kafka = settings.section(Kafka)
    assert_type(kafka, Kafka)
    assert_type(kafka.KAFKA_SESSION_TIMEOUT_MS, int)
    assert_type(kafka.KAFKA_GRACEFUL_TIMEOUT, float)
    assert_type(kafka.KAFKA_AUTO_OFFSET_RESET, Literal["earliest", "latest", "none"])
    assert_type(settings.section(Server).CORS_ORIGINS, list[str])
    assert_type(len(settings), int)
    assert_type(list(settings), list[str])
    assert_type("REDIS_DB" in settings, bool)


def make() -> Settings:
    Settings()
    Settings("config.test.toml", "config.saga-orchestrator.toml")
    Settings(overrides={"REDIS_DB": 3}, env_file=None, secrets_dir="/run/secrets")
    return Settings().replace(REDIS_DB=3)


def look(one: Settings) -> None:
    assert_type(one.as_dict(), dict[str, Any])
    assert_type(one.as_dict(reveal=True), dict[str, Any])
    explanation = one.explain("MONGODB_URL")
    assert_type(explanation, Explanation)
    assert_type(explanation.inputs, tuple[Explanation, ...])


def refuse() -> Iterable[str]:
    try:
        make()
    except ConfigError as error:
        assert_type(error.problems, tuple[Problem, ...])
        for problem in error.problems:
            assert_type(problem.key, str | None)
            assert_type(problem.origin, Origin | None)
            yield problem.hint
    category: type[Warning] = ConfigWarning
    yield category.__name__


class Mail(Section):
    """Outgoing mail."""

    MAIL_HOST: str = setting("localhost", "SMTP host", check=non_empty)
    MAIL_PORT: int = setting(25, "SMTP port", ge=1, le=65535)
    MAIL_PAGE: str = setting("http://localhost", "Status page", check=[http_url, non_empty])
    MAIL_URL: str = setting(description="SMTP connection string", computed=True)


@hookimpl
def integr8s_sections() -> Sequence[type[Section]]:
    return [Mail]


@hookimpl
def integr8s_defaults() -> Mapping[str, Any]:
    return {"SERVICE_NAME": "mailer"}


@hookimpl
def integr8s_validators() -> Sequence[Rule]:
    less = rule("MAIL_PORT", "SERVER_PORT", check=lambda one, other: one != other, wanted="another")
    assert_type(less, Rule)
    return [less]


@hookimpl
def integr8s_computed() -> Mapping[str, Callable[[Mapping[str, Any]], Any]]:
    return {"MAIL_URL": lambda s: f"smtp://{s['MAIL_HOST']}:{s['MAIL_PORT']}"}


def iterate(one: Settings) -> Iterator[str]:
    yield from one


class Mailer(Section):
    """A section that had another key."""

    MAILER_HOST: str = setting("localhost", "SMTP host", renamed_from="MAILER", renamed_in="2.0")
    MAILER_SPOOL = removed("mail is no longer spooled", version="2.0")


def build_on_the_api() -> Source:
    assert_type(__api__, str)
    return Source("vault", lambda values: {"MAILER_HOST": values["HOST"]}, keys=["MAILER_*"])
