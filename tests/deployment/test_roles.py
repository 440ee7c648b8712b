"""``check`` and ``diff`` take a role where they take a file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from .conftest import names
from .in_process import checked, compared, report

if TYPE_CHECKING:
    from pathlib import Path

    from ..conftest import Write

ALL = ["config.toml", "config.toml + config.one.toml", "config.toml + config.two.toml"]


@pytest.mark.parametrize(
    ("words", "combinations"),
    [
        (("one",), [ALL[1]]),
        (("backend",), [ALL[0]]),
        (("two", "backend"), [ALL[2], ALL[0]]),
        (("one", "config.one.toml"), [ALL[1]]),
    ],
)
def test_check_takes_roles(words: tuple[str, ...], combinations: list[str], small: None) -> None:
    assert names(report(*words)) == combinations


def test_role_is_checked_in_every_environment(small: None, write: Write) -> None:
    write("pyproject.toml", "[tool.integr8s-conf.environments]\na = {}\nb = {}\n")
    assert names(report("one")) == [f"{ALL[1]} [a]", f"{ALL[1]} [b]"]


def test_file_of_that_name_comes_first(small: None, write: Write) -> None:
    write("one", "REDIS_DB = 9\n")
    assert names(report("one")) == ["config.toml + one"]


def test_folder_of_that_name_does_not(small: None, tmp_path: Path) -> None:
    (tmp_path / "backend").mkdir()
    assert names(report("backend")) == ["config.toml"]


@pytest.mark.parametrize("command", ["check", "diff"])
def test_word_that_is_neither_is_bad_usage(command: str, small: None) -> None:
    done = checked("ones") if command == "check" else compared("ones", "two")
    assert (done.exit_code, done.stdout) == (2, "")
    said = "ones is neither a file nor a role; did you mean one? the roles are backend, one, two"
    assert said in done.stderr


def test_name_of_a_file_that_is_missing_is_the_problem_of_that_file(small: None) -> None:
    [problem] = report("ones.toml")["problems"]
    assert (problem["origin"]["name"], problem["found"]) == ("ones.toml", "there is no such file")


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        (("one", "two"), [ALL[1], ALL[2]]),
        (("backend", "one"), [ALL[0], ALL[1]]),
        (("one", "config.two.toml"), [ALL[1], ALL[2]]),
        (("one", "--defaults"), ["the defaults", ALL[1]]),
    ],
)
def test_diff_takes_roles(words: tuple[str, ...], titles: list[str], small: None) -> None:
    done = compared(*words, "--format", "json")
    found = json.loads(done.stdout)
    assert [found["left"], found["right"]] == titles
    assert "REDIS_DB" in [one["key"] for one in found["differences"]]
