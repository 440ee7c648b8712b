"""The options that both commands share, and the variables that stand in for them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from .commands import integr8s_conf

if TYPE_CHECKING:
    from pathlib import Path


def values(*words: str, **variables: str) -> dict[str, Any]:
    done = integr8s_conf("show", "--format", "json", *words, **variables)
    assert (done.code, done.err) == (0, "")
    return {
        key["key"]: key["value"]
        for section in json.loads(done.out)["sections"]
        for key in section["keys"]
    }


def test_config_names_the_base_file(deployment: Path) -> None:
    assert values("--config", "config.test.toml")["ENVIRONMENT"] == "test"


def test_override_names_the_override_file(deployment: Path) -> None:
    shown = values("--override", "config.k8s-worker.toml")
    assert shown["TRACING_SERVICE_NAME"] == "k8s-worker"


def test_variables_name_the_files(deployment: Path) -> None:
    shown = values(
        INTEGR8S_CONF_FILE="config.test.toml", INTEGR8S_CONF_OVERRIDE="config.k8s-worker.toml"
    )
    keys = ("ENVIRONMENT", "TRACING_SERVICE_NAME")
    assert [shown[key] for key in keys] == ["test", "k8s-worker"]


def test_options_come_before_the_variables(deployment: Path) -> None:
    shown = values(
        "--config",
        "config.toml",
        "--override",
        "config.pod-monitor.toml",
        INTEGR8S_CONF_FILE="config.test.toml",
        INTEGR8S_CONF_OVERRIDE="config.k8s-worker.toml",
    )
    keys = ("ENVIRONMENT", "TRACING_SERVICE_NAME")
    assert [shown[key] for key in keys] == ["development", "pod-monitor"]


def test_variables_steer_check_as_well(deployment: Path) -> None:
    done = integr8s_conf("check", INTEGR8S_CONF_FILE="none.toml")
    assert done.code == 78
    assert "none.toml" in done.out


@pytest.mark.parametrize("command", ["show", "check"])
@pytest.mark.parametrize(
    ("name", "hint"), [("kafak", "did you mean Kafka?"), ("xyzzy", "there are Core, Dlq, Kafka")]
)
def test_unknown_section_is_bad_usage(command: str, name: str, hint: str, deployment: Path) -> None:
    done = integr8s_conf(command, "--section", name)
    assert (done.code, done.out) == (2, "")
    assert f"no loaded plugin declares a section {name}; {hint}" in done.err


@pytest.mark.parametrize(
    "words",
    [
        ("show", "--nope"),
        ("check", "--format", "xml"),
        ("show", "config.toml"),
        ("nope",),
    ],
)
def test_bad_usage(words: tuple[str, ...], deployment: Path) -> None:
    done = integr8s_conf(*words)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("Usage: ")


@pytest.mark.parametrize("words", [("--help",), ("-h",), ("show", "--help"), ("check", "-h")])
def test_help(words: tuple[str, ...], tmp_path: Path) -> None:
    done = integr8s_conf(*words)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Usage: ")


def test_help_lists_the_commands_and_exit_codes() -> None:
    text = " ".join(integr8s_conf("--help").out.split())
    assert "check Say whether a configuration is valid." in text
    assert "show Show every key, its value and its origin." in text
    assert "0 good; 1 the answer is no; 2 bad usage; 78 a configuration is refused" in text
