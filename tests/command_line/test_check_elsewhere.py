"""Where people already work: the pre-commit hook, and the example for GitHub Actions."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from .commands import own_command

if TYPE_CHECKING:
    from ..conftest import Write

ROOT = Path(__file__).parents[2]
WORKFLOW = ROOT / "docs" / "examples" / "github-actions.yml"


@pytest.fixture(scope="module")
def hook() -> dict[str, Any]:
    """Return the one hook of the repository."""
    [hook] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    return hook  # type: ignore[no-any-return]


@pytest.fixture
def on_path(deployment: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a shell find ``integr8s-conf``."""
    words = " ".join(f"'{word}'" for word in own_command())
    script = deployment / "bin" / "integr8s-conf"
    script.parent.mkdir()
    script.write_text(f'#!/bin/sh\nexec {words} "$@"\n')
    script.chmod(0o755)
    monkeypatch.setenv("PATH", str(script.parent), prepend=":")


def shell(line: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["bash", "-c", line], capture_output=True, encoding="utf-8", check=False)


def test_hook_has_what_pre_commit_wants(hook: dict[str, Any]) -> None:
    assert {"id", "name", "entry", "language"} <= hook.keys()
    assert hook.keys() <= {
        "id", "name", "description", "entry", "language", "files", "require_serial"
    }  # fmt: skip
    assert (hook["id"], hook["language"]) == ("integr8s-conf-check", "python")
    assert "additional_dependencies" in hook["description"]


@pytest.mark.parametrize(
    ("name", "taken"),
    [
        ("config.toml", True),
        ("config.k8s-worker.toml", True),
        ("settings/config.toml", True),
        ("settings/config.test.toml", True),
        ("pyproject.toml", True),
        (".cargo/config.toml", False),
        ("other/settings/config.toml", False),
        ("plugins/pyproject.toml", False),
        ("settings/other.toml", False),
        ("config.toml.orig", False),
    ],
)
def test_hook_takes_the_files_of_settings(name: str, taken: bool, hook: dict[str, Any]) -> None:
    assert bool(re.search(hook["files"], name)) is taken


def test_hook_checks_the_files_of_a_commit(
    hook: dict[str, Any], on_path: None, write: Write
) -> None:
    assert shell(f"{hook['entry']} config.k8s-worker.toml config.toml").returncode == 0
    write("config.k8s-worker.toml", "REDIS_DB = -1")
    assert shell(f"{hook['entry']} config.pod-monitor.toml").returncode == 0
    done = shell(f"{hook['entry']} config.k8s-worker.toml")
    assert done.returncode == 78
    assert "REDIS_DB   config.k8s-worker.toml:1" in done.stdout


def test_workflow_is_valid_by_githubs_schema() -> None:
    command = ["check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(WORKFLOW)]
    done = subprocess.run(
        [sys.executable, "-m", *command], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout


def test_workflow_uploads_what_its_check_writes_even_where_that_fails(
    on_path: None, write: Write
) -> None:
    workflow = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))
    assert workflow["permissions"]["security-events"] == "write"
    steps = workflow["jobs"]["check"]["steps"]
    [line] = [one["run"] for one in steps if one.get("run", "").startswith("integr8s-conf")]
    upload = steps[-1]
    assert upload["uses"].startswith("github/codeql-action/upload-sarif@")
    assert upload["if"] == "${{ !cancelled() }}"
    write("config.toml", "REDIS_DB = -1")
    assert shell(f"set -e\n{line}").returncode == 78
    log = json.loads(Path(upload["with"]["sarif_file"]).read_text(encoding="utf-8"))
    assert log["runs"][0]["results"]
