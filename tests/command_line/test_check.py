"""``integr8s-conf check`` of one configuration says whether it is valid, by text and exit code."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from .commands import SETTINGS, Done, integr8s_conf
from .test_show_json import PROBLEM, assert_shape

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


BASE = ("check", "--config", "config.toml")
WORKERS = sorted(path.name for path in SETTINGS.glob("config.*.toml") if "test" not in path.name)


def test_valid_configuration(deployment: Path) -> None:
    assert integr8s_conf(*BASE) == Done(0, "config.toml: valid, 85 keys\n", "")


@pytest.mark.parametrize("worker", WORKERS[:2])
def test_valid_worker(worker: str, deployment: Path) -> None:
    done = integr8s_conf("check", "--override", worker)
    assert done == Done(0, f"config.toml + {worker}: valid, 85 keys\n", "")


def test_praise_of_one_section_is_of_that_section_alone(edit: Callable[..., None]) -> None:
    edit("KAFKA_MAX_POLL_RECORDS = 0")
    done = integr8s_conf(*BASE, "--section", "redis")
    assert done == Done(0, "config.toml, Redis: valid, 7 keys\n", "")


def test_problem_of_another_section_is_left_out(edit: Callable[..., None]) -> None:
    edit("KAFKA_MAX_POLL_RECORDS = 0", "REDIS_DB = -1")
    done = integr8s_conf(*BASE, "--section", "kafka")
    assert done.code == 78
    assert done.out.startswith("1 problem in the configuration\n\n  KAFKA_MAX_POLL_RECORDS")
    assert "REDIS_DB" not in done.out


@pytest.mark.parametrize(
    ("line", "said"),
    [("MONGO_DB = oops", "config.toml:13:12"), ("NOBODY = 3", "NOBODY   config.toml:75")],
)
def test_problem_of_a_file_concerns_every_section(
    line: str, said: str, edit: Callable[..., None]
) -> None:
    edit(line)
    done = integr8s_conf(*BASE, "--section", "redis")
    assert done.code == 78
    assert said in done.out


def test_problem_of_a_plugin_concerns_every_section(
    deployment: Path, stranger: Callable[[str], None]
) -> None:
    stranger("raise ValueError('broken')")
    done = integr8s_conf(*BASE, "--section", "redis")
    assert done.code == 78
    assert "plugin mail" in done.out
    assert "ValueError: broken" in done.out


def test_warning_leaves_it_valid(edit: Callable[..., None]) -> None:
    edit('REDIS_PASSWORD = "hunter2"')
    done = integr8s_conf(*BASE)
    assert (done.code, done.err) == (0, "")
    warning, praise = done.out.splitlines()
    assert warning.startswith("warning: REDIS_PASSWORD (config.toml:75): ********")
    assert praise == "config.toml: valid, 85 keys"


def test_strict_makes_a_warning_a_problem(edit: Callable[..., None]) -> None:
    edit('REDIS_PASSWORD = "hunter2"')
    done = integr8s_conf(*BASE, "--strict")
    assert (done.code, done.err) == (78, "")
    assert done.out.startswith(
        "1 problem in the configuration\n\n  REDIS_PASSWORD   config.toml:75"
    )
    assert "warning" not in done.out


def test_missing_file_is_refused_with_the_places_where_it_was_looked_for(tmp_path: Path) -> None:
    done = integr8s_conf("check", "--config", str(tmp_path / "none.toml"))
    assert (done.code, done.err) == (78, "")
    assert f"looked for {tmp_path}/none.toml" in done.out


def test_json_of_a_valid_configuration(deployment: Path) -> None:
    done = integr8s_conf(*BASE, "--format", "json")
    assert (done.code, done.err) == (0, "")
    sound = {"valid": True, "problems": [], "warnings": []}
    files = {"base": "config.toml", "override": None, "environment": None}
    assert json.loads(done.out) == {
        **sound,
        "combinations": [{"name": "config.toml", **files, **sound}],
    }


def test_json_of_problems_and_warnings(edit: Callable[..., None]) -> None:
    edit('REDIS_PASSWORD = "hunter2"', "REDIS_DB = -1")
    done = integr8s_conf(*BASE, "--format", "json")
    assert (done.code, done.err) == (78, "")
    report = json.loads(done.out)
    found = {"valid": bool, "problems": [PROBLEM], "warnings": [PROBLEM]}
    combination = {"name": str, "base": str, "override": None, "environment": None, **found}
    assert_shape(report, {**found, "combinations": [combination]})
    assert report["valid"] is False
    [problem], [warning] = report["problems"], report["warnings"]
    assert (problem["key"], problem["section"], problem["plugin"]) == ("REDIS_DB", "Redis", "redis")
    assert problem["origin"] == {
        "layer": "base file",
        "name": "config.toml",
        "line": 76,
        "column": None,
    }
    assert warning["key"] == "REDIS_PASSWORD"
