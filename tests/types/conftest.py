"""Every test declares the keys that it needs, in a stranger's section named Mail."""

from __future__ import annotations

from textwrap import dedent, indent
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from integr8s_conf import ConfigError, Problem, Settings

from .inner_values import TYPES

if TYPE_CHECKING:
    from ..conftest import Stranger, Write

PLUGIN = """\
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from enum import Enum, IntEnum, StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple, NewType, NotRequired, TypedDict
from integr8s_conf import Section, hookimpl, non_empty, setting

{types}
class Mail(Section):
{keys}

@hookimpl
def integr8s_sections():
    return [Mail]
"""


class Declare(Protocol):
    def __call__(self, *keys: str, types: str = ...) -> None: ...


class Load(Protocol):
    def __call__(self, line: str = ..., **request: Any) -> Settings: ...


class Refused(Protocol):
    def __call__(self, line: str = ..., **request: Any) -> Problem: ...


class Wrong(Protocol):
    def __call__(self, type_: str, toml: str = ..., **request: Any) -> list[Problem]: ...


@pytest.fixture
def declare(stranger: Stranger) -> Declare:
    """Return a function that declares keys, each a line of a section, after some types."""

    def declare(*keys: str, types: str = "") -> None:
        body = indent("\n".join(keys), "    ")
        stranger(PLUGIN.format(keys=body, types=dedent(types)))

    return declare


@pytest.fixture
def load(write: Write) -> Load:
    """Return a function that loads settings of a base file with the given lines."""

    def load(line: str = "", **request: Any) -> Settings:
        write("config.toml", line)
        return Settings(**request)

    return load


@pytest.fixture
def refused(load: Load) -> Refused:
    """Return a function that does the same and returns the one problem there must be."""

    def refused(line: str = "", **request: Any) -> Problem:
        with pytest.raises(ConfigError) as refusal:
            load(line, **request)
        [problem] = refusal.value.problems
        return problem

    return refused


@pytest.fixture
def wrong(declare: Declare, load: Load) -> Wrong:
    """Return a function that declares MAIL_X of a type and returns the problems of a value."""

    def wrong(type_: str, toml: str = "", **request: Any) -> list[Problem]:
        declare(f"MAIL_X: {type_} = setting()", types=TYPES)
        with pytest.raises(ConfigError) as refusal:
            load(toml, **request)
        return list(refusal.value.problems)

    return wrong
