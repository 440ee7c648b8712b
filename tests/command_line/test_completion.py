"""Shells complete commands, keys, sections and roles."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .commands import integr8s_conf, own_command

if TYPE_CHECKING:
    from ..conftest import Stranger


def completed(*words: str, **variables: str) -> list[str]:
    """Return what fish is offered for the last word."""
    done = subprocess.run(
        own_command(),
        env={
            **os.environ,
            "_INTEGR8S_CONF_COMPLETE": "fish_complete",
            "COMP_WORDS": " ".join(["integr8s-conf", *words[:-1]]),
            "COMP_CWORD": words[-1],
            **variables,
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0
    return [line.split(",", 1)[1].split("\t")[0] for line in done.stdout.splitlines()]


@pytest.fixture(autouse=True)
def _command_of_its_own_name(monkeypatch: pytest.MonkeyPatch) -> None:
    if len(own_command()) > 1:
        pytest.skip("the variable is named for the installed script")


def test_commands_are_completed() -> None:
    assert completed("ex") == ["explain", "export"]


def test_keys_are_completed_in_any_case() -> None:
    assert completed("explain", "redis_d") == ["REDIS_DB", "REDIS_DECODE_RESPONSES"]
    assert completed("get", "LOG") == ["LOG_LEVEL"]


def test_sections_are_completed() -> None:
    assert completed("show", "--section", "k") == ["kafka", "kubernetes"]


@pytest.mark.parametrize("command", ["check", "diff"])
def test_roles_are_completed_beside_files(command: str, deployment: Path) -> None:
    assert completed(command, "k8s") == ["k8s", "k8s-worker"]


def test_what_a_plugin_prints_is_no_completion(stranger: Stranger) -> None:
    stranger("print('REDIS_DUMMY')\nimport nowhere_at_all")
    assert completed("explain", "REDIS_D") == ["REDIS_DB", "REDIS_DECODE_RESPONSES"]


def test_bash_takes_the_script_and_completes_by_it(tmp_path: Path) -> None:
    script = integr8s_conf("completion", "bash").out
    (tmp_path / "completion.bash").write_text(script)
    asked = """
        source completion.bash
        COMP_WORDS=(integr8s-conf explain LOG_L) COMP_CWORD=2
        $(complete -p integr8s-conf | sed 's/.*-F \\([^ ]*\\).*/\\1/') integr8s-conf
        echo "${COMPREPLY[@]}"
    """
    folder = Path(own_command()[0]).parent
    done = subprocess.run(
        ["bash", "-c", asked],
        cwd=tmp_path,
        env={**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.stdout, done.stderr) == ("LOG_LEVEL\n", "")


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_script_of_another_shell_names_the_command(shell: str) -> None:
    done = integr8s_conf("completion", shell)
    assert (done.code, done.err) == (0, "")
    assert "_INTEGR8S_CONF_COMPLETE" in done.out


def test_unknown_shell_is_bad_usage() -> None:
    done = integr8s_conf("completion", "tcsh")
    assert (done.code, done.out) == (2, "")
    assert "bash" in done.err
