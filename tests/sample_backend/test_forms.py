"""Every form of a report says the same, of many faults of the sample backend at once."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from integr8s_conf.cli import main

from ..command_line.test_check_formats import sarif
from .case import apply
from .test_seeded_faults import COMMANDS, FAULTS

if TYPE_CHECKING:
    from pathlib import Path

REPORTING = [command for command in COMMANDS if command != "check"]
ANNOTATION = re.compile(
    r"^::(error|warning|notice) (?:file=([^,]+),)?(?:line=(\d+),)?", re.MULTILINE
)
LEVELS = {"error": "error", "warning": "warning", "notice": "note"}


def _run(command: str, form: str) -> str:
    done = CliRunner().invoke(main, [*COMMANDS[command], "--format", form])
    assert done.exit_code in (1, 78), done.output
    return done.stdout


def _spoil(folder: Path, command: str) -> None:
    """Make all that is wrong for a command wrong that can be so at once."""
    for of, case in FAULTS:
        if of == command and all((folder / one.file).exists() for one in case.edits if one.old):
            texts = {one.file: (folder / one.file).read_text() for one in case.edits if one.old}
            if all(texts[one.file].count(one.old) == 1 for one in case.edits if one.old):
                apply(case.edits, folder)


@pytest.mark.parametrize("command", REPORTING)
def test_all_forms_have_the_same_findings_at_the_same_places(backend: Path, command: str) -> None:
    _spoil(backend, command)
    report = json.loads(_run(command, "json"))["diagnostics"]
    assert len({one["rule"] for one in report}) > 3
    places = [(one["level"], *_place(one["origin"])) for one in report]
    annotations = ANNOTATION.findall(_run(command, "github"))
    assert [(LEVELS[level], file, line) for level, file, line in annotations] == places
    results = sarif(_run(command, "sarif"))["results"]
    assert [one["ruleId"] for one in results] == [one["rule"] for one in report]
    located = [_located(one) for one in results]
    # A viewer of SARIF wants a place of each: the base file, where there is none.
    fallback = ("settings/config.toml", "")
    assert located == [(file, line) if file else fallback for _, file, line in places]
    text = _run(command, "text")
    assert all(f": {rule}: " in text for rule in {one["rule"] for one in report})
    assert all(f"{file}:{line}" in text for _, file, line in places if line)


def _place(origin: dict[str, Any] | None) -> tuple[str, str]:
    """Return the file and the line of an origin; nothing for one that is no file."""
    if origin is None or origin["layer"] == "defaults":
        return "", ""
    return origin["name"], str(origin["line"] or "")


def _located(result: dict[str, Any]) -> tuple[str, str]:
    [location] = result["locations"]
    physical = location["physicalLocation"]
    line = physical.get("region", {}).get("startLine", "")
    return physical["artifactLocation"]["uri"], str(line)
