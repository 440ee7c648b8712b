"""What is generated goes to standard output, to a file, or is compared with one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ..command_line.commands import Done, integr8s_conf
from .exported import ODD, exported

if TYPE_CHECKING:
    from ..conftest import Stranger, Write


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _export(*words: str) -> Done:
    return integr8s_conf("export", "config", "-o", "out.toml", *words)


def test_a_file_is_written_where_there_is_none() -> None:
    assert _export() == Done(0, "", "")
    assert Path("out.toml").read_text() == exported("config")


def test_a_file_that_is_current_is_left_alone() -> None:
    _export()
    before = Path("out.toml").stat()
    assert _export("--force") == Done(0, "", "")
    assert Path("out.toml").stat().st_ino == before.st_ino


def test_a_file_is_replaced_by_force_alone() -> None:
    Path("out.toml").write_text("old")
    refused = _export()
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == "Error: out.toml is there already; give --force to replace it\n"
    assert Path("out.toml").read_text() == "old"
    assert _export("--force") == Done(0, "", "")
    assert Path("out.toml").read_text() == exported("config")


def test_check_tells_a_stale_and_a_missing_file_from_a_current_one() -> None:
    missing = _export("--check")
    assert (missing.code, missing.out) == (1, "")
    assert "there is no out.toml" in missing.err
    assert not Path("out.toml").exists()
    Path("out.toml").write_text("old")
    stale = _export("--check")
    assert (stale.code, stale.out) == (1, "")
    assert "out.toml is stale" in stale.err
    assert Path("out.toml").read_text() == "old"
    _export("--force")
    assert _export("--check") == Done(0, "", "")


@pytest.mark.parametrize("words", [["--check"], ["--force"], ["-o", "x", "--check", "--force"]])
def test_options_that_make_no_sense_are_bad_usage(words: list[str]) -> None:
    assert integr8s_conf("export", "config", *words).code == 2


def test_output_is_utf_8_whatever_the_terminal_takes(stranger: Stranger) -> None:
    stranger(ODD.replace("such as this", "é"), name="odd")
    done = integr8s_conf("export", "config", PYTHONIOENCODING="ascii", INTEGR8S_CONF_PLUGINS="odd")
    assert 'ODD_EXAMPLE = "é"' in done.out


def test_init_writes_the_fresh_base_file_once() -> None:
    done = integr8s_conf("init")
    assert done == Done(
        0, "config.toml: written; integr8s-conf check says whether it is valid\n", ""
    )
    assert Path("config.toml").read_text() == exported("config")
    Path("config.toml").write_text("old")
    refused = integr8s_conf("init")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith("Error: config.toml is there already, and stays as it is")
    assert Path("config.toml").read_text() == "old"


def test_init_follows_no_link() -> None:
    Path("config.toml").symlink_to("elsewhere.toml")
    assert "it is a link" in integr8s_conf("init").err
    assert not Path("elsewhere.toml").exists()


def test_init_makes_no_folder() -> None:
    done = integr8s_conf("init", "settings/config.toml")
    assert (done.code, done.out) == (2, "")
    assert "there is no folder settings; make it first" in done.err
    assert not Path("settings").exists()


def test_init_with_a_broken_plugin_writes_nothing(stranger: Stranger) -> None:
    stranger("raise OSError")
    done = integr8s_conf("init")
    assert (done.code, done.out) == (78, "")
    assert not Path("config.toml").exists()


@pytest.mark.parametrize("what", ["config", "env", "compose", "k8s"])
def test_no_development_default_of_a_secret_is_written(
    what: str, stranger: Stranger, write: Write
) -> None:
    stranger(ODD, name="odd")
    write("config.toml", "")
    done = integr8s_conf("export", what)
    assert done.code == 0
    assert not re.search(r"CHANGE_ME|rootpassword|hunter2|[=:]\s*[\"']?root\b", done.out)


@pytest.mark.parametrize("what", ["config", "env", "compose", "k8s"])
def test_the_same_declarations_give_the_same_text(what: str, write: Write) -> None:
    write("config.toml", "")
    one, other = (integr8s_conf("export", what, PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert one == other
