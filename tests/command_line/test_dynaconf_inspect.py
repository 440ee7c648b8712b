"""``dynaconf inspect`` shows the values, and what each layer said of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from integr8s_conf import Settings

from .commands import SETTINGS, dynaconf
from .everything import EVERYTHING, PLAIN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .conftest import Answers

ON = ("dynaconf", "-i", "integr8s_conf.settings", "inspect")
KEY = "KAFKA_CONSUMER_GROUP_ID"
COMMANDS = [
    ON,
    (*ON, "-a"),
    (*ON, "-e", "main"),
    (*ON, "-e", "production"),
    (*ON, "-f", "yaml"),
    (*ON, "-f", "json-compact"),
    (*ON, "-k", KEY),
    (*ON, "-k", KEY.lower()),
    (*ON, "-k", KEY, "-s"),
    (*ON, "-k", KEY, "-n", "1"),
    (*ON, "-k", KEY, "-e", "main"),
    (*ON, "-k", "SECRET_KEY"),
    (*ON, "-k", "MONGODB_URL"),
    (*ON, "-k", "REDIS_PROT"),
    (*ON, "-m", "debug"),
    (*ON, "-m", "debug", "-v"),
    (*ON, "-m", "debug", "-vv"),
    (*ON, "-m", "debug", "-k", KEY),
]


def prepare(folder: Path) -> None:
    (folder / ".env").write_text(f"INTEGR8S_{KEY}=from-the-env-file\n", encoding="utf-8")


def report(answers: Answers, *words: str) -> Any:
    done = answers[*ON, *words]
    assert (done.code, done.err) == (0, "")
    return json.loads(done.out)


def test_current_values_are_those_of_the_settings(answers: Answers) -> None:
    values = Settings(SETTINGS / "config.toml", env_file=None, secrets_dir=SETTINGS).as_dict()
    expected = {key: "None" if value is None else value for key, value in values.items()}
    assert report(answers)["current"] == {**expected, KEY: "from-the-env-file"}


def test_history_is_the_layers_highest_first(answers: Answers) -> None:
    layers = [(one["loader"], one["identifier"]) for one in report(answers)["history"]]
    assert layers == [
        ("computed", "computed"),
        ("environment", "environment"),
        ("env file", ".env"),
        ("base file", "config.toml"),
        ("defaults", "defaults"),
    ]


def test_layer_in_the_history_has_the_values_that_it_sets(answers: Answers) -> None:
    by_layer = {one["loader"]: one["value"] for one in report(answers)["history"]}
    assert by_layer["env file"] == {KEY: "from-the-env-file"}
    assert by_layer["environment"] == {}
    assert by_layer["base file"]["REDIS_MAX_CONNECTIONS"] == 200
    assert by_layer["computed"] == {"MONGODB_URL": "********"}
    assert "REDIS_HOST" not in by_layer["base file"]


@pytest.mark.parametrize("words", [("-a",), ("-e", "main"), ("-f", "json-compact")])
def test_form_says_the_same(words: tuple[str, ...], answers: Answers) -> None:
    shown, other = report(answers), report(answers, *words)
    assert (other["current"], other["history"]) == (shown["current"], shown["history"])


def test_yaml(answers: Answers) -> None:
    done = answers[*ON, "-f", "yaml"]
    assert (done.code, done.err) == (0, "")
    assert f"  {KEY}: from-the-env-file\n" in done.out
    assert "- loader: env file\n" in done.out


def test_other_environment_is_not_valid(answers: Answers) -> None:
    done = answers[*ON, "-e", "production"]
    assert (done.code, done.err) == (1, "")
    assert done.out == "The requested env is not valid: 'production'\n"


@pytest.mark.parametrize("words", [(KEY,), (KEY.lower(),), (KEY, "-e", "main")])
def test_key_has_the_value_of_every_layer_that_sets_it(
    words: tuple[str, ...], answers: Answers
) -> None:
    shown = report(answers, "-k", *words)
    assert shown["current"] == "from-the-env-file"
    assert [(one["loader"], one["value"]) for one in shown["history"]] == [
        ("env file", "from-the-env-file"),
        ("base file", "integr8scode-backend"),
        ("defaults", "integr8scode-backend"),
    ]


def test_history_may_start_with_the_lowest_layer(answers: Answers) -> None:
    history = report(answers, "-k", KEY)["history"]
    assert report(answers, "-k", KEY, "-s")["history"] == history[::-1]


def test_history_may_be_limited(answers: Answers) -> None:
    history = report(answers, "-k", KEY)["history"]
    assert report(answers, "-k", KEY, "-n", "1")["history"] == history[:1]


@pytest.mark.parametrize(
    ("key", "layer"), [("SECRET_KEY", "defaults"), ("MONGODB_URL", "computed")]
)
def test_secret_has_its_layers_and_no_value(key: str, layer: str, answers: Answers) -> None:
    shown = report(answers, "-k", key)
    assert shown["current"] == "********"
    assert [(one["loader"], one["value"]) for one in shown["history"]] == [(layer, "********")]


def test_unknown_key_is_not_found(answers: Answers) -> None:
    done = answers[*ON, "-k", "REDIS_PROT"]
    assert (done.code, done.err) == (1, "")
    assert done.out == "The requested key was not found: 'REDIS_PROT'\n"


@pytest.mark.parametrize("verbosity", [(), ("-v",), ("-vv",)])
def test_debug_report(verbosity: tuple[str, ...], answers: Answers) -> None:
    shown = report(answers, "-m", "debug", *verbosity)
    assert [path.rpartition("/")[2] for path in shown["loaded_files"]] == ["config.toml"]
    assert shown["core_loaders"] == shown["validators"] == shown["post_hooks"] == []
    by_layer = {one["loader"]: one["data"] for one in shown["history"]}
    expected = {(): 1, ("-v",): [KEY], ("-vv",): {KEY: "from-the-env-file"}}
    assert by_layer["env file"] == expected[verbosity]


def test_debug_report_of_one_key(answers: Answers) -> None:
    shown = report(answers, "-m", "debug", "-k", KEY)
    assert shown["current"] == {KEY: "from-the-env-file"}


@pytest.mark.parametrize("words", [(), ("-f", "yaml"), ("-m", "debug", "-vv")])
def test_values_of_every_type_are_shown(
    words: tuple[str, ...], deployment: Path, stranger: Callable[[str], None]
) -> None:
    stranger(EVERYTHING)
    done = dynaconf("inspect", *words)
    assert (done.code, done.err) == (0, "")
    assert "hunter2" not in done.out
    if not words:
        shown = json.loads(done.out)
        expected = {**PLAIN, "EVERY_NONE": "None"}
        for values in (shown["current"], shown["history"][-1]["value"]):
            assert {key: values[key] for key in expected} == expected
