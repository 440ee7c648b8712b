"""What is wrong within a value: every mistake at once, each with its path."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from integr8s_conf import ConfigError

from ..command_line.commands import integr8s_conf
from .inner_values import heading

if TYPE_CHECKING:
    from .conftest import Declare, Load, Refused, Wrong


def test_everything_that_is_wrong_in_a_table_is_told_at_once(wrong: Wrong) -> None:
    toml = """\
[MAIL_X]
prot = 25
level = "high"
tags = [1, "a", 2]
retry = { pause = true, times = "3" }
"""
    told = [
        "MAIL_X   config.toml:1",
        "MAIL_X.prot   config.toml:2",
        "MAIL_X.level   config.toml:3",
        "MAIL_X.tags[0]   config.toml:4",
        "MAIL_X.tags[2]   config.toml:4",
        "MAIL_X.retry.pause   config.toml:5",
        "MAIL_X.retry.times   config.toml:5",
    ]
    problems = wrong("Server", toml)
    assert [heading(problem) for problem in problems] == told
    assert problems[0].found == "no host"
    assert problems[1].hint == "did you mean port?"


def test_hint_names_the_inner_name(wrong: Wrong) -> None:
    [problem] = wrong("list[Server]", 'MAIL_X = [{ host = "a", port = "26" }]')
    assert problem.hint == "drop the quotes: port = 26"


def test_neighbours_of_one_text_say_it_once(load: Load, declare: Declare) -> None:
    declare("MAIL_X: list[str] = setting()")
    with pytest.raises(ConfigError) as refusal:
        load("MAIL_X = [\n  1,\n  1,\n]")
    assert str(refusal.value) == (
        "2 problems in the configuration\n\n"
        "  MAIL_X[0]   config.toml:2\n"
        "  MAIL_X[1]   config.toml:3\n"
        "    found   1 (an integer)\n"
        "    wanted  a string\n"
        '    hint    put it in quotes: "1"'
    )


def test_text_of_a_variable_has_paths_and_no_lines(
    wrong: Wrong, monkeypatch: pytest.MonkeyPatch
) -> None:
    value = {"a": {"host": "a", "tags": ["b", 2]}, "b": {}}
    monkeypatch.setenv("INTEGR8S_MAIL_X", json.dumps(value))
    where = "environment variable INTEGR8S_MAIL_X"
    told = [heading(problem) for problem in wrong("dict[str, Server]")]
    assert told == [f"MAIL_X.a.tags[1]   {where}", f"MAIL_X.b   {where}"]


def test_hint_for_json_is_in_json(wrong: Wrong, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTEGR8S_MAIL_X", '{"a": 1, "b": {"host": "a", "since": "soon"}}')
    first, second = wrong("dict[str, Server]")
    assert first.hint == 'write a table: {"name": "value"}'
    assert second.hint == "write it so: 2026-01-31"


def test_list_separated_by_commas_has_paths(wrong: Wrong, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTEGR8S_MAIL_X", "1,b,3,d")
    assert [problem.path for problem in wrong("list[int]")] == [(1,), (3,)]


def test_line_of_an_env_file_is_that_of_the_variable(wrong: Wrong, write: Any) -> None:
    write(".env", "\nINTEGR8S_MAIL_X=[1]\n")
    [problem] = wrong("list[str]")
    assert heading(problem) == "MAIL_X[0]   .env:2"


def test_override_file_has_lines_of_its_own(wrong: Wrong, write: Any) -> None:
    write("worker.toml", 'MAIL_X = [\n  "a",\n  1,\n]')
    [problem] = wrong("list[str]", 'MAIL_X = ["a"]', override_path="worker.toml")
    assert heading(problem) == "MAIL_X[1]   worker.toml:3"


def test_explicit_value_has_paths(wrong: Wrong) -> None:
    [problem] = wrong("dict[str, Server]", overrides={"MAIL_X": {"a": {"host": 1}}})
    assert heading(problem) == "MAIL_X.a.host   overrides"


def test_default_that_a_function_makes_has_paths(declare: Declare, refused: Refused) -> None:
    declare("MAIL_X: dict[str, list[int]] = setting(lambda: {'a': [1, 'b']})")
    problem = refused()
    assert (problem.key, problem.path, problem.wanted) == ("MAIL_X", ("a", 1), "an integer")


def test_declared_default_is_refused_with_its_path(declare: Declare, refused: Refused) -> None:
    declare("MAIL_X: dict[str, list[int]] = setting({'a': [1, 'b']})")
    assert refused().hint.startswith("give an integer as MAIL_X.a[1], in ")


def test_former_name_of_the_key_does_not_hide_the_line(declare: Declare, load: Load) -> None:
    declare("MAIL_X: list[int] = setting(renamed_from='MAIL_Y')")
    with pytest.raises(ConfigError) as refusal:
        load("MAIL_Y = [\n  1,\n  'b',\n]")
    [problem] = [one for one in refusal.value.problems if one.path]
    assert heading(problem) == "MAIL_X[1]   config.toml:3"


def test_no_more_is_told_than_anybody_mends(wrong: Wrong) -> None:
    items = ",\n".join(["[1, 2]"] * 2000)
    *problems, last = wrong("list[list[str]]", f"MAIL_X = [\n{items}\n]")
    assert [one.path for one in problems] == [(n // 2, n % 2) for n in range(1000)]
    assert (last.path, last.found) == ((), "more that is wrong, from here on")
    assert str(last.origin) == "config.toml:502"


def test_value_that_a_function_computes_has_paths(declare: Declare, refused: Refused) -> None:
    computed = """
    @hookimpl
    def integr8s_computed():
        return {"MAIL_X": lambda s: {"a": [1]}}
    """
    declare("MAIL_X: dict[str, list[str]] = setting(computed=True)", types=computed)
    assert refused().path == ("a", 0)


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("text", "MAIL_X.b.tags[0]   config.toml:4"),
        ("github", "title=MAIL_X.b.tags[0]"),
        ("sarif", '"fullyQualifiedName": "Mail.MAIL_X.b.tags[0]"'),
    ],
)
def test_every_form_of_check_has_the_path(form: str, said: str, wrong: Wrong) -> None:
    wrong("dict[str, Server]", '[MAIL_X.b]\nhost = "a"\ntags = [\n  1,\n]\n')
    assert said in integr8s_conf("check", "--format", form).out


def test_mistakes_in_one_value_are_different_alerts(wrong: Wrong) -> None:
    wrong("list[str]", "MAIL_X = [1, 1]")
    [run] = json.loads(integr8s_conf("check", "--format", "sarif").out)["runs"]
    first, second = (result["partialFingerprints"] for result in run["results"])
    assert first != second


def test_json_has_the_path_as_a_list_beside_the_key(wrong: Wrong) -> None:
    wrong("dict[str, Server]", '[MAIL_X.b]\nhost = "a"\ntags = [1]\n')
    [problem] = json.loads(integr8s_conf("check", "--format", "json").out)["problems"]
    assert (problem["key"], problem["path"]) == ("MAIL_X", ["b", "tags", 0])
