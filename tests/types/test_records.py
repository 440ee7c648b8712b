"""Enums and TypedDicts of the author's own."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from .conftest import Declare, Load, Refused

COLOUR = """
class Colour(Enum):
    RED = "red"
    DARK_BLUE = "dark-blue"

class Level(IntEnum):
    LOW = 1
    HIGH = 2

class Mode(StrEnum):
    FAST = "fast"

class Ratio(Enum):
    HALF = 0.5
    WHOLE = 1.0

class Flag(Enum):
    ON = True
    OFF = False
"""
ROUTE = """
class Route(TypedDict):
    topic: str
    copies: NotRequired[list[str]]

class Options(TypedDict, total=False):
    retries: int
"""


def defined(name: str) -> Any:
    """Return a type that the plugin defines."""
    return getattr(importlib.import_module("mail_conf.mail"), name)


# Enums.


@pytest.mark.parametrize(
    ("type_", "toml", "member"),
    [
        ("Colour", '"red"', "RED"),
        ("Colour", '"dark-blue"', "DARK_BLUE"),
        ("Colour", '"DARK_BLUE"', "DARK_BLUE"),
        ("Level", "2", "HIGH"),
        ("Level", '"HIGH"', "HIGH"),
        ("Mode", '"fast"', "FAST"),
        ("Ratio", "0.5", "HALF"),
        ("Ratio", "1", "WHOLE"),
        ("Flag", "true", "ON"),
    ],
)
def test_enum_of_a_file_is_its_value_else_its_name(
    type_: str, toml: str, member: str, declare: Declare, load: Load
) -> None:
    declare(f"MAIL_X: {type_} = setting()", types=COLOUR)
    assert load(f"MAIL_X = {toml}")["MAIL_X"] is defined(type_)[member]


@pytest.mark.parametrize(
    ("type_", "text", "member"),
    [
        ("Colour", "red", "RED"),
        ("Colour", "RED", "RED"),
        ("Level", "2", "HIGH"),
        ("Level", "HIGH", "HIGH"),
        ("Mode", "fast", "FAST"),
        ("Ratio", "0.5", "HALF"),
        ("Ratio", "1.0", "WHOLE"),
        ("Flag", "true", "ON"),
    ],
)
def test_enum_of_a_variable_is_its_value_else_its_name(
    type_: str,
    text: str,
    member: str,
    declare: Declare,
    load: Load,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    declare(f"MAIL_X: {type_} = setting()", types=COLOUR)
    monkeypatch.setenv("INTEGR8S_MAIL_X", text)
    assert load()["MAIL_X"] is defined(type_)[member]


def test_value_of_an_enum_comes_before_a_name(declare: Declare, load: Load) -> None:
    types = """
    class Swapped(Enum):
        A = "B"
        B = "A"
    """
    declare("MAIL_X: Swapped = setting()", types=types)
    assert load('MAIL_X = "A"')["MAIL_X"] is defined("Swapped").B


def test_member_of_an_enum_may_be_the_default(declare: Declare, load: Load) -> None:
    declare("MAIL_X: Colour = setting(Colour.RED)", types=COLOUR)
    assert load().MAIL_X is defined("Colour").RED


def test_lists_of_enums(declare: Declare, load: Load) -> None:
    declare("MAIL_X: list[Colour] = setting()", types=COLOUR)
    assert load('MAIL_X = ["red"]')["MAIL_X"] == [defined("Colour").RED]


@pytest.mark.parametrize(
    ("type_", "toml", "hint"),
    [
        ("Colour", '"Red"', 'did you mean MAIL_X = "red"?'),
        ("Colour", "1", 'write one of "red", "dark-blue"'),
        ("Level", '"2"', "drop the quotes: MAIL_X = 2"),
        ("Level", "true", "write one of 1, 2"),
        ("Flag", "1", "write one of true, false"),
    ],
)
def test_other_value_is_refused(
    type_: str, toml: str, hint: str, declare: Declare, refused: Refused
) -> None:
    declare(f"MAIL_X: {type_} = setting()", types=COLOUR)
    assert refused(f"MAIL_X = {toml}").hint == hint


# TypedDicts.


def test_typed_dict_is_made_of_a_table(declare: Declare, load: Load) -> None:
    declare("MAIL_X: list[Route] = setting()", types=ROUTE)
    toml = 'MAIL_X = [{ topic = "a" }, { topic = "b", copies = ["c"] }]'
    assert load(toml)["MAIL_X"] == [{"topic": "a"}, {"topic": "b", "copies": ["c"]}]


def test_typed_dict_need_not_be_total(declare: Declare, load: Load) -> None:
    declare("MAIL_X: Options = setting()", types=ROUTE)
    assert load("MAIL_X = {}")["MAIL_X"] == {}


def test_typed_dict_cannot_be_changed_in_place(declare: Declare, load: Load) -> None:
    declare("MAIL_X: Options = setting()", types=ROUTE)
    with pytest.raises(TypeError):
        load("MAIL_X = { retries = 1 }").MAIL_X["retries"] = 2


def test_field_of_a_typed_dict_may_be_required_by_name(declare: Declare, refused: Refused) -> None:
    types = """
    from typing import Required

    class Retry(TypedDict, total=False):
        times: Required[int]
        pause: float
    """
    declare("MAIL_X: Retry = setting()", types=types)
    assert refused("MAIL_X = { pause = 1 }").found == "no times"


@pytest.mark.parametrize(
    ("toml", "path", "found"),
    [
        ("{}", (), "no topic"),
        ("{ topic = 1 }", ("topic",), "1 (an integer)"),
        ('{ topic = "a", other = 1 }', ("other",), "an unknown name"),
    ],
)
def test_table_that_makes_no_typed_dict_is_refused(
    toml: str, path: object, found: str, declare: Declare, refused: Refused
) -> None:
    declare("MAIL_X: Route = setting()", types=ROUTE)
    problem = refused(f"MAIL_X = {toml}")
    assert (problem.path, problem.found) == (path, found)
