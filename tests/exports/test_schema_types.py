"""Every declared type has a schema that takes the TOML values which the settings take."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from integr8s_conf import ConfigError, Settings

from ..plugins.sources import plugin
from .ecma_validator import accepts_toml, exported

if TYPE_CHECKING:
    from ..conftest import Stranger, Write

TYPES = """
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import Enum, IntEnum
from pathlib import Path
from typing import Annotated, Any, Literal, NewType, NotRequired, TypedDict
from integr8s_conf import json_schema, non_empty


class Color(Enum):
    RED = "r"
    BLUE = 2


class Place(Enum):
    HERE = (1, 2)


@dataclass
class Route:
    to: str
    weights: list[int] = field(default_factory=list)
    derived: int = field(default=0, init=False)


class Retry(TypedDict):
    times: int
    pause: NotRequired[float]


Name = NewType("Name", str)


@json_schema(pattern="^[a-z]*$")
def lower(text):
    return None if text.islower() and text.isascii() else "lower case"
"""


class Row(NamedTuple):
    type: str
    good: tuple[str, ...]
    bad: tuple[str, ...] = ()
    keywords: str = ""


ROWS = (
    Row("str", ('""', '"x"'), ("1", "true", "[]", "{}")),
    Row("Name", ('"x"',), ("1",)),
    Row("Annotated[str, {}]", ('"x"',), ("1",)),
    Row("int", ("0", "-5"), ('"1"', "true", "1.5", "[1]")),
    Row("float", ("0.5", "1"), ('"1"', "true")),
    Row("bool", ("true", "false"), ("1", '"true"')),
    Row("Path", ('"~/x"',), ('""', "1")),
    Row("str | None", ('""', '"x"'), ("1",)),
    Row("int | None", ('""', "3"), ('"x"', '" "', "2.5")),
    Row("int | str", ("3", '"x"'), ("true", "[]")),
    Row("Literal['a', 1, True]", ('"a"', "1", "true"), ('"b"', "2", "false", '""')),
    Row("Literal['a', None]", ('"a"', '""'), ('"b"',)),
    Row("Color", ('"r"', "2", '"RED"', '"BLUE"'), ('"red"', "3", "true")),
    Row("Color | None", ('"RED"', '""'), ('"red"',)),
    Row("Place", ('"HERE"',)),
    Row(
        "timedelta",
        ("30", "0.5", '"30"', '" -1.5 "', '"1h 30m"', '"PT30S"', '"P1DT2H"', '"2 Weeks"'),
        ('"soon"', '""', "true", "[]", '"30:00"'),
    ),
    Row("date", ("2026-01-31",), ("5", "true", "[]", "{}")),
    Row("datetime", ("2026-01-31T12:00:00", "2026-01-31T12:00:00Z"), ("5", "true")),
    Row("time", ("12:00:00",), ("5", "true")),
    Row("list[int]", ("[]", "[1, 2]"), ('["1"]', "1", '"1"', "{}")),
    Row("list[Annotated[int, {}]]", ("[1]",), ('["1"]',)),
    Row("list[str | None]", ('["", "x"]',), ("[1]",)),
    Row("set[str]", ('["x", "x"]',), ("[1]",)),
    Row("tuple[int, ...]", ("[1, 2, 3]",), ('["1"]',)),
    Row("tuple[int, str]", ('[1, "x"]',), ("[1]", '[1, "x", 2]', '["x", 1]')),
    Row("list", ("[]", '[1, "x", []]'), ("1",)),
    Row("dict[str, int]", ("{}", "{ a = 1 }"), ('{ a = "1" }', "[]", "1")),
    Row("dict", ("{ a = { b = 1 } }",), ("[]",)),
    Row(
        "Route",
        ('{ to = "x" }', '{ to = "x", weights = [1] }'),
        ("{}", '{ to = "x", other = 1 }', '{ to = "x", derived = 1 }', "{ to = 1 }", '"x"'),
    ),
    Row("dict[str, list[Route]]", ('{ a = [{ to = "x" }] }',), ("{ a = [{}] }",)),
    Row(
        "Retry",
        ("{ times = 1 }", "{ times = 1, pause = 2 }"),
        ("{}", "{ times = 1, other = 1 }", '{ times = "1" }'),
    ),
    Row("Any", ('"x"', "1", "[]")),
    Row("complex", ('"1j"', "1"), keywords="cast=complex"),
    Row("int", ("1", "9"), ("0", "10"), "gt=0, lt=10"),
    Row("float", ("1", "10"), ("0.9", "10.1"), "ge=1, le=10"),
    Row("float | None", ("1", '""'), ("0",), "gt=0"),
    Row("timedelta", ("1", "'1500ms'"), ("0.5",), "ge=1, unit='seconds'"),
    Row("timedelta", ("1000",), ("999",), "ge='1s', unit='milliseconds'"),
    Row("str", ('"éé"', '"xyz"'), ('"x"', '"xxxx"'), "min_length=2, max_length=3"),
    Row("list[int]", ("[1]",), ("[]", "[1, 1, 1]"), "min_length=1, max_length=2"),
    Row("set[int]", ("[1, 1, 1]",), ("[]",), "min_length=1, max_length=2"),
    Row("dict[str, int]", ("{ a = 1 }",), ("{}",), "min_length=1"),
    Row(
        "str",
        ('"ab-1"', '"c!"'),
        ('"ab-"', '"1ab-1"', '"ab-1c!"'),
        r"pattern=r'(?P<n>[a-z]+)-\d|c!'",
    ),
    Row("str | None", ('""', '"ab"'), ('"b"',), "pattern='a.'"),
    Row("Path", ('"a//b"', '"a/b"'), keywords="pattern='a/b'"),
    Row("str", ('"x"',), ('""', '"X"', '" "'), "check=[lower, non_empty]"),
    Row("Literal['a', None]", ('"a"', '""'), keywords="check=lower"),
)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.type}, {row.keywords}")
def test_schema_takes_what_the_settings_take(row: Row, stranger: Stranger, write: Write) -> None:
    key = f"MAIL_X: {row.type} = setting(description='Anything', {row.keywords})"
    stranger(plugin(key, before=TYPES))
    schema = exported()

    for value in (*row.good, *row.bad):
        text = f"MAIL_X = {value}"
        write("config.toml", text)
        assert accepts_toml(schema, text) is _settings_take(text) is (value in row.good), text


def _settings_take(text: str) -> bool:
    try:
        Settings(env_file=None)
    except ConfigError:
        return False
    return True


def _mail_x(declared: str, stranger: Stranger) -> dict[str, Any]:
    stranger(plugin(declared, before=TYPES))
    found: dict[str, Any] = exported()["properties"]["MAIL_X"]
    return found


@pytest.mark.parametrize(
    ("declared", "default"),
    [
        ("int = setting(5)", 5),
        ("str | None = setting(None)", ""),
        ("timedelta = setting('20 days')", "1728000s"),
        ("dict[str, str] = setting({'a': 'http://me:tiger-lily@x'})", {"a": "http://********@x"}),
        ("Color = setting('RED')", "r"),
        ("set[str] = setting({'b', 'a'})", ["a", "b"]),
        ("date = setting(date(2026, 1, 31))", "2026-01-31"),
    ],
)
def test_default_is_as_a_file_would_write_it(
    declared: str, default: object, stranger: Stranger
) -> None:
    assert _mail_x(f"MAIL_X: {declared}", stranger)["default"] == default


@pytest.mark.parametrize(
    "declared",
    [
        "str = setting(description='Required')",
        "list[str] = setting(lambda: ['a'])",
        "str = setting('tiger-lily', secret=True, examples=['tiger-lily'])",
    ],
)
def test_no_default_is_said_where_there_is_none_to_say(declared: str, stranger: Stranger) -> None:
    found = _mail_x(f"MAIL_X: {declared}", stranger)
    assert "default" not in found
    assert "tiger" not in json.dumps(found)


def test_default_of_another_plugin_is_said(stranger: Stranger) -> None:
    stranger(plugin("MAIL_X: int = setting(5)"))
    stranger(plugin(defaults="{'MAIL_X': 6}"), name="other")
    assert exported()["properties"]["MAIL_X"]["default"] == 6


def test_readers_learn_all_that_is_declared(stranger: Stranger) -> None:
    found = _mail_x(
        "MAIL_X: int = setting(5, 'Time out', unit='seconds', gt=0, examples=[1, 2],"
        " deprecated='set WEB_TIMEOUT')",
        stranger,
    )
    assert found == {
        "description": "Time out (seconds): greater than 0. Deprecated: set WEB_TIMEOUT.",
        "default": 5,
        "examples": [1, 2],
        "deprecated": True,
        "type": "integer",
        "exclusiveMinimum": 0,
    }


def test_former_name_is_deprecated_and_takes_the_same_values(stranger: Stranger) -> None:
    stranger(plugin("MAIL_X: int = setting(5, ge=1, renamed_from='OLD_X')"))
    schema = exported()
    assert schema["properties"]["OLD_X"]["deprecated"]
    assert accepts_toml(schema, "OLD_X = 1")
    assert not accepts_toml(schema, "OLD_X = 0")


def test_unknown_key_is_refused(stranger: Stranger) -> None:
    stranger(plugin("MAIL_X: int = setting(5)"))
    assert not accepts_toml(exported(), "MAIL_Y = 5")


def test_keywords_without_json_are_a_problem_of_the_plugin(stranger: Stranger) -> None:
    stranger("from integr8s_conf import json_schema\n\njson_schema(pattern=object())")
    with pytest.raises(ConfigError, match="plugin mail"):
        Settings(overrides={})
