"""With files as arguments, the combinations are checked that these files take part in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ..command_line.commands import integr8s_conf
from .conftest import names

if TYPE_CHECKING:
    from pathlib import Path

    from ..conftest import Write
    from .conftest import Check

ALL = ["config.toml", "config.toml + config.one.toml", "config.toml + config.two.toml"]


@pytest.mark.parametrize(
    ("files", "checked"),
    [
        (("config.one.toml",), [ALL[1]]),
        (("config.two.toml", "config.one.toml"), [ALL[2], ALL[1]]),
        (("config.toml",), ALL),
        (("config.one.toml", "config.toml"), [ALL[1], ALL[0], ALL[2]]),
        (("./config.one.toml",), [ALL[1]]),
        (("pyproject.toml",), ALL),
        (("config.one.toml", "pyproject.toml"), ALL),
    ],
)
def test_combinations_of_files(
    files: tuple[str, ...], checked: list[str], small: None, check: Check
) -> None:
    assert names(check(*files)) == checked


def test_file_of_a_named_environment_is_checked_there(
    small: None, write: Write, check: Check
) -> None:
    write("pyproject.toml", "[tool.integr8s-conf.environments]\na = {}\nb = {}\n")
    files = "config.toml + config.one.toml"
    assert names(check("config.one.toml")) == [f"{files} [a]", f"{files} [b]"]
    write("new.toml", "")
    assert names(check("new.toml")) == [
        f"config.toml + new.toml {there}" for there in ("[a]", "[b]")
    ]


def test_small_file_that_is_not_deployed_is_an_override(
    small: None, write: Write, check: Check
) -> None:
    write("sub/new.toml", "REDIS_DB = -1")
    report = check("sub/new.toml")
    assert names(report) == ["config.toml + sub/new.toml"]
    assert [problem["key"] for problem in report["problems"]] == ["REDIS_DB"]


def test_large_file_that_is_not_deployed_is_a_base_file(
    write: Write, check: Check, full: str
) -> None:
    write("config.toml", full)
    write("copy.toml", full)
    assert names(check("copy.toml")) == ["copy.toml"]


def test_file_without_a_base_file_is_checked_on_its_own(write: Write, check: Check) -> None:
    write("one.toml", "REDIS_DB = 1")
    report = check("one.toml")
    assert names(report) == ["one.toml"]
    assert report["valid"]


def test_file_is_looked_for_beside_the_base_file_as_well(write: Write, check: Check) -> None:
    write("settings/config.toml", "")
    write("settings/config.one.toml", "")
    assert names(check("config.one.toml")) == ["settings/config.toml + settings/config.one.toml"]


def test_link_to_a_file_is_that_file(small: None, tmp_path: Path, check: Check) -> None:
    (tmp_path / "link.toml").symlink_to("config.one.toml")
    assert names(check("link.toml")) == [ALL[1]]


def test_missing_file_is_a_problem_beside_the_others(small: None, check: Check) -> None:
    report = check("none.toml", "config.one.toml")
    assert names(report) == ["none.toml", ALL[1]]
    [problem] = report["problems"]
    assert (problem["origin"]["name"], problem["found"]) == ("none.toml", "there is no such file")


@pytest.mark.parametrize("option", ["--config", "--override"])
def test_files_and_options_together_are_bad_usage(option: str, small: None) -> None:
    done = integr8s_conf("check", "config.one.toml", option, "config.two.toml")
    assert (done.code, done.out) == (2, "")
    assert "give files, or --config and --override, not both" in done.err
