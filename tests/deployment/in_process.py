"""Runs commands in this process: it has the plugins already."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from click.testing import CliRunner

from integr8s_conf.cli.check import check
from integr8s_conf.cli.diff import diff

if TYPE_CHECKING:
    from click.testing import Result


def checked(*words: str, **variables: str) -> Result:
    """Return what ``check`` says; a program's error is the test's."""
    return CliRunner().invoke(check, words, env=variables, catch_exceptions=False)


def report(*words: str, **variables: str) -> dict[str, Any]:
    """Return what ``check`` says for programs."""
    found: dict[str, Any] = json.loads(checked("--format", "json", *words, **variables).stdout)
    return found


def compared(*words: str) -> Result:
    """Return what ``diff`` says."""
    return CliRunner().invoke(diff, words, catch_exceptions=False)
