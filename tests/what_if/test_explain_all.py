"""A key as every worker sees it, and as one of them does."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ..conftest import Write
    from .conftest import Command

GROUP = "KAFKA_CONSUMER_GROUP_ID"
ENVIRONMENTS = """
[tool.integr8s-conf.environments]
staging.variables = { INTEGR8S_REDIS_DB = "4" }
canary.variables = {}
"""


def test_row_for_each_worker_with_its_value_and_place(deployment: Path, command: Command) -> None:
    title, head, backend, *others = command("explain", GROUP.lower(), "--all").out.splitlines()[:9]
    assert title == GROUP
    assert head.split() == ["worker", "value", "origin"]
    assert backend.split() == ["backend", '"integr8scode-backend"', "settings/config.toml:34"]
    assert [line.split()[0] for line in others] == [
        "dlq-processor",
        "event-replay",
        "k8s-worker",
        "pod-monitor",
        "result-processor",
        "saga-orchestrator",
    ]


def test_row_for_each_environment(write: Write, deployment: Path, command: Command) -> None:
    write("pyproject.toml", ENVIRONMENTS)
    rows = command("explain", "REDIS_DB", "--all").out.splitlines()[1:4]
    assert [row.split()[:3] for row in rows] == [
        ["worker", "environment", "value"],
        ["backend", "staging", "4"],
        ["backend", "canary", "0"],
    ]


def test_rows_as_data_have_secrets_masked(
    deployment: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REDIS_PASSWORD", "hunter2hunter2")
    out = command("explain", "REDIS_PASSWORD", "--all", "--format", "json").out
    assert "hunter2" not in out
    (key,) = json.loads(out)["keys"]
    assert key["workers"][3] == {
        "worker": "k8s-worker",
        "environment": None,
        "files": ["settings/config.toml", "settings/config.k8s-worker.toml"],
        "resolves": True,
        "value": "********",
        "secret": True,
        "origin": {
            "layer": "environment",
            "name": "environment variable REDIS_PASSWORD",
            "line": None,
            "column": None,
        },
    }


def test_refused_worker_is_shown_as_far_as_it_resolves(
    edit: Callable[..., None], command: Command
) -> None:
    edit("config.pod-monitor.toml", 'REDIS_DB = "x"')
    done = command("explain", "REDIS_DB", "--all", code=78)
    assert "pod-monitor        no sound value  settings/config.pod-monitor.toml:5" in done.out
    assert done.err.startswith("1 problem in the configuration")


def test_one_worker_by_its_role(deployment: Path, command: Command) -> None:
    out = command("explain", GROUP, "--worker", "k8s-worker").out
    assert out.startswith(f'{GROUP} = "k8s-worker"\n')
    assert 'wins: "k8s-worker"   settings/config.k8s-worker.toml:4' in out


def test_one_worker_in_every_environment(write: Write, deployment: Path, command: Command) -> None:
    write("pyproject.toml", ENVIRONMENTS)
    words = ("explain", "REDIS_DB", "--worker", "pod-monitor")
    lines = command(*words).out.splitlines()
    assert [line for line in lines if line[0].isalpha()] == [
        "in pod-monitor [staging]",
        "REDIS_DB = 4",
        "in pod-monitor [canary]",
        "REDIS_DB = 0",
    ]
    (key,) = json.loads(command(*words, "--format", "json").out)["keys"]
    assert [one["environment"] for one in key["workers"]] == ["staging", "canary"]
    assert key["workers"][0]["explanation"]["value"] == "4"


BAD = {
    "unknown key": (("REDIS_BD", "--all"), "did you mean REDIS_DB?"),
    "unknown worker": (("REDIS_DB", "--worker", "k8sworker"), "did you mean k8s-worker?"),
    "file": (("REDIS_DB", "--all", "--config", "x.toml"), "not both"),
    "worker of all": (("REDIS_DB", "--all", "--worker", "backend"), "leave out the other options"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_usage(case: str, deployment: Path, command: Command) -> None:
    words, said = BAD[case]
    assert said in command("explain", *words, code=2).err
