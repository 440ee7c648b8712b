"""What the report depends on, and what not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from ..conftest import Write
    from .conftest import Found, Lint

pytestmark = pytest.mark.usefixtures("mail")


def test_what_the_shell_sets_says_nothing(
    write: Write, found: Found, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("config.toml", "MAIL_PORT = 26")
    write("config.worker.toml", "MAIL_PORT = 26\nMAIL_HOST = 'x'")
    write(".env", "INTEGR8S_MAIL_TIMEOUT=5")
    before = found()
    for name, text in {"MAIL_PORT": "28", "MAIL_HOST": "x", "ENVIRONMENT": "production"}.items():
        monkeypatch.setenv(f"INTEGR8S_{name}", text)
    assert found() == before != []


def test_refused_configuration_is_linted_as_far_as_it_resolves(write: Write, lint: Lint) -> None:
    write("config.toml", "MAIL_PORT = 26\nMAIL_TIMEOUT = 'x'")
    override = write("config.worker.toml", "MAIL_PORT = 26\n")
    done = lint("--fix")
    assert (done.exit_code, "config.worker.toml:1" in done.stdout) == (78, True)
    assert "MAIL_TIMEOUT   config.toml:2" in done.stderr
    assert override.read_text() == "MAIL_PORT = 26\n"


def test_deployment_that_is_missing_is_refused(write: Write, lint: Lint) -> None:
    write("other.toml", "")
    done = lint()
    assert (done.exit_code, done.stdout) == (78, "lint: no finding; 1 file, 94 keys\n")


def test_baseline_accepts_what_is_found_now(write: Write, lint: Lint) -> None:
    write("config.toml", "MAIL_PORT = 26")
    write("config.a.toml", "MAIL_PORT = 26")
    assert lint("--baseline", "accepted.toml", "--write-baseline").exit_code == 0
    write("config.a.toml", "\nMAIL_PORT = 26\nMAIL_TIMEOUT = 5")
    done = lint("--baseline", "accepted.toml")
    assert (done.exit_code, "MAIL_TIMEOUT" in done.stdout, "MAIL_PORT" in done.stdout) == (
        1,
        True,
        False,
    )
