"""A plugin with every hook, as its author's type checker sees it: no error, never run."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from dynaconf import Validator

from integr8s_conf import Rule, Section, Settings, Source, hookimpl, rule, setting


class Mail(Section):
    """Outgoing mail."""

    MAIL_HOST: str = setting("localhost", "SMTP host")
    MAIL_PASSWORD: str = setting("dev-mail", "SMTP password", secret=True)
    MAIL_URL: str = setting(description="SMTP connection string", computed=True)


@hookimpl
def integr8s_sections() -> list[type[Section]]:
    return [Mail]


@hookimpl
def integr8s_defaults() -> dict[str, object]:
    return {"SERVICE_NAME": "mailer"}


@hookimpl
def integr8s_validators() -> Sequence[Validator | Rule]:
    both = rule("MAIL_HOST", check=lambda host: host != "mx", wanted="another host")
    return [Validator("MAIL_HOST", must_exist=True), both]


@hookimpl
def integr8s_computed() -> dict[str, Callable[[Mapping[str, Any]], str]]:
    return {"MAIL_URL": lambda s: f"smtp://{s['MAIL_HOST']}"}


def fetch(known: Mapping[str, Any]) -> dict[str, str]:
    return {"MAIL_PASSWORD": f"of {known['MAIL_HOST']}"}


@hookimpl
def integr8s_sources() -> list[Source]:
    return [Source("vault", fetch, keys=["MAIL_PASSWORD"], before="environment", timeout=2)]


@hookimpl
def integr8s_loaded(settings: Settings) -> None:
    settings.section(Mail)


@hookimpl
def integr8s_documentation() -> dict[type[Section], str]:
    return {Mail: "How mail is sent."}


@hookimpl(specname="integr8s_sections")
def sections() -> list[type[Mail]]:
    return [Mail]


@hookimpl(specname="integr8s_loaded")
def loaded() -> None: ...


@hookimpl(optionalhook=True)
def integr8s_of_a_later_release(argument: int) -> int:
    return argument
