"""Numbers: an int is fine for a float, a bool is no int, and nothing is infinite unasked."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from .conftest import Declare, Load, Refused

LEAST, GREATEST = -(2**63), 2**63 - 1


def test_integer_in_a_file_becomes_a_float(declare: Declare, load: Load) -> None:
    declare("MAIL_X: float = setting()")
    assert type(load("MAIL_X = 60").MAIL_X) is float


def test_integer_in_overrides_becomes_a_float(declare: Declare, load: Load) -> None:
    declare("MAIL_X: float = setting()")
    assert type(load(overrides={"MAIL_X": 60}).MAIL_X) is float


def test_integer_as_a_default_becomes_a_float(declare: Declare, load: Load) -> None:
    declare("MAIL_X: float = setting(60)")
    assert type(load().MAIL_X) is float


@pytest.mark.parametrize("type_", ["int", "float", "list[int]", "dict[str, float]"])
@pytest.mark.parametrize("value", [True, False])
def test_boolean_is_no_number(type_: str, value: bool, declare: Declare, refused: Refused) -> None:
    declare(f"MAIL_X: {type_} = setting()")
    given: Any = {"list[int]": [value], "dict[str, float]": {"a": value}}.get(type_, value)
    assert refused(overrides={"MAIL_X": given}).hint == "write a number, not true or false"


# The bounds of 64 bits.


@pytest.mark.parametrize("number", [LEAST, GREATEST])
def test_integer_of_64_bits_is_taken(number: int, declare: Declare, load: Load) -> None:
    declare("MAIL_X: int = setting()")
    assert load(f"MAIL_X = {number}")["MAIL_X"] == number


@pytest.mark.parametrize("number", [LEAST - 1, GREATEST + 1, 10**30])
def test_integer_beyond_64_bits_is_refused_in_a_file(
    number: int, declare: Declare, refused: Refused
) -> None:
    declare("MAIL_X: int = setting()")
    assert refused(f"MAIL_X = {number}").wanted == "an integer of at most 64 bits"


@pytest.mark.parametrize("number", [LEAST - 1, GREATEST + 1, 10**30])
def test_integer_beyond_64_bits_is_refused_in_overrides(
    number: int, declare: Declare, refused: Refused
) -> None:
    declare("MAIL_X: int = setting()")
    problem = refused(overrides={"MAIL_X": number})
    assert problem.wanted == "an integer of at most 64 bits"


@pytest.mark.parametrize("text", [str(LEAST - 1), str(GREATEST + 1), "9" * 5000])
def test_integer_beyond_64_bits_is_refused_in_a_variable(
    text: str, declare: Declare, refused: Refused, monkeypatch: pytest.MonkeyPatch
) -> None:
    declare("MAIL_X: int = setting()")
    monkeypatch.setenv("INTEGR8S_MAIL_X", text)
    assert refused().wanted == "an integer of at most 64 bits"


@pytest.mark.parametrize("type_", ["str", "int", "float", "bool", "Path", "date", "list[str]"])
def test_integer_of_5000_digits_is_refused_by_every_type(
    type_: str, declare: Declare, refused: Refused
) -> None:
    declare(f"MAIL_X: {type_} = setting()")
    assert refused(overrides={"MAIL_X": 10**5000}).key == "MAIL_X"


# NaN and infinity.


@pytest.mark.parametrize("toml", ["nan", "-nan", "inf", "+inf", "-inf", "1e400"])
def test_number_that_is_not_finite_is_refused_in_a_file(
    toml: str, declare: Declare, refused: Refused
) -> None:
    declare("MAIL_X: float = setting()")
    assert refused(f"MAIL_X = {toml}").wanted == "a finite number"


@pytest.mark.parametrize("text", ["nan", "inf", "-inf", "NaN", "1e400", "-1e400"])
def test_number_that_is_not_finite_is_refused_in_a_variable(
    text: str, declare: Declare, refused: Refused, monkeypatch: pytest.MonkeyPatch
) -> None:
    declare("MAIL_X: float = setting()")
    monkeypatch.setenv("INTEGR8S_MAIL_X", text)
    assert refused().wanted == "a finite number"


@pytest.mark.parametrize(
    ("type_", "given"),
    [
        ("float", math.nan),
        ("float", math.inf),
        ("float | None", math.inf),
        ("list[float]", [1.0, math.nan]),
        ("dict[str, float]", {"a": -math.inf}),
        ("timedelta", math.nan),
        ("timedelta", math.inf),
        ("int", math.nan),
        ("int", math.inf),
    ],
)
def test_number_that_is_not_finite_is_refused_in_overrides(
    type_: str, given: Any, declare: Declare, refused: Refused
) -> None:
    declare(f"MAIL_X: {type_} = setting()")
    assert refused(overrides={"MAIL_X": given}).key == "MAIL_X"


def test_infinity_is_taken_where_the_setting_allows_it(declare: Declare, load: Load) -> None:
    declare("MAIL_X: float = setting(allow_inf_nan=True)")
    assert load("MAIL_X = -inf")["MAIL_X"] == -math.inf


def test_nan_is_taken_where_the_setting_allows_it(
    declare: Declare, load: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    declare("MAIL_X: float = setting(allow_inf_nan=True)")
    monkeypatch.setenv("INTEGR8S_MAIL_X", "nan")
    assert math.isnan(load().MAIL_X)


@pytest.mark.parametrize("bound", ["gt=0", "ge=0", "lt=0", "le=0"])
def test_nan_keeps_to_no_bound(bound: str, declare: Declare, refused: Refused) -> None:
    declare(f"MAIL_X: float = setting(allow_inf_nan=True, {bound})")
    assert refused("MAIL_X = nan").key == "MAIL_X"


# Durations.


@pytest.mark.parametrize(
    ("unit", "seconds"),
    [("milliseconds", 0.03), ("seconds", 30), ("minutes", 1800), ("hours", 108000)],
)
def test_bare_number_of_a_duration_is_of_the_declared_unit(
    unit: str, seconds: float, declare: Declare, load: Load
) -> None:
    declare(f"MAIL_X: timedelta = setting(unit={unit!r})")
    assert load("MAIL_X = 30").MAIL_X.total_seconds() == seconds


def test_text_of_a_duration_with_a_unit_is_of_that_unit(declare: Declare, load: Load) -> None:
    declare('MAIL_X: timedelta = setting(unit="milliseconds")')
    assert load('MAIL_X = "30s"').MAIL_X.total_seconds() == 30


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("1w", 604800),
        ("2d", 172800),
        ("1h", 3600),
        ("5m", 300),
        ("5min", 300),
        ("5 minutes", 300),
        ("30s", 30),
        ("30 sec", 30),
        ("1 second", 1),
        ("1.5h", 5400),
        ("500ms", 0.5),
        ("10us", 0.00001),
        ("1h30m15s", 5415),
        ("1h 30m", 5400),
        ("PT0S", 0),
        ("PT1H30M", 5400),
        ("P1D", 86400),
        ("P2W", 1209600),
        ("PT0.5S", 0.5),
    ],
)
def test_text_of_a_duration(text: str, seconds: float, declare: Declare, load: Load) -> None:
    declare("MAIL_X: timedelta = setting()")
    assert load(f'MAIL_X = "{text}"').MAIL_X.total_seconds() == seconds


@pytest.mark.parametrize(
    "text", ["s", "30x", "1h1h", "1h-", "P", "PT", "P1", "P1DT", "PT1S1M", "1m 30", "٣s", "1e5s"]
)
def test_text_that_is_no_duration_is_refused(text: str, declare: Declare, refused: Refused) -> None:
    declare("MAIL_X: timedelta = setting()")
    assert "such as 30s" in refused(f'MAIL_X = "{text}"').wanted


@pytest.mark.parametrize("toml", ["1e300", '"99999999999d"', '"1e400"', "1_000_000_000_000_000"])
def test_duration_that_no_timedelta_can_hold_is_refused(
    toml: str, declare: Declare, refused: Refused
) -> None:
    declare("MAIL_X: timedelta = setting()")
    assert refused(f"MAIL_X = {toml}").key == "MAIL_X"
