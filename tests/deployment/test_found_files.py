"""Without a list of them the files are found by name, and told apart by their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .conftest import names

if TYPE_CHECKING:
    from ..conftest import Write
    from .conftest import Check


def test_base_alone_and_with_each_override(small: None, check: Check) -> None:
    assert names(check()) == [
        "config.toml",
        "config.toml + config.one.toml",
        "config.toml + config.two.toml",
    ]


def test_names_are_as_seen_from_the_working_directory(write: Write, check: Check) -> None:
    write("settings/config.toml", "")
    write("settings/config.one.toml", "")
    assert names(check()) == [
        "settings/config.toml",
        "settings/config.toml + settings/config.one.toml",
    ]


def test_file_with_the_keys_of_a_base_stands_alone(write: Write, check: Check, full: str) -> None:
    write("config.toml", full)
    write("config.test.toml", full.replace("BCRYPT_ROUNDS = 12", "BCRYPT_ROUNDS = 4"))
    assert names(check()) == ["config.toml", "config.test.toml"]


@pytest.mark.parametrize(("count", "alone"), [(10, False), (11, True)])
def test_ten_keys_are_an_override_whatever_they_are(
    count: int, alone: bool, write: Write, check: Check, full: str
) -> None:
    lines = [line for line in full.splitlines() if line[:1].isupper()][:count]
    write("config.toml", "\n".join(lines))
    write("config.more.toml", "\n".join(lines))
    assert names(check())[1] == f"{'' if alone else 'config.toml + '}config.more.toml"


@pytest.mark.parametrize(("count", "alone"), [(11, False), (12, True)])
def test_base_of_its_own_sets_half_of_the_bases_keys(
    count: int, alone: bool, write: Write, check: Check, full: str
) -> None:
    lines = [line for line in full.splitlines() if line[:1].isupper()]
    write("config.toml", "\n".join(lines[:24]))
    write("config.more.toml", "\n".join([*lines[:count], *lines[24:28]]))
    assert names(check())[1] == f"{'' if alone else 'config.toml + '}config.more.toml"


def test_only_files_named_for_the_base_file_are_found(write: Write, check: Check) -> None:
    write("config.toml", "")
    for other in ("other.toml", "configuration.toml", "config.json", "config.toml.bak"):
        write(other, "NOBODY = 1")
    write("config.folder.toml/file.toml", "NOBODY = 1")
    write("below/config.one.toml", "NOBODY = 1")
    assert names(check()) == ["config.toml"]


def test_files_are_named_for_the_base_file_of_the_process(write: Write, check: Check) -> None:
    write("config.toml", "")
    write("config.one.toml", "")
    write("backend.toml", "")
    write("backend.one.toml", "")
    report = check(INTEGR8S_CONF_FILE="backend.toml")
    assert names(report) == ["backend.toml", "backend.toml + backend.one.toml"]


def test_override_that_a_variable_names_is_one_of_the_deployment(
    small: None, write: Write, check: Check
) -> None:
    write("deep/worker.toml", "REDIS_DB = -3")
    report = check(INTEGR8S_CONF_OVERRIDE="deep/worker.toml")
    assert names(report)[-1] == "config.toml + deep/worker.toml"
    assert len(names(report)) == 4
    assert len(names(check(INTEGR8S_CONF_OVERRIDE="config.one.toml"))) == 3


def test_folder_of_settings_is_looked_into(small: None, check: Check) -> None:
    assert names(check(INTEGR8S_CONF_DIR="elsewhere")) == ["elsewhere/config.toml"]


def test_base_file_that_cannot_be_read_leaves_the_overrides(
    small: None, write: Write, check: Check
) -> None:
    write("config.toml", "\0")
    report = check()
    assert len(report["combinations"]) == 3
    assert {problem["origin"]["name"] for problem in report["problems"]} == {"config.toml"}


def test_missing_base_file_is_one_problem(write: Write, check: Check) -> None:
    write("README.md", "")
    [problem] = check()["problems"]
    assert problem["found"] == "there is no such file"
    assert "settings/config.toml" in problem["hint"]
