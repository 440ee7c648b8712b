"""``lint --fix`` removes lines that change nothing, and leaves the rest of a file as it is."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from ..conftest import Write
    from .conftest import Lint

pytestmark = pytest.mark.usefixtures("mail")

BASE = """\
MAIL_PORT = 26
MAIL_COPIES = ["a", "b"]
MAIL_ROUTES = { alerts = "c", news = "d" }
MAIL_TOKEN = "swordfish"
"""


@pytest.fixture(autouse=True)
def _base(write: Write) -> None:
    write("config.toml", BASE)


def test_diff_is_shown_and_the_file_written(write: Write, lint: Lint) -> None:
    path = write("config.worker.toml", "MAIL_HOST = 'b'\nMAIL_PORT = 26  # as ever\n")
    path.chmod(0o640)
    done = lint("--fix")
    assert done.stdout.startswith(
        "--- config.worker.toml\n"
        "+++ config.worker.toml\n"
        "@@ -2 +1,0 @@\n"
        "-MAIL_PORT = 26  # as ever\n"
        "config.worker.toml: written\n"
    )
    assert path.read_text() == "MAIL_HOST = 'b'\n"
    assert path.stat().st_mode & 0o777 == 0o640
    assert lint("--diff").stdout == "no line that changes nothing\n"


def test_exit_code_is_that_of_what_is_left(write: Write, lint: Lint) -> None:
    write("config.toml", "MAIL_PORT = 26\n")
    write("config.worker.toml", "MAIL_PORT = 26\n")
    done = lint("--fix")
    assert (done.exit_code, done.stdout.splitlines()[-1]) == (
        0,
        "lint: no finding; 2 files, 94 keys",
    )


def test_diff_alone_writes_nothing(write: Write, lint: Lint) -> None:
    path = write("config.worker.toml", "MAIL_PORT = 26\n")
    done = lint("--diff")
    assert (done.exit_code, done.stderr) == (1, "nothing is written: give --fix\n")
    assert "-MAIL_PORT = 26\n" in done.stdout
    assert path.read_text() == "MAIL_PORT = 26\n"


@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_diff_is_text(option: str, lint: Lint) -> None:
    done = lint(option, "--format", "json")
    assert (done.exit_code, "leave out --format" in done.stderr) == (2, True)


def test_secret_is_masked_in_the_diff(write: Write, lint: Lint) -> None:
    write("config.worker.toml", 'MAIL_TOKEN = """swordfish"""\n')
    done = lint("--fix")
    assert "-MAIL_TOKEN = ********\n" in done.stdout
    assert "swordfish" not in done.output


HOST, PORT, QUEUE = "MAIL_HOST = 'b'\n", "MAIL_PORT = 26\n", "MAIL_QUEUE = 'q'\n"
TEXT = f"MAIL_SENDER = '''\n{PORT}'''\n"


@pytest.mark.parametrize(
    ("was", "now"),
    [
        (f"MAIL_COPIES = [\n  'a',  # one\n\n  'b',\n]\n{HOST}", HOST),
        (f"{HOST}\n[MAIL_ROUTES]\nalerts = 'c'\nnews = 'd'\n", HOST),
        (f"MAIL_ROUTES.alerts = 'c'\n{HOST}MAIL_ROUTES.news = 'd'\n", HOST),
        (f"{TEXT}{PORT}", TEXT),
        ("MAIL_HOST = 'b'\r\n'MAIL_PORT' = 26\r\n", "MAIL_HOST = 'b'\r\n"),
        ("\ufeffMAIL_PORT = 26\nMAIL_HOST = 'b'", "\ufeffMAIL_HOST = 'b'"),
        # Comments.
        (f"# File.\n\n{PORT}", "# File.\n"),
        (f"# File.\n{PORT}", "# File.\n"),
        (f"{HOST}\n# Port.\n{PORT}\n# End.\n", f"{HOST}\n# End.\n"),
        (f"{HOST}\n# Both.\n{PORT}{QUEUE}", f"{HOST}\n# Both.\n{QUEUE}"),
        (f"{PORT}\n{HOST}", HOST),
        (PORT, ""),
    ],
)
def test_only_the_lines_and_their_comments_go(was: str, now: str, write: Write, lint: Lint) -> None:
    path = write("config.worker.toml", was)
    lint("--fix")
    assert path.read_bytes().decode() == now


ENV = """\
# Mine.
INTEGR8S_MAIL_HOST=localhost

# Port.
export INTEGR8S_MAIL_PORT="26"  # as ever
INTEGR8S_MAIL_TIMEOUT=5
INTEGR8S_MAIL_QUEUE='a
b'
MAIL_TOKEN=swordfish
"""


def test_env_file_loses_what_nobody_else_reads(write: Write, lint: Lint) -> None:
    write("compose.yaml", "services: {a: {image: x, ports: ['${INTEGR8S_MAIL_TIMEOUT}:1']}}\n")
    path = write(".env", ENV)
    done = lint("--fix")
    assert path.read_text() == (
        "# Mine.\n\n# Port.\nINTEGR8S_MAIL_TIMEOUT=5\n"
        "INTEGR8S_MAIL_QUEUE='a\nb'\nMAIL_TOKEN=swordfish\n"
    )
    places = re.findall(r"MAIL_(\w+)   \.env:(\d)", done.stdout)
    assert places == [("TOKEN", "7"), ("TIMEOUT", "4")]


def test_computed_value_that_is_set_stays(write: Write, lint: Lint) -> None:
    path = write(".env", "INTEGR8S_MAIL_ADDRESS=localhost:26\n")
    assert "repeated-default" in lint("--fix").stdout
    assert path.read_text() == "INTEGR8S_MAIL_ADDRESS=localhost:26\n"


def test_link_is_not_followed(write: Write, lint: Lint, tmp_path: Path) -> None:
    path = write("elsewhere/worker.toml", "MAIL_PORT = 26\n")
    (tmp_path / "config.worker.toml").symlink_to(path)
    done = lint("--fix")
    assert (done.exit_code, "it is a link" in done.stderr) == (2, True)
    assert path.read_text() == "MAIL_PORT = 26\n"


def test_nothing_is_left_for_git_to_complain_about(write: Write, lint: Lint) -> None:
    path = write("config.worker.toml", "MAIL_HOST = 'b'\n\n# Port.\nMAIL_PORT = 26\n")
    subprocess.run(["git", "init", "-q"], check=True)
    lint("--fix")
    subprocess.run(["git", "add", path.name], check=True)
    subprocess.run(["git", "diff", "--cached", "--check"], check=True)
