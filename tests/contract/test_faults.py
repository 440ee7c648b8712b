"""A plugin that keeps the contract passes it whole; each small fault fails the test for it."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from ..conftest import VARIABLES
from .faults import FAULTS
from .sample_plugin import SAMPLE

if TYPE_CHECKING:
    from pathlib import Path

TESTS = """\
import {module}
from integr8s_conf.testing import PluginContract


class TestMail(PluginContract):
    plugin = {module}
    max_examples = 20
"""

FIRST_FAILURE = """\
from hypothesis import Phase, settings

settings.register_profile("the first failure will do", phases=[Phase.generate])
settings.load_profile("the first failure will do")
"""

NO_HYPOTHESIS = """\
import sys

sys.modules["hypothesis"] = None
"""


def write(folder: Path, module: str, source: str) -> None:
    (folder / f"{module}.py").write_text(source, encoding="utf-8")
    (folder / f"test_{module}.py").write_text(TESTS.format(module=module), encoding="utf-8")


def outcomes(folder: Path, *arguments: str) -> dict[tuple[str, str], str]:
    """Run pytest, with every warning an error; return the outcome by module and test."""
    variables = {name: text for name, text in os.environ.items() if not VARIABLES.fullmatch(name)}
    command = [
        *(sys.executable, "-W", "error", "-m", "pytest", "-q", "--junitxml=report.xml"),
        *("-p", "no:cacheprovider", "-p", "no:randomly", "-p", "no:xdist", *arguments),
    ]
    done = subprocess.run(
        command, cwd=folder, env=variables, capture_output=True, text=True, check=False
    )
    assert (folder / "report.xml").exists(), done.stdout + done.stderr
    found = {}
    for case in ElementTree.parse(folder / "report.xml").iter("testcase"):
        outcome = next((child.tag for child in case if child.tag != "system-out"), "passed")
        module = case.attrib["classname"].split(".")[0].removeprefix("test_")
        found[module, case.attrib["name"]] = outcome
    return found


def test_plugin_without_fault_passes_whole(tmp_path: Path) -> None:
    write(tmp_path, "mail", SAMPLE)
    assert set(outcomes(tmp_path).values()) == {"passed"}


def test_without_hypothesis_only_the_tests_that_draw_are_skipped(tmp_path: Path) -> None:
    write(tmp_path, "mail", SAMPLE)
    (tmp_path / "conftest.py").write_text(NO_HYPOTHESIS, encoding="utf-8")
    found = outcomes(tmp_path, "-p", "no:hypothesispytest")
    assert {test for (_, test), outcome in found.items() if outcome != "passed"} == {
        "test_checks_answer_for_every_value",
        "test_rules_answer_for_all_sound_values",
        "test_computed_values_follow_from_all_valid_values",
        "test_valid_configurations_are_accepted",
        "test_misconfigurations_are_refused",
    }
    assert "failure" not in found.values()


def test_each_fault_is_found(tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text(FIRST_FAILURE, encoding="utf-8")
    for number, fault in enumerate(FAULTS):
        assert SAMPLE.count(fault.old) == 1, fault
        write(tmp_path, f"mail_{number}", SAMPLE.replace(fault.old, fault.new))
    found = outcomes(
        tmp_path,
        *(f"test_mail_{n}.py::TestMail::{fault.found_by}" for n, fault in enumerate(FAULTS)),
    )
    missed = [
        fault.name
        for number, fault in enumerate(FAULTS)
        if found[f"mail_{number}", fault.found_by] != "failure"
    ]
    assert missed == []
