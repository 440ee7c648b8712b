"""Starts a process as a container would: with its variables alone, and its files mounted."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from integr8s_conf import Settings

from ..command_line.commands import SETTINGS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_PROGRAM = """
import json
from integr8s_conf import settings
print(json.dumps(settings.as_dict(reveal=True)))
"""


def started(folder: Path, variables: Mapping[str, str]) -> dict[str, Any]:
    """Return what a process resolves whose working directory is an empty folder."""
    (folder / "empty").mkdir()
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM],
        env={"PYTHONPATH": os.pathsep.join(sys.path), **variables},
        cwd=folder / "empty", capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    values: dict[str, Any] = json.loads(done.stdout)
    return values


def expected(worker: str | None, **overrides: str) -> dict[str, Any]:
    """Return what the reference deployment's files resolve to for a worker."""
    override = SETTINGS / f"config.{worker}.toml" if worker else None
    settings = Settings(SETTINGS / "config.toml", override, overrides=overrides)
    return dict(settings.as_dict(reveal=True))
