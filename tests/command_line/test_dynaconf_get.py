"""``dynaconf get`` prints one value, and nothing else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import Answers

ON = ("dynaconf", "-i", "integr8s_conf.settings", "get")
VALUES = {
    "MONGO_HOST": "mongo",
    "mongo_host": "mongo",
    "REDIS_PORT": "6379",
    "KAFKA_GRACEFUL_TIMEOUT": "15.0",
    "REDIS_SSL": "False",
    "SECRET_KEY": "CHANGE_ME_min_32_chars_long_!!!!",
    "MONGODB_URL": "mongodb://root:rootpassword@mongo:27017/integr8scode?authSource=admin",
    "OTEL_SERVICE_NAME": "",
}
COMMANDS = [
    *((*ON, key) for key in VALUES),
    (*ON, "CORS_ORIGINS"),
    (*ON, "REDIS_PROT"),
    (*ON, "REDIS_PROT", "-d", "6380"),
    (*ON, "REDIS_PORT", "-d", "6380"),
    (*ON, "REDIS_PORT", "-u"),
    (*ON, "REDIS_PORT", "-e", "production"),
]


@pytest.mark.parametrize("key", VALUES)
def test_value_is_all_that_is_printed(key: str, answers: Answers) -> None:
    done = answers[*ON, key]
    assert (done.code, done.out, done.err) == (0, VALUES[key], "")


def test_list_is_json(answers: Answers) -> None:
    done = answers[*ON, "CORS_ORIGINS"]
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out)[:2] == ["https://app.integr8scode.cc", "https://integr8scode.cc"]


def test_unknown_key_is_not_found(answers: Answers) -> None:
    done = answers[*ON, "REDIS_PROT"]
    assert (done.code, done.out, done.err) == (1, "", "Key not found")


def test_default_is_printed_for_an_unknown_key_alone(answers: Answers) -> None:
    assert answers[*ON, "REDIS_PROT", "-d", "6380"].out == "6380"
    assert answers[*ON, "REDIS_PORT", "-d", "6380"].out == "6379"


def test_marker_of_the_type_is_printed_on_demand(answers: Answers) -> None:
    assert answers[*ON, "REDIS_PORT", "-u"].out == "@int 6379"


def test_environment_of_dynaconf_changes_nothing(answers: Answers) -> None:
    assert answers[*ON, "REDIS_PORT", "-e", "production"].out == "6379"
