"""A value that is not of its type is refused: with key, origin, what is wanted, and a hint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from .conftest import Declare, Refused

FROM_TOML = [
    ("str", "5", "a string", 'put it in quotes: MAIL_X = "5"'),
    ("str", "true", "a string", 'put it in quotes: MAIL_X = "true"'),
    ("str", '["a"]', "a string", 'write one text in quotes: MAIL_X = "..."'),
    ("int", '"45000"', "an integer", "drop the quotes: MAIL_X = 45000"),
    ("int", "true", "an integer", "write a number, not true or false"),
    ("int", "60.0", "an integer", "drop the fraction: MAIL_X = 60"),
    ("int", "1.7", "an integer", "write a whole number: MAIL_X = 2"),
    ("int", '"30s"', "an integer", "write a bare number"),
    ("int", "[5]", "an integer", "write one number, not a list"),
    ("int", "{ a = 1 }", "an integer", "write a number without quotes"),
    ("float", '"1.5"', "a number", "drop the quotes: MAIL_X = 1.5"),
    ("float", "false", "a number", "write a number, not true or false"),
    ("bool", '"true"', "true or false", "drop the quotes: MAIL_X = true"),
    ("bool", '"off"', "true or false", "drop the quotes: MAIL_X = false"),
    ("bool", "1", "true or false", "write the word: MAIL_X = true"),
    ("bool", "2", "true or false", "write MAIL_X = true or MAIL_X = false"),
    ("int | None", '"5"', 'an integer, or "" for none', "drop the quotes: MAIL_X = 5"),
    ("Literal['a', 'b']", '"other"', 'one of "a", "b"', 'write one of "a", "b"'),
    ("Literal['debug', 'info']", '"DEBUG"', 'one of "debug", "info"', 'MAIL_X = "debug"?'),
    ("Literal[1, 2]", '"1"', "one of 1, 2", "drop the quotes: MAIL_X = 1"),
    ("Literal['1', '2']", "1", 'one of "1", "2"', 'put it in quotes: MAIL_X = "1"'),
    ("Literal[1]", "true", "1", "write 1"),
    ("Literal[True]", "1", "true", "write true"),
    ("Path", "5", "a path", 'write a path in quotes: MAIL_X = "/etc/app/file"'),
    ("Path", '""', "a path", "write the path of a file or folder"),
    ("timedelta", '"soon"', "a number of seconds or a duration such as 30s or PT30S", "30s"),
    ("timedelta", '""', "a number of seconds or a duration such as 30s or PT30S", "30s"),
    ("timedelta", "true", "a number of seconds or a duration such as 30s or PT30S", "30s"),
    ("date", '"2026-01-31"', "a date", "drop the quotes: MAIL_X = 2026-01-31"),
    ("date", "2026-01-31T12:00:00", "a date", "write it so: MAIL_X = 2026-01-31"),
    ("datetime", "2026-01-31", "a date with time", "write it so: MAIL_X = 2026-01-31T12:00:00Z"),
    ("list[str]", '"a, b"', "a list of strings", 'put it in brackets: MAIL_X = ["a", "b"]'),
    ("list[str]", "5", "a list of strings", "write a list in brackets: MAIL_X = [...]"),
    ("tuple[int, str]", "[1]", "a list of 2 items: an integer, a string", "write 2 items"),
    ("set[int]", "{}", "a list of different integers", "write a list in brackets: MAIL_X = [...]"),
    ("dict[str, str]", '["a"]', "a table of strings", 'MAIL_X = { name = "value" }'),
]

FROM_TEXT = [
    ("int", "four", "an integer", "write a number in digits"),
    ("int", "", "an integer", "write a number in digits"),
    ("int", "1.5", "an integer", "write a number in digits"),
    ("int", "30s", "an integer", "write a bare number"),
    ("int", "true", "an integer", "write a number in digits"),
    ("int", "1__0", "an integer", "write a number in digits"),
    ("int", "٣", "an integer", "write a number in digits"),
    ("float", "1,5", "a number", "write a number in digits"),
    ("float", ".", "a number", "write a number in digits"),
    ("float", "e5", "a number", "write a number in digits"),
    ("bool", "maybe", "true or false", "write true or false"),
    ("bool", "2", "true or false", "write true or false"),
    ("bool", "", "true or false", "write true or false"),
    ("Literal['a', 'b']", "A", 'one of "a", "b"', "did you mean a?"),
    ("Literal['a', 'b']", '"a"', 'one of "a", "b"', "drop the quotes and blanks: a"),
    ("Literal['a', 'b']", "a ", 'one of "a", "b"', "drop the quotes and blanks: a"),
    ("Literal['a', 'b']", "none", 'one of "a", "b"', "write one of a, b"),
    ("date", "31.01.2026", "a date", "write it so: 2026-01-31"),
    ("datetime", "today", "a date with time", "write it so: 2026-01-31T12:00:00Z"),
    ("list[str]", "['a']", "a list as JSON, or separated by commas", 'so: ["a", "b"]'),
    ("tuple[int, str]", "1", "a list of 2 items: an integer, a string", "write 2 items"),
    ("dict[str, str]", "a=b", "a table as JSON", 'write it so: {"name": "value"}'),
    ("dict[str, str]", "[]", "a table as JSON", 'write it so: {"name": "value"}'),
]


@pytest.mark.parametrize(("type_", "toml", "wanted", "hint"), FROM_TOML)
def test_value_of_a_file(
    type_: str, toml: str, wanted: str, hint: str, declare: Declare, refused: Refused
) -> None:
    declare(f"MAIL_X: {type_} = setting()")
    problem = refused(f"\nMAIL_X = {toml}")
    assert (problem.key, str(problem.origin)) == ("MAIL_X", "config.toml:2")
    assert problem.wanted == wanted
    assert hint in problem.hint


@pytest.mark.parametrize(("type_", "text", "wanted", "hint"), FROM_TEXT)
def test_text_of_a_variable(
    type_: str,
    text: str,
    wanted: str,
    hint: str,
    declare: Declare,
    refused: Refused,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    declare(f"MAIL_X: {type_} = setting()")
    monkeypatch.setenv("INTEGR8S_MAIL_X", text)
    problem = refused()
    origin = "environment variable INTEGR8S_MAIL_X"
    assert (problem.key, str(problem.origin)) == ("MAIL_X", origin)
    assert problem.wanted == wanted
    assert hint in problem.hint


@pytest.mark.parametrize(
    ("type_", "given"),
    [
        ("str", None),
        ("str", b"bytes"),
        ("int", None),
        ("int", "5"),
        ("int", 5.0),
        ("int", 5 + 0j),
        ("float", "5"),
        ("bool", 0),
        ("list[str]", None),
        ("list[str]", "a"),
        ("list[str]", {"a": 1}),
        ("list[str]", {"a"}),
        ("dict[str, str]", {1: "a"}),
        ("dict[str, str]", [("a", "b")]),
        ("set[list[int]]", [[1]]),
        ("Path", b"/etc"),
        ("date", "2026-01-31"),
        ("Literal['a']", ["a"]),
    ],
)
def test_value_of_overrides(type_: str, given: Any, declare: Declare, refused: Refused) -> None:
    declare(f"MAIL_X: {type_} = setting()")
    problem = refused(overrides={"MAIL_X": given})
    assert (problem.key, str(problem.origin)) == ("MAIL_X", "overrides")


@pytest.mark.parametrize(
    ("type_", "toml", "path", "found", "wanted"),
    [
        ("list[int]", '[1, "2"]', (1,), '"2" (a string)', "an integer"),
        ("list[list[int]]", '[[1], [2, "3"]]', (1, 1), '"3" (a string)', "an integer"),
        ("dict[str, int]", '{ a = 1, b = "2" }', ("b",), '"2" (a string)', "an integer"),
        ("dict[str, list[int]]", "{ a = [true] }", ("a", 0), "true (a boolean)", "an integer"),
        ("tuple[int, str]", '["1", "a"]', (0,), '"1" (a string)', "an integer"),
        ("str | list[int]", '[1, "2"]', (1,), '"2" (a string)', "an integer"),
    ],
)
def test_problem_within_a_container_says_where(
    type_: str, toml: str, path: Any, found: str, wanted: str, declare: Declare, refused: Refused
) -> None:
    declare(f"MAIL_X: {type_} = setting()")
    problem = refused(f"MAIL_X = {toml}")
    assert (problem.key, problem.path) == ("MAIL_X", path)
    assert (problem.found, problem.wanted) == (found, wanted)


@pytest.mark.parametrize(
    ("toml", "found"),
    [
        ('"45000"', '"45000" (a string)'),
        ("true", "true (a boolean)"),
        ("1.5", "1.5 (a float)"),
        ("[1]", "[1] (a list)"),
        ("{ a = 1 }", "{ a = 1 } (a table)"),
        ("2026-01-31", "2026-01-31 (a date)"),
    ],
)
def test_found_says_the_value_and_its_kind(
    toml: str, found: str, declare: Declare, refused: Refused
) -> None:
    declare("MAIL_X: int = setting()")
    assert refused(f"MAIL_X = {toml}").found == found


def test_found_of_a_variable_is_its_text(
    declare: Declare, refused: Refused, monkeypatch: pytest.MonkeyPatch
) -> None:
    declare("MAIL_X: int = setting()")
    monkeypatch.setenv("INTEGR8S_MAIL_X", "four")
    assert refused().found == '"four"'


def test_unit_is_part_of_what_is_wanted(declare: Declare, refused: Refused) -> None:
    declare('MAIL_X: int = setting(unit="milliseconds")')
    problem = refused('MAIL_X = "30s"')
    assert problem.wanted == "an integer number of milliseconds"
    assert problem.hint == "write a bare number of milliseconds: MAIL_X = 30000"


def test_problem_names_section_and_plugin(declare: Declare, refused: Refused) -> None:
    declare("MAIL_X: int = setting()")
    problem = refused('MAIL_X = "a"')
    assert (problem.section, problem.plugin) == ("Mail", "mail")
