"""A stranger's distribution, built and installed by pip into an environment of its own."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import venv
from typing import TYPE_CHECKING, Any

import pytest

from .stranger_project import write_project

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def installed(sources: Path, build_once: Any) -> Path:
    """Return the folder of an environment with the project and the stranger's distribution."""

    def install(folder: Path) -> None:
        venv.create(folder, symlinks=True)
        pip(folder, "install", str(sources), str(write_project(folder / "project")))

    return build_once("stranger", install)


@pytest.fixture(autouse=True)
def _only_what_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHONPATH", raising=False)


def pip(environment: Path, *words: str) -> None:
    of = ("--python", str(environment / "bin" / "python"), "--quiet")
    subprocess.run([sys.executable, "-m", "pip", *of, *words], check=True, capture_output=True)


def run(environment: Path, program: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a program of the environment in the working directory of the test."""
    command = [str(environment / "bin" / program), *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def told(environment: Path, expression: str, **request: Any) -> Any:
    """Return what an expression of ``s``, the settings, gives in a process of the environment."""
    code = f"""
import json
from integr8s_conf import ConfigError, Settings
from acme_mailer.plugin import Mail
try:
    s = Settings(**{request!r})
    said = {expression}
except ConfigError as error:
    said = [[one.key, one.wanted, one.plugin] for one in error.problems]
print(json.dumps(said))
"""
    done = run(environment, "python", "-c", code)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_keys_are_found_with_their_values_and_types(installed: Path, write: Any) -> None:
    write("config.toml", 'MAIL_TIMEOUT = 7\nMAIL_ROUTES = { alerts = "ops" }\n')
    shown = "[[k, type(s[k]).__name__, s[k]] for k in s if k.startswith('MAIL_')]"
    assert told(installed, shown) == [
        ["MAIL_HOST", "str", "localhost"],
        ["MAIL_PORT", "int", 25],
        ["MAIL_TLS", "str", "none"],
        ["MAIL_PASSWORD", "Secret", "dev-mail"],
        ["MAIL_TIMEOUT", "float", 7.0],
        ["MAIL_ROUTES", "FrozenDict", {"alerts": "ops"}],
        ["MAIL_URL", "str", "smtp://localhost:25"],
    ]


def test_section_is_a_view(installed: Path) -> None:
    view = "[type(s.section(Mail)).__mro__[1] is Mail, s.section(Mail).MAIL_TIMEOUT]"
    assert told(installed, view) == [True, 5.0]


def test_variables_are_read(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAIL_PASSWORD", "12345")
    monkeypatch.setenv("INTEGR8S_MAIL_PORT", "587")
    assert told(installed, "[s.MAIL_PASSWORD, s.MAIL_PORT, s.MAIL_URL]") == [
        "12345",
        587,
        "smtp://localhost:587",
    ]


def test_default_of_another_section_is_changed(installed: Path, write: Any) -> None:
    assert told(installed, "s.SERVICE_NAME") == "mailer"
    write("config.toml", 'SERVICE_NAME = "api"\n')
    assert told(installed, "s.SERVICE_NAME") == "api"


@pytest.mark.parametrize(
    ("overrides", "words"),
    [
        ({"MAIL_PORT": 0}, "an integer at least 1 and at most 65535"),
        ({"MAIL_PORT": 465}, "port 465 is retired, use 587"),
        ({"MAIL_TIMEOUT": 60, "WEB_TIMEOUT": 60}, "less than WEB_TIMEOUT"),
        ({"MAIL_TLS": "ssl"}, "one of"),
    ],
)
def test_values_are_judged(installed: Path, overrides: dict[str, Any], words: str) -> None:
    [[key, wanted, plugin]] = told(installed, "'valid'", overrides=overrides)
    assert (key, plugin) == (next(iter(overrides)), "mail")
    assert words in wanted


def test_dynaconf_lists_the_keys_with_the_secret_masked(installed: Path) -> None:
    done = run(installed, "dynaconf", "-i", "integr8s_conf.settings", "list")
    assert done.returncode == 0
    assert "MAIL_URL<str> 'smtp://localhost:25'" in done.stdout
    assert "MAIL_PASSWORD" in done.stdout
    assert "dev-mail" not in done.stdout


def test_show_lists_the_section_with_its_distribution(installed: Path) -> None:
    done = run(installed, "integr8s-conf", "show", "--section", "mail")
    assert done.returncode == 0
    assert done.stdout.startswith("Mail   plugin mail (acme-mailer 2.5)\n")
    assert '"smtp://localhost:25"' in done.stdout
    assert "dev-mail" not in done.stdout


def test_keys_are_gone_when_the_distribution_is_uninstalled(
    installed: Path, tmp_path: Path, write: Any
) -> None:
    write("config.toml", "MAIL_PORT = 587\n")
    assert run(installed, "integr8s-conf", "check").returncode == 0
    # A copy, for other tests run in the environment meanwhile.
    copy = shutil.copytree(installed, tmp_path / "copy", symlinks=True)
    pip(copy, "uninstall", "--yes", "acme-mailer")
    done = run(copy, "python", "-c", "from integr8s_conf.cli import main; main(['check'])")
    assert done.returncode == 78
    assert "  MAIL_PORT   config.toml:1\n    found   an unknown key" in done.stdout
    write("config.toml", "")
    done = run(copy, "python", "-c", "from integr8s_conf import settings as s; print(*s)")
    assert "REDIS_PORT" in done.stdout
    assert "MAIL_" not in done.stdout
