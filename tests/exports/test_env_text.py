"""A line of an env file reads back as the value that it was made of."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from dotenv.parser import parse_stream
from hypothesis import given
from hypothesis import strategies as st

from integr8s_conf.export.env_text import env_line

from .values import typed

if TYPE_CHECKING:
    from integr8s_conf.convert import Converter


def _read(text: str) -> list[tuple[str | None, str | None]]:
    return [(binding.key, binding.value) for binding in parse_stream(io.StringIO(text))]


@given(typed())
def test_a_variable_reads_back_what_was_written(case: tuple[Converter, Any]) -> None:
    converter, value = case
    line = env_line("KEY", value)
    [(name, text)] = _read(f"{line}\n")
    assert text is not None
    assert (name, converter.parse(text)) == ("KEY", value)


@given(st.text())
def test_a_text_ends_with_its_line(text: str) -> None:
    lines = f"{env_line('KEY', text)}\nNEXT=1\n"
    assert _read(lines) == [("KEY", text), ("NEXT", "1")]
    assert _read(f"# {lines}") == [(None, None), ("NEXT", "1")]


@pytest.mark.parametrize(
    ("value", "line"),
    [
        (True, "KEY=true"),
        (None, "KEY="),
        ("a b", "KEY='a b'"),
        ("it's", 'KEY="it\'s"'),
        ("#no comment", "KEY='#no comment'"),
        (["a", "é"], """KEY='["a", "é"]'"""),
        ({"a": {"b": 1}}, """KEY='{"a": {"b": 1}}'"""),
        (timedelta(seconds=90), "KEY=90s"),
    ],
)
def test_values_are_spelled_as_people_write_them(value: Any, line: str) -> None:
    assert env_line("KEY", value) == line


def test_a_negative_duration_is_a_number_of_its_unit() -> None:
    assert env_line("KEY", timedelta(hours=-3), unit="hours") == "KEY=-3.0"
