"""Each fault that is put into the sample backend is found at its line; no look-alike is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from integr8s_conf.cli import main

from . import drift_faults, drift_look_alikes, lint_cases, role_cases, usage_cases
from .case import Case, Found, apply

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COMMANDS = {
    "usage": ("usage", "backend"),
    "lint": ("lint",),
    "drift": ("drift",),
    "check": ("check",),
}
_FAULTS = {
    "usage": usage_cases.FAULTS,
    "lint": lint_cases.FAULTS,
    "drift": drift_faults.FAULTS,
    "check": role_cases.FAULTS,
}
_LOOK_ALIKES = {
    "usage": usage_cases.LOOK_ALIKES,
    "lint": lint_cases.LOOK_ALIKES,
    "drift": drift_look_alikes.LOOK_ALIKES,
    "check": role_cases.LOOK_ALIKES,
}
FAULTS = [(command, case) for command, cases in _FAULTS.items() for case in cases]
LOOK_ALIKES = [(command, case) for command, cases in _LOOK_ALIKES.items() for case in cases]


def _run(command: str) -> tuple[int, set[Found]]:
    """Return a command's exit code in the working directory, and all that it finds and counts."""
    done = CliRunner().invoke(main, [*COMMANDS[command], "--format", "json"])
    assert done.exit_code in (0, 1, 78), done.output + str(done.exception)
    said = json.loads(done.stdout)
    return done.exit_code, set(_of_check(said) if command == "check" else _of_report(said))


def _of_report(said: dict[str, Any]) -> Iterator[Found]:
    for one in said["diagnostics"]:
        if one["level"] != "note":
            yield Found(one["rule"], one["key"], _place(one["origin"]))


def _of_check(said: dict[str, Any]) -> Iterator[Found]:
    for kind in ("problem", "warning"):
        for one in said[f"{kind}s"]:
            yield Found(kind, one["key"], _place(one["origin"]))


def _place(origin: dict[str, Any]) -> str:
    return f"{origin['name']}:{origin['line']}" if origin["line"] else origin["name"]


@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_is_found_where_nothing_is_wrong(backend: Path, command: str) -> None:
    assert _run(command) == (0, set())


@pytest.mark.parametrize(
    ("command", "case"), FAULTS, ids=[f"{name}: {case.name}" for name, case in FAULTS]
)
def test_each_fault_is_found_at_its_line(backend: Path, command: str, case: Case) -> None:
    apply(case.edits, backend)
    assert _run(command)[1] == set(case.found)


@pytest.mark.parametrize(
    ("command", "case"), LOOK_ALIKES, ids=[f"{name}: {case.name}" for name, case in LOOK_ALIKES]
)
def test_no_look_alike_is_found(backend: Path, command: str, case: Case) -> None:
    apply(case.edits, backend)
    assert _run(command) == (0, set())


def test_there_are_forty_of_each() -> None:
    assert min(len(FAULTS), len(LOOK_ALIKES)) >= 40
