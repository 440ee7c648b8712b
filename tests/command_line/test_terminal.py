"""On a terminal there are colours and folded tables; in a pipe there is plain text."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from typing import TYPE_CHECKING

import pytest

from integr8s_conf import Settings

from .commands import SETTINGS, integr8s_conf, on_terminal, own_command
from .everything import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

STYLES = re.compile(r"\x1b\[[0-9;]*m")


def plain(text: str) -> str:
    """Return a text without its colours; fail if it holds another escape sequence."""
    bare = STYLES.sub("", text)
    assert "\x1b" not in bare
    return bare


@pytest.mark.parametrize("columns", [80, 120])
def test_no_line_is_wider_than_the_terminal(columns: int, deployment: Path) -> None:
    done = on_terminal(columns, "show")
    assert done.code == 0
    widths = [len(line) for line in plain(done.out).splitlines()]
    assert max(widths) <= columns


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_every_key_is_on_one_line(columns: int, deployment: Path) -> None:
    lines = plain(on_terminal(columns, "show").out).splitlines()
    keys = list(Settings(SETTINGS / "config.toml", env_file=None, secrets_dir=SETTINGS))
    first_words = [line.split()[0] for line in lines if line.strip() and line[0] != " "]
    assert [word for word in first_words if word in keys] == keys


def test_value_wider_than_the_terminal_is_folded_and_whole(deployment: Path) -> None:
    out = plain(on_terminal(80, "show", "--section", "server").out)
    without_blanks = "".join(out.split())
    assert '"https://localhost","https://127.0.0.1","https://localhost:443",' in without_blanks
    assert '"https://localhost:5001", "https://127' not in out


def test_long_word_is_folded_too(edit: Callable[..., None]) -> None:
    edit(f'PROJECT_NAME = "{"x" * 300}"')
    out = plain(on_terminal(80, "show", "--section", "core").out)
    assert out.count("x") == 300


def test_terminal_gets_colours(deployment: Path) -> None:
    assert STYLES.search(on_terminal(80, "show", "--section", "redis").out)


def test_how_bad_a_finding_is_has_a_colour(deployment: Path) -> None:
    assert "\x1b[33m\x1b[1mwarning\x1b[0m: repeated-base: " in on_terminal(100, "lint").out
    assert "\x1b" not in integr8s_conf("lint").out


@pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_terminal_without_colours_gets_no_escape_sequence(
    variables: dict[str, str], deployment: Path
) -> None:
    done = on_terminal(80, "show", "--section", "redis", **variables)
    assert done.code == 0
    assert "REDIS_PORT" in done.out
    assert "\x1b" not in done.out


def test_empty_no_color_leaves_the_colours(deployment: Path) -> None:
    assert STYLES.search(on_terminal(80, "show", "--section", "redis", NO_COLOR="").out)


@pytest.mark.parametrize("variables", [{}, {"FORCE_COLOR": "1"}, {"TERM": "xterm-256color"}])
def test_pipe_gets_plain_text(variables: dict[str, str], deployment: Path) -> None:
    done = integr8s_conf("show", **variables)
    assert done.code == 0
    assert "\x1b" not in done.out


def test_json_on_a_terminal_has_no_colours(deployment: Path) -> None:
    assert "\x1b" not in on_terminal(80, "show", "--section", "redis", "--format", "json").out


def test_problems_follow_the_tables_on_a_terminal(break_it: None) -> None:
    done = on_terminal(80, "show")
    assert done.code == 78
    out = plain(done.out)
    assert out.index("NOTIF_MAX_SCHEDULE_DAYS") < out.index("2 problems in the configuration")


def test_escapes_of_a_value_reach_neither_terminal_nor_pipe(
    deployment: Path, stranger: Callable[[str], None]
) -> None:
    stranger(EVERYTHING)
    shown = "\\u001b[31mred\\u0007 \\u202e é"
    words = ("show", "--section", "every")
    assert shown in integr8s_conf(*words).out
    assert shown in plain(on_terminal(200, *words).out)


def test_escapes_of_the_name_of_a_file_are_escaped(deployment: Path) -> None:
    (deployment / "config.toml").rename("\x1b[31mred.toml")
    for words in (("show", "--section", "core"), ("check",)):
        out = plain(on_terminal(120, *words, "--config", "\x1b[31mred.toml").out)
        assert "\\x1b[31mred.toml" in out
    missing = on_terminal(120, "check", "--config", "\x1b[32mnone.toml")
    assert missing.code == 78
    assert "\\x1b[32mnone.toml" in plain(missing.out)


def test_escapes_in_a_problem_are_escaped(
    edit: Callable[..., None], stranger: Callable[[str], None]
) -> None:
    stranger(r"""
        from integr8s_conf import hookimpl, rule

        @hookimpl
        def integr8s_validators():
            return [rule("REDIS_DB", check=lambda v: "\x1b[31mred\r", wanted="\x1b[32mgreen")]
    """)
    edit("MONGO_PORT = '\\u001b'".replace("'", '"'), '"\\u001b[33mkey" = 1')
    for words in (("show",), ("check",)):
        done = on_terminal(200, *words)
        assert done.code == 78
        out = plain(done.out)
        assert "\\x1b[31mred" in out
        assert "\r" not in out


@pytest.mark.parametrize(
    "words", [("show",), ("show", "--format", "json"), ("check",), ("doctor",)]
)
@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_every_encoding_prints_every_value(
    words: tuple[str, ...], encoding: str, edit: Callable[..., None]
) -> None:
    edit('PROJECT_NAME = "é → 😀"', "REDIS_DB = 'é → 😀'")
    done = subprocess.run(
        [*own_command(), *words],
        env={**os.environ, "PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
    )
    assert done.returncode == (1 if words == ("doctor",) else 78)
    assert b"Traceback" not in done.stderr
    assert b"REDIS_DB" in done.stdout + done.stderr


def test_name_of_a_file_that_is_no_text_is_printed_escaped(deployment: Path) -> None:
    name = os.fsdecode(b"\xff.toml")
    (deployment / "config.toml").rename(name)
    done = integr8s_conf("show", "--config", name)
    assert done.code == 0
    assert "\\udcff.toml:" in done.out


WRITING = [
    "show",
    "show --format json",
    "show --format toml",
    "check",
    "check --format sarif",
    "explain MONGODB_URL",
    "get CORS_ORIGINS",
    "diff config.toml config.test.toml",
    "plugins",
    "doctor",
    "completion bash",
    "export docs",
    "export k8s",
    "--help",
]


@pytest.mark.parametrize("command", WRITING)
def test_closed_pipe_ends_quietly(command: str, deployment: Path) -> None:
    done = subprocess.run(
        ["bash", "-c", f"{shlex.join(own_command())} {command} | head -c 1"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout) == 1


def test_pipe_that_is_closed_from_the_start_ends_quietly(deployment: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [*own_command(), "show"], stdout=write, stderr=subprocess.PIPE, check=False
    )
    os.close(write)
    assert done.stderr == b""
    assert done.returncode == 1
