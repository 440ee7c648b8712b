"""A cast of the author's makes the value, whatever its type."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import Declare, Load, Refused


def test_cast_makes_the_value(declare: Declare, load: Load) -> None:
    declare("MAIL_X: complex = setting(cast=complex)")
    assert load('MAIL_X = "1+2j"')["MAIL_X"] == 1 + 2j


def test_cast_gets_the_text_of_a_variable(
    declare: Declare, load: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    declare("MAIL_X: list[str] = setting(cast=lambda text: text.split('|'))")
    monkeypatch.setenv("INTEGR8S_MAIL_X", "a|b")
    assert load()["MAIL_X"] == ["a", "b"]


def test_cast_gets_the_value_of_a_file(declare: Declare, load: Load) -> None:
    declare("MAIL_X: complex = setting(cast=lambda x: complex(*x))")
    assert load("MAIL_X = [1, 2]")["MAIL_X"] == 1 + 2j


def test_cast_of_text_is_called_for_text(declare: Declare, load: Load) -> None:
    declare("MAIL_X: str = setting(cast=str.lower)")
    assert load('MAIL_X = "ABC"')["MAIL_X"] == "abc"


@pytest.mark.parametrize(
    ("type_", "default"), [("complex", "1j"), ("list[str]", "['a']"), ("int", "5")]
)
def test_value_that_has_its_type_already_is_not_cast(
    type_: str, default: str, declare: Declare, load: Load
) -> None:
    declare(f"MAIL_X: {type_} = setting({default}, cast=lambda text: 1 / 0)")
    assert load()["MAIL_X"] == eval(default)


def test_bool_is_no_int_that_need_not_be_cast(declare: Declare, load: Load) -> None:
    declare("MAIL_X: int = setting(cast=lambda x: 7)")
    assert load("MAIL_X = true")["MAIL_X"] == 7


@pytest.mark.parametrize("type_", ["complex | None", "None | complex", "complex | str | None"])
def test_empty_text_of_an_optional_key_is_none_and_not_cast(
    type_: str, declare: Declare, load: Load
) -> None:
    declare(f"MAIL_X: {type_} = setting(None, cast=complex)")
    assert load()["MAIL_X"] is None
    assert load('MAIL_X = ""')["MAIL_X"] is None
    assert load('MAIL_X = "1j"')["MAIL_X"] == 1j


def test_cast_that_raises_is_a_problem(declare: Declare, refused: Refused) -> None:
    declare("MAIL_X: complex = setting(cast=complex)")
    problem = refused('MAIL_X = "x"')
    assert problem.wanted == "a value that makes a complex"
    assert problem.hint.startswith("the cast raised ValueError")


def test_cast_of_an_optional_secret_is_masked(
    declare: Declare, load: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    declare("MAIL_X: str | None = setting(None, secret=True, cast=str.strip)")
    monkeypatch.setenv("MAIL_X", " hunter2 ")
    settings = load()
    assert settings["MAIL_X"] == "hunter2"
    assert "hunter2" not in repr(settings["MAIL_X"])


def test_bounds_hold_of_what_the_cast_makes(declare: Declare, refused: Refused) -> None:
    declare("MAIL_X: int = setting(cast=len, le=3)")
    assert refused('MAIL_X = "abcd"').key == "MAIL_X"
