"""A secret in a committed file is found, and never shown."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from ..conftest import Write
    from .conftest import Found, Lint

pytestmark = pytest.mark.usefixtures("mail")


def test_secret_in_a_toml_file(write: Write, lint: Lint, found: Found) -> None:
    write("config.toml", "\nMAIL_TOKEN = 'swordfish'")
    write("config.worker.toml", "MAIL_TOKEN = ''")
    write(".env", "MAIL_TOKEN=hunter22")
    assert [one[:3] for one in found()] == [("secret-in-file", "MAIL_TOKEN", "config.toml:2")]
    for form in ("text", "json", "sarif", "github"):
        done = lint("--format", form)
        assert done.exit_code == 1
        assert "swordfish" not in done.output
        assert "hunter22" not in done.output


def test_secret_in_an_environment_of_the_project_file(write: Write, found: Found) -> None:
    write("config.toml", "")
    write(
        "pyproject.toml",
        "[tool.integr8s-conf.environments.test]\nvariables = { MAIL_TOKEN = 'swordfish' }",
    )
    assert [one[:3] for one in found()] == [("secret-in-file", "MAIL_TOKEN", "pyproject.toml:2")]


def test_with_git_what_is_tracked_is_committed(write: Write, found: Found) -> None:
    for name in ("config.toml", "config.worker.toml"):
        write(name, "MAIL_TOKEN = 'swordfish'")
    write(".env", "MAIL_TOKEN=hunter22")
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(["git", "add", "config.toml", ".env"], check=True)
    assert [place for _, _, place, _ in found(rule="secret-in-file")] == ["config.toml:1", ".env:1"]
