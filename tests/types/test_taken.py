"""Each declared type takes the values that it should, from each kind of layer."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from .conftest import Declare, Load

MOMENT = datetime(2026, 1, 31, 12, 30, tzinfo=UTC)

FROM_TOML = [
    ("str", '"text"', "text"),
    ("str", '""', ""),
    ("int", "45000", 45000),
    ("int", "-1", -1),
    ("int", "0x10", 16),
    ("float", "1.5", 1.5),
    ("float", "60", 60.0),
    ("bool", "true", True),
    ("bool", "false", False),
    ("str | None", '"text"', "text"),
    ("int | None", "5", 5),
    ("None | int", '""', None),
    ("Literal['a', 'b']", '"b"', "b"),
    ("Literal[1, 2]", "2", 2),
    ("Literal[True]", "true", True),
    ("Literal['a', 1]", "1", 1),
    ("Literal['a', None]", '""', None),
    ("Path", '"/etc/app"', Path("/etc/app")),
    ("Path", '"~/app"', Path("~/app")),
    ("timedelta", "30", timedelta(seconds=30)),
    ("timedelta", "1.5", timedelta(seconds=1.5)),
    ("timedelta", '"30s"', timedelta(seconds=30)),
    ("timedelta", '"PT30S"', timedelta(seconds=30)),
    ("date", "2026-01-31", date(2026, 1, 31)),
    ("datetime", "2026-01-31T12:30:00Z", MOMENT),
    ("time", "12:30:00", time(12, 30)),
    ("list[str]", '["a", "b"]', ["a", "b"]),
    ("list[int]", "[]", []),
    ("list[float]", "[1, 2.5]", [1.0, 2.5]),
    ("list", '[1, "a"]', [1, "a"]),
    ("list[list[int]]", "[[1], [2, 3]]", [[1], [2, 3]]),
    ("tuple[int, ...]", "[1, 2]", (1, 2)),
    ("tuple[int, str]", '[1, "a"]', (1, "a")),
    ("set[int]", "[1, 2, 2]", {1, 2}),
    ("frozenset[str]", '["a"]', {"a"}),
    ("dict[str, int]", "{ a = 1 }", {"a": 1}),
    ("dict[str, list[Path]]", '{ a = ["/b"] }', {"a": [Path("/b")]}),
    ("dict", "{ a = 1 }", {"a": 1}),
    ("int | str", '"5"', "5"),
    ("int | str", "5", 5),
    ("Any", "[1, { a = 2 }]", [1, {"a": 2}]),
    ("Annotated[int, 'of letters']", "5", 5),
    ("NewType('Port', int)", "5", 5),
]

FROM_TEXT = [
    ("str", " text ", " text "),
    ("str", "12", "12"),
    ("int", "45000", 45000),
    ("int", " -1 ", -1),
    ("int", "+5", 5),
    ("int", "1_000", 1000),
    ("int", "007", 7),
    ("float", "1.5", 1.5),
    ("float", "60", 60.0),
    ("float", ".5", 0.5),
    ("float", "1e3", 1000.0),
    *(("bool", text, True) for text in ("true", "1", "yes", "on", "TRUE", "Yes", " on ")),
    *(("bool", text, False) for text in ("false", "0", "no", "off", "False", "NO", " off ")),
    ("str | None", "text", "text"),
    ("int | None", "5", 5),
    ("Literal['a', 'b']", "b", "b"),
    ("Literal[1, 2]", "2", 2),
    ("Literal[1, 2]", " 2 ", 2),
    ("Literal[True]", "true", True),
    ("Literal['a', None]", "", None),
    ("Path", "~/app", Path("~/app")),
    ("timedelta", "30", timedelta(seconds=30)),
    ("timedelta", "1h30m", timedelta(hours=1, minutes=30)),
    ("timedelta", "500ms", timedelta(milliseconds=500)),
    ("timedelta", "2 days", timedelta(days=2)),
    ("timedelta", "P1DT12H", timedelta(days=1, hours=12)),
    ("timedelta", "-5", timedelta(seconds=-5)),
    ("date", "2026-01-31", date(2026, 1, 31)),
    ("datetime", "2026-01-31T12:30:00Z", MOMENT),
    ("datetime", "2026-01-31 12:30:00+00:00", MOMENT),
    ("list[str]", '["a, b", "c"]', ["a, b", "c"]),
    ("list[str]", "a, b", ["a", "b"]),
    ("list[str]", "", []),
    ("list[int]", "1,2", [1, 2]),
    ("list[int]", "[1, 2]", [1, 2]),
    ("list[float]", "[1]", [1.0]),
    ("list[bool]", "yes,no", [True, False]),
    ("list[str] | None", "", None),
    ("tuple[int, ...]", "1,2", (1, 2)),
    ("tuple[int, str]", "1,a", (1, "a")),
    ("tuple[int, str]", '[1, "a"]', (1, "a")),
    ("set[int]", "1,2,2", {1, 2}),
    ("set[int]", "[1, 2]", {1, 2}),
    ("dict[str, int]", '{"a": 1}', {"a": 1}),
    ("dict[str, list[int]]", '{"a": [1]}', {"a": [1]}),
    ("int | str", "5", 5),
    ("int | str", "five", "five"),
]

FROM_OVERRIDES = [
    ("str", "text", "text"),
    ("int", 45000, 45000),
    ("float", 60, 60.0),
    ("bool", True, True),
    ("int | None", None, None),
    ("Literal['a', 'b']", "b", "b"),
    ("Path", "/etc/app", Path("/etc/app")),
    ("Path", Path("/etc/app"), Path("/etc/app")),
    ("timedelta", timedelta(minutes=1), timedelta(minutes=1)),
    ("timedelta", "1m", timedelta(minutes=1)),
    ("date", date(2026, 1, 31), date(2026, 1, 31)),
    ("datetime", MOMENT, MOMENT),
    ("list[str]", ["a"], ["a"]),
    ("list[str]", ("a",), ["a"]),
    ("tuple[int, ...]", (1, 2), (1, 2)),
    ("set[int]", {1, 2}, {1, 2}),
    ("set[int]", [1, 2], {1, 2}),
    ("frozenset[int]", frozenset({1}), {1}),
    ("dict[str, int]", {"a": 1}, {"a": 1}),
]


@pytest.mark.parametrize(("type_", "toml", "value"), FROM_TOML)
def test_value_of_a_file(type_: str, toml: str, value: Any, declare: Declare, load: Load) -> None:
    declare(f"MAIL_X: {type_} = setting()")
    found = load(f"MAIL_X = {toml}")["MAIL_X"]
    assert (found, _kind(found)) == (value, _kind(value))


@pytest.mark.parametrize(("type_", "text", "value"), FROM_TEXT)
def test_text_of_a_variable(
    type_: str,
    text: str,
    value: Any,
    declare: Declare,
    load: Load,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    declare(f"MAIL_X: {type_} = setting()")
    monkeypatch.setenv("INTEGR8S_MAIL_X", text)
    found = load()["MAIL_X"]
    assert (found, _kind(found)) == (value, _kind(value))


@pytest.mark.parametrize(("type_", "given", "value"), FROM_OVERRIDES)
def test_value_of_overrides(
    type_: str, given: Any, value: Any, declare: Declare, load: Load
) -> None:
    declare(f"MAIL_X: {type_} = setting()")
    found = load(overrides={"MAIL_X": given})["MAIL_X"]
    assert (found, _kind(found)) == (value, _kind(value))


@pytest.mark.parametrize(("type_", "given", "value"), FROM_OVERRIDES)
def test_value_of_a_default(
    type_: str, given: Any, value: Any, declare: Declare, load: Load
) -> None:
    declare(
        f"MAIL_X: {type_} = setting(lambda: GIVEN)",
        types=f"import datetime as datetimes, pathlib\n{_source(given)}",
    )
    found = load()["MAIL_X"]
    assert (found, _kind(found)) == (value, _kind(value))


def _kind(value: Any) -> type:
    """Return the plain type of a value: a frozen list is a list, a set that readers get frozen."""
    plain = (bool, int, float, str, list, tuple, dict, datetime, date, frozenset)
    value = frozenset(value) if isinstance(value, set) else value
    return next((type_ for type_ in plain if isinstance(value, type_)), type(value))


def _source(given: Any) -> str:
    """Return source text that defines GIVEN as a value."""
    text = repr(given).replace("datetime.", "datetimes.").replace("PosixPath", "pathlib.Path")
    return f"GIVEN = {text}"
