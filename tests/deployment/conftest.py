"""What ``integr8s-conf check`` says of the files in the working directory."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from ..command_line.commands import SETTINGS, integr8s_conf

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..conftest import Write

    Check = Callable[..., dict[str, Any]]


@pytest.fixture
def check() -> Check:
    """Return a function that checks, and gives the report; the exit code must agree with it."""

    def check(*words: str, **variables: str) -> dict[str, Any]:
        done = integr8s_conf("check", "--format", "json", *words, **variables)
        assert done.err == ""
        report: dict[str, Any] = json.loads(done.out)
        assert done.code == (0 if report["valid"] else 78)
        return report

    return check


@pytest.fixture
def full() -> str:
    """Return a text that has the keys of a base file."""
    return (SETTINGS / "config.toml").read_text(encoding="utf-8")


@pytest.fixture
def small(write: Write) -> None:
    """Write a deployment of a base file and two overrides."""
    write("config.toml", 'PROJECT_NAME = "sample"\n')
    write("config.one.toml", "REDIS_DB = 1\n")
    write("config.two.toml", "REDIS_DB = 2\n")


def names(report: dict[str, Any]) -> list[str]:
    """Return the names of the combinations that were checked."""
    return [one["name"] for one in report["combinations"]]


def said(report: dict[str, Any]) -> list[tuple[str, ...]]:
    """Return of each problem what it is about, its place, and its texts."""
    return [
        (one["key"], f"{one['origin']['name']}:{one['origin']['line']}", one["found"], one["hint"])
        for one in report["problems"]
    ]
