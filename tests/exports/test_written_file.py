"""A file is written whole or not at all; no link is followed, and nothing replaced unasked."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from integr8s_conf.cli.written_file import write_file

if TYPE_CHECKING:
    from ..conftest import Python

WRITE = """
    import os, resource, signal, sys
    import click
    from integr8s_conf.cli.written_file import write_file

    {before}
    try:
        write_file("file", "new" * 1000, replace={replace})
    except (click.ClickException, FileExistsError) as error:
        print(getattr(error, "message", "exists"))
"""
DISK_FULL = "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text())
def test_a_file_holds_the_text_in_utf_8(text: str) -> None:
    write_file("file", text, replace=True)
    assert Path("file").read_bytes() == text.encode()


def test_a_file_that_is_there_stays(folder: Path) -> None:
    Path("file").write_text("old")
    with pytest.raises(FileExistsError):
        write_file("file", "new", replace=False)
    assert Path("file").read_text() == "old"
    assert _names(folder) == ["file"]


def test_a_file_that_appears_meanwhile_stays(folder: Path, python: Python) -> None:
    before = "sys.addaudithook(lambda *said: said[0] == 'tempfile.mkstemp' and os.mkfifo('file'))"
    assert python(WRITE.format(before=before, replace=False)) == "exists\n"
    assert _names(folder) == ["file"]
    assert Path("file").is_fifo()


@pytest.mark.parametrize("replace", [True, False])
@pytest.mark.parametrize("target", ["other", "nowhere"])
def test_a_link_is_neither_followed_nor_replaced(target: str, replace: bool, folder: Path) -> None:
    Path("other").write_text("old")
    Path("file").symlink_to(target)
    with pytest.raises(click.ClickException, match="file cannot be written: it is a link"):
        write_file("file", "new", replace=replace)
    assert Path("other").read_text() == "old"
    assert Path("file").readlink() == Path(target)
    assert _names(folder) == ["file", "other"]


def test_what_is_no_file_stays(folder: Path) -> None:
    os.mkfifo("pipe")
    for name in ("pipe", "."):
        with pytest.raises(click.ClickException, match="no regular file"):
            write_file(name, "new", replace=True)
    assert _names(folder) == ["pipe"]


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    folder: Path, python: Python
) -> None:
    Path("file").write_text("old")
    said = python(WRITE.format(before=DISK_FULL, replace=True))
    assert said == "file cannot be written: File too large\n"
    assert Path("file").read_text() == "old"
    assert _names(folder) == ["file"]


def test_a_write_that_fails_leaves_no_new_file(folder: Path, python: Python) -> None:
    assert "too large" in python(WRITE.format(before=DISK_FULL, replace=False))
    assert _names(folder) == []


def test_a_new_file_is_as_private_as_the_user_wants(python: Python) -> None:
    python(WRITE.format(before="os.umask(0o077)", replace=False))
    assert stat.S_IMODE(Path("file").stat().st_mode) == 0o600


def test_a_file_that_is_replaced_keeps_its_permissions() -> None:
    Path("file").touch()
    Path("file").chmod(0o640)
    write_file("file", "new", replace=True)
    assert stat.S_IMODE(Path("file").stat().st_mode) == 0o640


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("no/such/file", "there is no folder no/such; make it first"),
        ("other/file", "Not a directory"),
        ("a\0b", "a path has no NUL character"),
        ("x" * 300, "File name too long"),
    ],
)
def test_a_name_that_cannot_be_written_gets_one_clear_line(
    name: str, reason: str, folder: Path
) -> None:
    Path("other").touch()
    with pytest.raises(click.ClickException) as caught:
        write_file(name, "new", replace=True)
    assert caught.value.message.endswith(f" cannot be written: {reason}")
    assert caught.value.message.isprintable()
    assert _names(folder) == ["other"]


NOBODY = """
import os
import click
from integr8s_conf.cli.written_file import write_file

if os.geteuid() == 0:
    os.setgroups([])
    os.setuid(65534)
try:
    write_file("file", "new", replace=True)
except click.ClickException as error:
    print(error.message)
"""


def test_a_folder_that_may_not_be_written_gets_one_clear_line() -> None:
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o555)
        done = subprocess.run(
            [sys.executable, "-c", NOBODY], cwd=name, capture_output=True, text=True, check=True
        )
        assert done.stdout == "file cannot be written: Permission denied\n"
        assert _names(Path(name)) == []
