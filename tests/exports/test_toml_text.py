"""A line of TOML reads back as the value that it was made of."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime, time, timedelta, timezone
from decimal import Decimal
from math import isnan
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integr8s_conf.convert import converter_for
from integr8s_conf.export.toml_text import toml_line, toml_value
from integr8s_conf.secret import Secret

from .values import typed

if TYPE_CHECKING:
    from integr8s_conf.convert import Converter


@given(typed())
def test_a_key_reads_back_what_was_written(case: tuple[Converter, Any]) -> None:
    converter, value = case
    line = toml_line("KEY", value)
    assert converter.convert(tomllib.loads(line)["KEY"]) == value
    assert line.isprintable()


@given(st.text(), st.text())
def test_any_name_and_text_stay_on_their_line(name: str, text: str) -> None:
    line = toml_line("KEY", {name: [text]})
    assert tomllib.loads(line) == {"KEY": {name: [text]}}
    assert line.isprintable()


@pytest.mark.parametrize(
    ("value", "line"),
    [
        (float("inf"), "KEY = inf"),
        (None, 'KEY = ""'),
        ([], "KEY = []"),
        ({}, "KEY = {}"),
        ({10, 9, 2}, "KEY = [2, 9, 10]"),
        (timedelta(minutes=1, seconds=30), 'KEY = "90s"'),
        (timedelta(seconds=1, microseconds=5), 'KEY = "1s5us"'),
        (datetime(2026, 1, 31, 12, tzinfo=UTC), "KEY = 2026-01-31T12:00:00Z"),
        ({"a b": [{"c": 1}]}, 'KEY = { "a b" = [{ c = 1 }] }'),
        (Decimal("1.50"), 'KEY = "1.50"'),
        (2**64, 'KEY = "18446744073709551616"'),
        ("\x1b[31m\x9b\u202e", r'KEY = "\u001b[31m\u009b\u202e"'),
        ("\ud800", 'KEY = "?"'),
    ],
)
def test_values_are_spelled_as_people_write_them(value: Any, line: str) -> None:
    assert toml_line("KEY", value) == line


def test_nan_is_not_a_number_again() -> None:
    assert isnan(tomllib.loads(toml_line("KEY", float("nan")))["KEY"])


def test_a_negative_duration_is_a_number_of_its_unit() -> None:
    value = timedelta(minutes=-90)
    line = toml_line("KEY", value, unit="hours")
    assert line == "KEY = -1.5"
    assert converter_for(timedelta, unit="hours").convert(-1.5) == value


@pytest.mark.parametrize(
    "value",
    [
        10**5000,
        time(12, tzinfo=UTC),
        datetime(2026, 1, 31, tzinfo=timezone(timedelta(seconds=1))),
    ],
    ids=["a huge integer", "a time with a zone", "a zone of seconds"],
)
def test_what_toml_has_no_spelling_for_is_a_text(value: Any) -> None:
    assert tomllib.loads(toml_line("KEY", value)) == {"KEY": toml_value(value)}
    assert isinstance(toml_value(value), str)


def test_a_secret_is_masked_however_deep() -> None:
    assert "hunter2" not in toml_line("KEY", [{"a": Secret("hunter2")}])
