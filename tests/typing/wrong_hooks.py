"""Hooks that a type checker must refuse: each line with ``# wrong``, by mypy and by pyright."""

from __future__ import annotations

from typing import Any

from integr8s_conf import Section, Settings, Source, hookimpl


@hookimpl  # wrong
def integr8s_sections() -> str:
    return "Mail"


@hookimpl  # wrong
def integr8s_validators() -> list[str]:
    return ["MAIL_PORT"]


@hookimpl  # wrong
def integr8s_computed() -> int:
    return 1


@hookimpl  # wrong
def integr8s_sources(settings: Settings) -> list[Source]:
    return []


@hookimpl  # wrong
def integr8s_loaded(settings: Settings) -> Settings:
    return settings


@hookimpl  # wrong
def integr8s_documentation() -> dict[int, str]:
    return {}


@hookimpl(specname="integr8s_sections")  # wrong
def sections() -> dict[str, Any]:
    return {}


@hookimpl(specname="integr8s_defaults")  # wrong
def defaults() -> list[type[Section]]:
    return []


@hookimpl(specname="integr8s_loaded")  # wrong
def loaded(settings: int) -> None: ...


Source("vault", lambda s: {}, keys=["MAIL_PASSWORD"], after="vaults")  # wrong
