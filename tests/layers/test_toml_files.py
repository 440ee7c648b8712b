"""What kinds of files a base file may be, and what its text may hold."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest

from integr8s_conf import ConfigError, ConfigWarning, Problem, Settings

if TYPE_CHECKING:
    from pathlib import Path

    from ..conftest import Write


def problem_of(**request: Any) -> Problem:
    with pytest.raises(ConfigError) as refusal:
        Settings(**request)
    [problem] = refusal.value.problems
    return problem


def test_empty_file_sets_nothing(write: Write) -> None:
    write("config.toml", "")
    assert Settings().explain("REDIS_DB").layers[0].origin.layer == "defaults"


def test_file_of_comments_sets_nothing(write: Write) -> None:
    write("config.toml", "# REDIS_DB = 3\n")
    assert Settings().REDIS_DB == 0


def test_byte_order_mark_is_dropped(write: Write) -> None:
    write("config.toml", "\ufeffREDIS_DB = 3\n")
    assert Settings().REDIS_DB == 3


def test_line_ends_of_windows_are_fine(write: Write) -> None:
    write("config.toml", "REDIS_DB = 3\r\nREDIS_PORT = 7000\r\n")
    assert (Settings().REDIS_DB, Settings().REDIS_PORT) == (3, 7000)


def test_lone_carriage_return_is_a_problem(write: Write) -> None:
    write("config.toml", "REDIS_DB = 3\rREDIS_PORT = 7000\r")
    with pytest.raises(ConfigError, match=r"config\.toml:1"):
        Settings()


def test_file_of_1_mib_is_read(write: Write) -> None:
    line = "REDIS_DB = 3\n"
    write("config.toml", line + "#" * (1024 * 1024 - len(line)))
    assert Settings().REDIS_DB == 3


def test_file_of_more_than_1_mib_is_a_problem(write: Write) -> None:
    line = "REDIS_DB = 3\n"
    write("config.toml", line + "#" * (1024 * 1024 + 1 - len(line)))
    assert "at most 1 MiB" in problem_of().wanted


def test_device_without_end_is_a_problem_and_does_not_hang() -> None:
    assert problem_of(config_path="/dev/zero").found == "a device"


def test_named_pipe_is_a_problem_and_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml", 0o600)
    assert problem_of(config_path="pipe.toml").found == "a named pipe"


def test_link_to_a_file_is_followed(write: Write, tmp_path: Path) -> None:
    write("..2026/config.toml", "REDIS_DB = 3")
    (tmp_path / "mounted.toml").symlink_to("..2026/config.toml")
    assert Settings("mounted.toml").REDIS_DB == 3


def test_link_to_nothing_is_a_problem_that_names_its_target(tmp_path: Path) -> None:
    (tmp_path / "config.toml").unlink()
    (tmp_path / "config.toml").symlink_to("nowhere.toml")
    assert problem_of().found == "a link to nowhere.toml, which does not exist"


def test_file_that_everyone_can_write_is_a_warning(write: Write) -> None:
    write("config.toml", "REDIS_DB = 3").chmod(0o666)
    with pytest.warns(ConfigWarning, match="everyone can write"):
        settings = Settings()
    assert settings.REDIS_DB == 3


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_file_that_we_may_not_read_is_a_problem_with_owner_and_mode(write: Write) -> None:
    write("config.toml", "REDIS_DB = 3").chmod(0o000)
    assert f"permission denied (owner {os.geteuid()}, mode 0000" in problem_of().found


# Numbers beyond all bounds.


def test_number_of_5000_digits_is_a_problem_with_its_line(write: Write) -> None:
    write("config.toml", f"\nREDIS_DB = {'9' * 5000}\n")
    problem = problem_of()
    assert str(problem.origin).startswith("config.toml:2")


@pytest.mark.parametrize("key", ["REDIS_DB", "HOSTNAME", "REDIS_SSL", "LOG_LEVEL", "CORS_ORIGINS"])
def test_number_of_5000_hexadecimal_digits_is_a_problem_of_any_key(key: str, write: Write) -> None:
    write("config.toml", f"{key} = 0x{'f' * 5000}\n")
    assert problem_of().key == key


def test_day_that_no_calendar_has_is_a_problem_with_its_line(write: Write) -> None:
    write("config.toml", "\nHOSTNAME = 2026-02-30\n")
    problem = problem_of()
    assert str(problem.origin).startswith("config.toml:2")


# Names.


def test_key_in_lower_case_is_an_unknown_key(write: Write) -> None:
    write("config.toml", "redis_db = 3")
    problem = problem_of()
    assert (problem.key, problem.found) == ("redis_db", "an unknown key")
    assert "did you mean REDIS_DB?" in problem.hint


def test_key_twice_in_different_case_is_a_problem_that_cites_both_lines(write: Write) -> None:
    write("config.toml", "REDIS_DB = 3\n\nredis_db = 4\n")
    problem = problem_of()
    assert str(problem.origin) == "config.toml:3"
    assert "line 1 sets REDIS_DB already" in problem.hint


@pytest.mark.parametrize("name", ["get", "items", "as_dict", "_wrapped", "__class__", "__dict__"])
def test_name_of_a_method_is_an_unknown_key_and_replaces_nothing(name: str, write: Write) -> None:
    write("config.toml", f'{name} = "x"')
    assert problem_of().found == "an unknown key"


def test_control_characters_are_never_printed_raw(write: Write) -> None:
    write("config.toml", 'LOG_LEVEL = "\\u001b[31mred\\u0007"')
    said = str(problem_of())
    assert "\x1b" not in said
    assert "\x07" not in said
