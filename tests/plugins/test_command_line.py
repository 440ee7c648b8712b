"""The command lines work beside a broken plugin."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from .sources import plugin

if TYPE_CHECKING:
    from collections.abc import Sequence

OURS = (sys.executable, "-c", "from integr8s_conf.cli import main; main()")
DYNACONF = (sys.executable, "-m", "dynaconf", "-i", "integr8s_conf.settings")
BROKEN = "import pathlib; pathlib.Path('imported').touch(); 1 / 0"


def run(command: Sequence[str], *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*command, *words], capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "words", [["--help"], ["--version"], ["show", "--help"], ["check", "--help"]], ids=" ".join
)
def test_help_and_version_import_no_plugin(stranger, tmp_path, words: list[str]) -> None:
    stranger(BROKEN)
    done = run(OURS, *words)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout
    assert not (tmp_path / "imported").exists()


def test_check_refuses_with_the_plugin_named(stranger) -> None:
    stranger(BROKEN)
    done = run(OURS, "check")
    assert done.returncode == 78
    assert "the import of mail_conf.mail raised ZeroDivisionError" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_show_shows_the_keys_of_the_other_plugins_and_the_problem(stranger) -> None:
    stranger(BROKEN)
    done = run(OURS, "show")
    assert done.returncode == 78
    assert "REDIS_PORT" in done.stdout
    assert "the import of mail_conf.mail raised ZeroDivisionError" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["list", "inspect"])
def test_dynaconf_shows_the_keys_of_the_other_plugins_and_the_problem(stranger, command) -> None:
    stranger(BROKEN)
    done = run(DYNACONF, command)
    assert done.returncode == 0
    assert "REDIS_PORT" in done.stdout
    assert "the import of mail_conf.mail raised ZeroDivisionError" in done.stderr
    assert "Traceback" not in done.stderr


def test_import_that_exits_ends_no_command(stranger) -> None:
    stranger("import sys; sys.exit(0)")
    assert run(OURS, "check").returncode == 78


def test_plugin_that_reads_settings_while_it_is_imported_is_refused(stranger) -> None:
    stranger("from integr8s_conf import Settings; Settings()")
    done = run(OURS, "check")
    assert done.returncode == 78
    assert done.stdout.startswith("1 problem in the configuration")
    assert "raised RuntimeError: settings are read while" in done.stdout


def test_section_of_a_stranger_is_shown_with_its_distribution(stranger) -> None:
    stranger(plugin('MAIL_HOST: str = setting("localhost", "Host")'))
    done = run(OURS, "show", "--section", "mail")
    assert done.returncode == 0
    assert done.stdout.startswith("Mail   plugin mail (mail-conf 1.0)\n")
    assert 'MAIL_HOST  "localhost"  default' in done.stdout
