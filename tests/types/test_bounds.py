"""The bounds and checks of a setting: what each refuses, and how it says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import Declare, Load, Refused

BOUNDS = [
    ("int", "gt=5", "6", "5", "an integer greater than 5"),
    ("int", "ge=5", "5", "4", "an integer at least 5"),
    ("int", "lt=5", "4", "5", "an integer less than 5"),
    ("int", "le=5", "5", "6", "an integer at most 5"),
    ("int", "ge=1, le=5", "1", "0", "an integer at least 1 and at most 5"),
    ("int", "gt=0, unit='seconds'", "1", "0", "an integer number of seconds greater than 0"),
    ("int", "ge=1, unit='ratio'", "1", "0", "an integer (ratio) at least 1"),
    ("int | None", "gt=5", "6", "5", 'an integer, or "" for none greater than 5'),
    ("float", "gt=0", "0.1", "0", "a number greater than 0"),
    ("float", "ge=0.5", "0.5", "0.4", "a number at least 0.5"),
    ("timedelta", "gt=0", '"1s"', "0", "greater than 0s"),
    ("timedelta", "le='1m'", '"60s"', '"61s"', "at most 60s"),
    ("timedelta", "le=timedelta(minutes=1)", "60", "61", "at most 60s"),
    ("date", "ge=date(2026, 1, 1)", "2026-01-01", "2025-12-31", "a date at least 2026-01-01"),
    ("str", "min_length=2", '"ab"', '"a"', "a string of at least 2 characters"),
    ("str", "min_length=1", '"a"', '""', "a string of at least 1 character"),
    ("str", "max_length=2", '"ab"', '"abc"', "a string of at most 2 characters"),
    ("list[int]", "min_length=1", "[1]", "[]", "a list of integers of at least 1 item"),
    ("list[int]", "max_length=1", "[1]", "[1, 2]", "a list of integers of at most 1 item"),
    ("set[int]", "min_length=2", "[1, 2]", "[1, 1]", "of at least 2 items"),
    ("dict[str, int]", "max_length=1", "{ a = 1 }", "{ a = 1, b = 2 }", "of at most 1 item"),
    ("str", "pattern='[a-z]+'", '"abc"', '"abc1"', "a string that matches [a-z]+"),
    ("str", "check=non_empty", '"a"', '" "', "with a character that is no white space"),
]


@pytest.mark.parametrize(("type_", "keyword", "good", "bad", "wanted"), BOUNDS)
def test_value_within_the_bound_is_taken(
    type_: str, keyword: str, good: str, bad: str, wanted: str, declare: Declare, load: Load
) -> None:
    declare(f"MAIL_X: {type_} = setting({keyword})")
    assert load(f"MAIL_X = {good}")["MAIL_X"] is not None


@pytest.mark.parametrize(("type_", "keyword", "good", "bad", "wanted"), BOUNDS)
def test_value_beyond_the_bound_is_refused(
    type_: str, keyword: str, good: str, bad: str, wanted: str, declare: Declare, refused: Refused
) -> None:
    declare(f"MAIL_X: {type_} = setting({keyword})")
    assert wanted in refused(f"MAIL_X = {bad}").wanted


@pytest.mark.parametrize("text", ["abc\n", "1abc", "abc1", ""])
def test_pattern_matches_the_whole_text(text: str, declare: Declare, refused: Refused) -> None:
    declare("MAIL_X: str = setting(pattern='[a-z]+')")
    assert refused(overrides={"MAIL_X": text}).key == "MAIL_X"


def test_none_of_an_optional_key_keeps_to_every_bound(declare: Declare, load: Load) -> None:
    declare(
        "MAIL_X: int | None = setting(None, gt=0)",
        "MAIL_Y: str | None = setting(None, min_length=1, pattern='a', check=non_empty)",
    )
    assert load('MAIL_X = ""\nMAIL_Y = ""')["MAIL_Y"] is None


# Checks.


def test_text_of_a_check_is_what_is_wanted(declare: Declare, refused: Refused) -> None:
    declare(
        "MAIL_X: int = setting(check=even)",
        types="def even(x): return None if x % 2 == 0 else 'an even number\\nadd one'",
    )
    problem = refused("MAIL_X = 3")
    assert (problem.wanted, problem.hint) == ("an even number", "add one")


def test_several_checks_all_hold(declare: Declare, refused: Refused) -> None:
    types = """
    def even(x):
        return None if x % 2 == 0 else "an even number"

    def small(x):
        return None if x < 10 else "a small number"
    """
    declare("MAIL_X: int = setting(check=[even, small])", types=types)
    assert refused("MAIL_X = 12").wanted == "a small number"


def test_check_gets_the_typed_value(declare: Declare, load: Load) -> None:
    declare("MAIL_X: float = setting(check=lambda x: None if type(x) is float else 'a float')")
    assert load("MAIL_X = 3")["MAIL_X"] == 3.0


def test_check_that_raises_is_a_problem(declare: Declare, refused: Refused) -> None:
    declare("MAIL_X: int = setting(check=lambda x: 1 / 0)")
    assert "the check raised ZeroDivisionError" in refused("MAIL_X = 3").hint


# Hints.


def test_examples_are_the_hint(declare: Declare, refused: Refused) -> None:
    declare("MAIL_X: int = setting(gt=0, examples=[25, 587])")
    assert refused("MAIL_X = 0").hint == "such as MAIL_X = 25 or MAIL_X = 587"


def test_default_is_else_the_hint(declare: Declare, refused: Refused) -> None:
    declare("MAIL_X: int = setting(25, gt=0)")
    assert refused("MAIL_X = 0").hint == "the default is MAIL_X = 25"
