"""``dynaconf list`` shows every declared key and no other, in every form."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from integr8s_conf import Settings

from .commands import SETTINGS, dynaconf
from .everything import EVERYTHING, PLAIN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .conftest import Answers

ON = ("dynaconf", "-i", "integr8s_conf.settings", "list")
ENDINGS = ("json", "toml", "yaml", "py")
COMMANDS = [
    ON,
    (*ON, "--json"),
    (*ON, "--all"),
    (*ON, "--all", "--json"),
    (*ON, "-e", "main"),
    (*ON, "-k", "REDIS_PORT"),
    (*ON, "-k", "redis_port"),
    (*ON, "-k", "REDIS_PORT", "--json"),
    (*ON, "-k", "CORS_ORIGINS", "--json"),
    (*ON, "-k", "SECRET_KEY"),
    (*ON, "-k", "SECRET_KEY", "--json"),
    (*ON, "-k", "REDIS_PROT"),
    (*ON, "-k", "REDIS_PORT", "-o", "one.json"),
    *((*ON, "-o", f"all.{ending}") for ending in ENDINGS),
]


@pytest.fixture(scope="module")
def values() -> Mapping[str, Any]:
    """Return the values that the deployment has."""
    return Settings(SETTINGS / "config.toml", env_file=None, secrets_dir=SETTINGS).as_dict()


def read(name: str) -> str:
    """Return what a command has written into a file of the deployment."""
    return Path(name).read_text(encoding="utf-8")


def test_every_key_is_listed_in_its_order_with_its_type_and_value(
    answers: Answers, values: Mapping[str, Any]
) -> None:
    done = answers[ON]
    assert (done.code, done.err) == (0, "")
    head, *lines = done.out.splitlines()
    assert head == "Working in main environment "
    keys = [line.partition("<")[0] for line in lines if line[:1].isupper()]
    assert keys == list(values)
    assert "REDIS_PORT<int> 6379" in lines
    assert "MONGO_HOST<str> 'mongo'" in lines
    assert "KAFKA_GRACEFUL_TIMEOUT<float> 15.0" in lines
    assert "SECRET_KEY<str> '********'" in lines


def test_json(answers: Answers, values: Mapping[str, Any]) -> None:
    done = answers[*ON, "--json"]
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out) == values


def test_environment_main_is_the_only_one(answers: Answers) -> None:
    assert answers[*ON, "-e", "main"] == answers[ON]


def test_all_lists_dynaconf_s_own_options_too(answers: Answers, values: Mapping[str, Any]) -> None:
    assert answers[*ON, "--all"].code == 0
    listed = json.loads(answers[*ON, "--all", "--json"].out)
    assert {key: listed.pop(key) for key in values} == values
    assert listed["ENVVAR_PREFIX_FOR_DYNACONF"] == "INTEGR8S"
    assert all(key.endswith("_FOR_DYNACONF") or key == "RENAMED_VARS" for key in listed)


@pytest.mark.parametrize("key", ["REDIS_PORT", "redis_port"])
def test_one_key(key: str, answers: Answers) -> None:
    done = answers[*ON, "-k", key]
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[1:] == ["REDIS_PORT<int> 6379"]


@pytest.mark.parametrize("key", ["REDIS_PORT", "CORS_ORIGINS"])
def test_one_key_as_json(key: str, answers: Answers, values: Mapping[str, Any]) -> None:
    done = answers[*ON, "-k", key, "--json"]
    assert json.loads(done.out) == {key: values[key]}


def test_one_secret(answers: Answers) -> None:
    assert answers[*ON, "-k", "SECRET_KEY"].out.endswith("SECRET_KEY<str> '********'\n")
    assert json.loads(answers[*ON, "-k", "SECRET_KEY", "--json"].out) == {"SECRET_KEY": "********"}


def test_unknown_key_is_not_found(answers: Answers) -> None:
    done = answers[*ON, "-k", "REDIS_PROT"]
    assert done.code == 1
    assert done.err == "Key not found\n"


def test_file_of_json(answers: Answers, values: Mapping[str, Any]) -> None:
    assert answers[*ON, "-o", "all.json"].code == 0
    assert json.loads(read("all.json")) == values


def test_file_of_one_key(answers: Answers) -> None:
    assert answers[*ON, "-k", "REDIS_PORT", "-o", "one.json"].code == 0
    assert json.loads(read("one.json")) == {"REDIS_PORT": 6379}


def test_file_of_toml(answers: Answers, values: Mapping[str, Any]) -> None:
    assert answers[*ON, "-o", "all.toml"].code == 0
    none = "@none "  # TOML has no null: this is how dynaconf writes it
    assert tomllib.loads(read("all.toml")) == {
        key: none if value is None else value for key, value in values.items()
    }


@pytest.mark.parametrize("ending", ["yaml", "py"])
def test_file_of_another_kind(ending: str, answers: Answers) -> None:
    assert answers[*ON, "-o", f"all.{ending}"].code == 0
    text = read(f"all.{ending}")
    assert "REDIS_PORT" in text
    assert "********" in text


def test_values_of_every_type_are_listed(deployment: Path, stranger: Callable[[str], None]) -> None:
    stranger(EVERYTHING)
    done = dynaconf("list", "--json")
    assert (done.code, done.err) == (0, "")
    listed = json.loads(done.out)
    assert {key: listed[key] for key in PLAIN} == PLAIN


@pytest.mark.parametrize("ending", ENDINGS)
def test_values_of_every_type_are_written(
    ending: str, deployment: Path, stranger: Callable[[str], None]
) -> None:
    stranger(EVERYTHING)
    done = dynaconf("list", "-o", f"all.{ending}")
    assert (done.code, done.err) == (0, "")
    assert "hunter2" not in done.out + (deployment / f"all.{ending}").read_text("utf-8")
    if ending == "json":
        written = json.loads((deployment / "all.json").read_text("utf-8"))
        assert {key: written[key] for key in PLAIN} == PLAIN


def test_variables_steer_it(deployment: Path) -> None:
    done = dynaconf(
        "list",
        "--json",
        INTEGR8S_CONF_FILE="config.test.toml",
        INTEGR8S_CONF_OVERRIDE="config.k8s-worker.toml",
        INTEGR8S_REDIS_DB="7",
    )
    listed = json.loads(done.out)
    keys = ("ENVIRONMENT", "TRACING_SERVICE_NAME", "REDIS_DB")
    assert [listed[key] for key in keys] == ["test", "k8s-worker", 7]


def test_warning_is_on_standard_error(edit: Callable[..., None]) -> None:
    edit('REDIS_PASSWORD = "hunter2"')
    done = dynaconf("list", "--json")
    assert done.code == 0
    assert json.loads(done.out)["REDIS_PASSWORD"] == "********"
    assert "ConfigWarning: REDIS_PASSWORD (config.toml:75)" in done.err
    assert "hunter2" not in done.err
