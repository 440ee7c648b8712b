"""``migrate`` gives keys the names that they have now, and changes nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .changed_mail import MAIL
from .commands import integr8s_conf, on_terminal

if TYPE_CHECKING:
    from pathlib import Path

    from ..conftest import Stranger, Write


@pytest.fixture(autouse=True)
def _mail(stranger: Stranger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stranger(MAIL)
    monkeypatch.chdir(tmp_path)


FILE = """\
# Mail
SMTP_HOST = "b"  # the host
MAIL_SPOOL = [
    "/var",
]
SMTP_X = 2

[ROUTES.news] # some
to = "SMTP_HOST"
"""

DIFF = """\
--- config.toml
+++ config.toml
@@ -2,5 +2,2 @@
-SMTP_HOST = "b"  # the host
-MAIL_SPOOL = ********
-********
-********
-SMTP_X = 2
+MAIL_HOST = "b"  # the host
+MAIL_X = 2
@@ -8 +5 @@
-[ROUTES.news] # some
+[MAIL_ROUTES.news] # some
"""

MIGRATED = """\
# Mail
MAIL_HOST = "b"  # the host
MAIL_X = 2

[MAIL_ROUTES.news] # some
to = "SMTP_HOST"
"""


def test_diff_is_shown_and_nothing_written_without_write(write: Write) -> None:
    path = write("config.toml", FILE)
    done = integr8s_conf("migrate")
    assert (done.code, done.out) == (1, DIFF)
    assert done.err == (
        "goes: MAIL_SPOOL (config.toml:3): a key that was removed in mail-conf 2.0;"
        " wanted the key left out; mail is no longer spooled\n"
        "left to you: MAIL_X (config.toml:6): a deprecated key; wanted the key left out;"
        " use MAIL_HOST\n"
        "nothing is written yet: give --write\n"
    )
    assert path.read_text() == FILE


def test_file_is_written_with_its_mode_and_check_is_content(write: Write) -> None:
    path = write("config.toml", FILE)
    path.chmod(0o640)
    done = integr8s_conf("migrate", "--write")
    assert (done.code, done.out) == (0, f"{DIFF}config.toml: written\n")
    assert path.read_text() == MIGRATED
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(path.parent.iterdir()) == [path]
    again = integr8s_conf("migrate", "--write")
    assert (again.code, again.out) == (0, "1 file: nothing to change\n")
    checked = integr8s_conf("check")
    assert checked.code == 0
    assert "former name" not in checked.out + checked.err


def test_all_files_of_the_deployment_are_migrated_each_once(write: Write) -> None:
    write("settings/config.toml", "SMTP_HOST = 'b'\n")
    write("settings/config.worker.toml", "SMTP_HOST = 'c'\n")
    write("settings/config.other.toml", "MAIL_HOST = 'd'\n")
    done = integr8s_conf("migrate", "--write")
    assert done.out.count("--- ") == done.out.count(": written\n") == 2
    assert "settings/config.worker.toml: written\n" in done.out


def test_named_file_alone_is_migrated(write: Write) -> None:
    base = write("config.toml", "SMTP_HOST = 'b'\n")
    other = write("elsewhere/mine.toml", "SMTP_HOST = 'c'\n")
    assert integr8s_conf("migrate", "elsewhere/mine.toml", "--write").code == 0
    assert base.read_text() == "SMTP_HOST = 'b'\n"
    assert other.read_text() == "MAIL_HOST = 'c'\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("SMTP_HOST = 'b'\nMAIL_HOST = 'c'\n", "remove SMTP_HOST; line 2 has MAIL_HOST"),
        ("SMTP = 'b'\nSMTP_HOST = 'c'\n", "remove SMTP; line 2 has SMTP_HOST"),
        ("[ROUTES]\na = 1\n[MAIL_ROUTES]\nb = 1\n", "remove ROUTES; line 3 has MAIL_ROUTES"),
        ("SMTP_HOST = \n", "bad.toml:1:13"),
    ],
)
def test_file_that_is_refused_keeps_every_file_from_being_written(
    text: str, said: str, write: Write
) -> None:
    good, bad = write("good.toml", "SMTP_HOST = 'b'\n"), write("bad.toml", text)
    done = integr8s_conf("migrate", "--write", "good.toml", "bad.toml")
    assert (done.code, done.out) == (78, "")
    assert done.err.startswith("1 problem in the configuration\n")
    assert said in done.err
    assert (good.read_text(), bad.read_text()) == ("SMTP_HOST = 'b'\n", text)


def test_file_that_is_missing_is_refused() -> None:
    done = integr8s_conf("migrate", "nowhere.toml")
    assert done.code == 78
    assert "there is no such file" in done.err


def test_link_is_refused(write: Write, tmp_path: Path) -> None:
    path = write("real.toml", "SMTP_HOST = 'b'\n")
    (tmp_path / "config.toml").symlink_to(path)
    done = integr8s_conf("migrate", "--write")
    assert done.code == 2
    assert "it is a link" in done.err
    assert path.read_text() == "SMTP_HOST = 'b'\n"


SHY = """\
SMTP_TOKEN = "hunter2"
SMTP_HOST = "hunter2:b"  # http://me:hunter2@host
MAIL_SPOOL = [
    ["hunter2"],
    "hunter2=",
    { hunter2 = "hunter2=" },
]
"""


@pytest.mark.parametrize("line", ["", "[MAIL_SPOOL]\na.b = 'hunter2'\n"])
def test_diff_shows_no_secret_and_no_value_of_a_removed_key(line: str, write: Write) -> None:
    write("config.toml", f"{SHY.partition('MAIL_SPOOL')[0]}{line}" if line else SHY)
    done = integr8s_conf("migrate")
    assert done.code == 1
    assert "+MAIL_TOKEN = ********\n" in done.out
    assert "hunter2" not in done.out + done.err


def test_terminal_gets_colours_and_no_escape_of_a_file(write: Write) -> None:
    write("config.toml", "SMTP_HOST = 'b'  # \u009b31m\n")
    done = on_terminal(100, "migrate")
    assert "\x1b[31m-SMTP_HOST = 'b'  # \\x9b31m" in done.out
    assert "\x1b[32m+MAIL_HOST" in done.out


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n", b"\n\n  \t"])
def test_every_other_byte_of_a_file_stays(mark: bytes, end: bytes, tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(mark + b"SMTP_HOST = 'b'\r\n# \xc3\xa4\n\n\r\nMAIL_SPOOL = 1\nMAIL_X=1" + end)
    assert integr8s_conf("migrate", "--write").code == 0
    assert path.read_bytes() == mark + b"MAIL_HOST = 'b'\r\n# \xc3\xa4\n\n\r\nMAIL_X=1" + end
