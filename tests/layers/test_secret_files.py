"""Secrets from files: which file is read, and how its text is taken."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest

from integr8s_conf import ConfigError, ConfigWarning, Settings
from integr8s_conf.sources import secret_files

if TYPE_CHECKING:
    from pathlib import Path

    from ..conftest import Write


def problem_of(**request: Any) -> str:
    with pytest.raises(ConfigError) as refusal:
        Settings(**request)
    [problem] = refusal.value.problems
    return str(problem)


# Which file.


def test_file_that_a_variable_names_is_read(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDIS_PASSWORD_FILE", str(write("elsewhere/password", "hunter2")))
    assert Settings().REDIS_PASSWORD == "hunter2"


def test_file_that_a_variable_names_is_taken_from_the_working_directory(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("elsewhere/password", "hunter2")
    monkeypatch.setenv("REDIS_PASSWORD_FILE", "elsewhere/password")
    assert Settings().REDIS_PASSWORD == "hunter2"


def test_default_folder_is_that_of_docker() -> None:
    assert secret_files.DEFAULT_FOLDER == "/run/secrets"


def test_file_in_the_default_folder_is_read(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write("run/REDIS_PASSWORD", "hunter2").parent
    monkeypatch.setattr(secret_files, "DEFAULT_FOLDER", str(folder))
    assert Settings().REDIS_PASSWORD == "hunter2"


def test_secrets_dir_takes_the_place_of_the_default_folder(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write("run/REDIS_PASSWORD", "hunter2").parent
    monkeypatch.setattr(secret_files, "DEFAULT_FOLDER", str(folder))
    write("other/MONGO_PASSWORD", "hunter3")
    settings = Settings(secrets_dir="other")
    assert (settings.REDIS_PASSWORD, settings.MONGO_PASSWORD) == ("redispassword", "hunter3")


def test_secrets_dir_may_be_a_path_object(write: Write) -> None:
    folder = write("secrets/REDIS_PASSWORD", "hunter2").parent
    assert Settings(secrets_dir=folder).REDIS_PASSWORD == "hunter2"


def test_secrets_dir_that_does_not_exist_is_a_problem() -> None:
    assert "no such file or directory" in problem_of(secrets_dir="nowhere")


def test_default_folder_need_not_exist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(secret_files, "DEFAULT_FOLDER", str(tmp_path / "nowhere"))
    assert Settings().REDIS_PASSWORD == "redispassword"


def test_credentials_of_systemd_are_read(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write("credentials/REDIS_PASSWORD", "hunter2").parent
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(folder))
    assert Settings().REDIS_PASSWORD == "hunter2"


def test_named_file_comes_before_the_folder_of_secrets(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REDIS_PASSWORD_FILE", str(write("password", "named")))
    write("secrets/REDIS_PASSWORD", "of the folder")
    assert Settings(secrets_dir="secrets").REDIS_PASSWORD == "named"


def test_folder_of_secrets_comes_before_the_credentials_of_systemd(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write("credentials/REDIS_PASSWORD", "of systemd").parent
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(folder))
    write("secrets/REDIS_PASSWORD", "of the folder")
    assert Settings(secrets_dir="secrets").REDIS_PASSWORD == "of the folder"


def test_each_secret_is_looked_up_by_itself(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write("credentials/MONGO_PASSWORD", "of systemd").parent
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(folder))
    write("secrets/REDIS_PASSWORD", "of the folder")
    settings = Settings(secrets_dir="secrets")
    found = (settings.REDIS_PASSWORD, settings.MONGO_PASSWORD)
    assert found == ("of the folder", "of systemd")


def test_file_for_a_key_that_is_no_secret_is_not_read(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("secrets/REDIS_DB", "4")
    monkeypatch.setenv("REDIS_DB_FILE", "secrets/REDIS_DB")
    assert Settings(secrets_dir="secrets").REDIS_DB == 0


def test_files_of_other_names_are_left_alone(write: Write) -> None:
    write("secrets/redis_password", "lower case")
    write("secrets/REDIS_PASSWORD.txt", "with an ending")
    write("secrets/UNHEARD_OF", "x")
    assert Settings(secrets_dir="secrets").REDIS_PASSWORD == "redispassword"


def test_computed_secret_may_come_from_a_file(write: Write) -> None:
    write("secrets/MONGODB_URL", "mongodb://elsewhere")
    assert Settings(secrets_dir="secrets").MONGODB_URL == "mongodb://elsewhere"


def test_link_within_the_folder_is_followed(write: Write, tmp_path: Path) -> None:
    """Kubernetes mounts secrets so."""
    write("secrets/..2026/REDIS_PASSWORD", "hunter2")
    (tmp_path / "secrets/..data").symlink_to("..2026")
    (tmp_path / "secrets/REDIS_PASSWORD").symlink_to("..data/REDIS_PASSWORD")
    assert Settings(secrets_dir="secrets").REDIS_PASSWORD == "hunter2"


def test_link_out_of_the_folder_is_a_problem(write: Write, tmp_path: Path) -> None:
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets/REDIS_PASSWORD").symlink_to(write("password", "hunter2"))
    assert "a link that leaves its folder" in problem_of(secrets_dir="secrets")


def test_link_in_a_circle_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets/REDIS_PASSWORD").symlink_to("REDIS_PASSWORD")
    assert "REDIS_PASSWORD" in problem_of(secrets_dir="secrets")


# How its text is taken.


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("hunter2\n", "hunter2"),
        ("hunter2\n\n", "hunter2\n"),
        ("\nhunter2", "\nhunter2"),
        ("hunter2\r\n", "hunter2\r"),
        (" hunter 2 ", " hunter 2 "),
        ("pässword", "pässword"),
        ("'hunter2'", "'hunter2'"),
        ("line 1\nline 2\n", "line 1\nline 2"),
    ],
)
def test_one_newline_at_the_end_is_dropped_and_nothing_else(
    text: str, value: str, write: Write
) -> None:
    write("secrets/REDIS_PASSWORD", text)
    assert Settings(secrets_dir="secrets")["REDIS_PASSWORD"] == value


def test_file_of_1_mib_is_read(write: Write) -> None:
    write("secrets/REDIS_PASSWORD", "x" * 1024 * 1024)
    assert len(Settings(secrets_dir="secrets").REDIS_PASSWORD) == 1024 * 1024


def test_file_of_more_than_1_mib_is_a_problem(write: Write) -> None:
    write("secrets/REDIS_PASSWORD", "x" * (1024 * 1024 + 1))
    assert "at most 1 MiB" in problem_of(secrets_dir="secrets")


def test_file_that_is_not_utf_8_is_a_problem_without_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets/REDIS_PASSWORD").write_bytes(b"hunter2\xff")
    said = problem_of(secrets_dir="secrets")
    assert "not UTF-8" in said
    assert "hunter2" not in said


def test_named_file_that_does_not_exist_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDIS_PASSWORD_FILE", "/nowhere/password")
    said = problem_of()
    assert "REDIS_PASSWORD   environment variable REDIS_PASSWORD_FILE" in said
    assert "there is no such file: /nowhere/password" in said


def test_named_folder_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDIS_PASSWORD_FILE", str(tmp_path))
    assert "a directory" in problem_of()


def test_named_pipe_is_a_problem_and_does_not_hang(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pipe", 0o600)
    monkeypatch.setenv("REDIS_PASSWORD_FILE", str(tmp_path / "pipe"))
    assert "a named pipe" in problem_of()


def test_empty_name_of_a_file_counts_as_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDIS_PASSWORD_FILE", "")
    assert Settings().REDIS_PASSWORD == "redispassword"


def test_file_that_others_can_read_is_a_warning(write: Write) -> None:
    write("secrets/REDIS_PASSWORD", "hunter2").chmod(0o644)
    with pytest.warns(ConfigWarning, match=r"REDIS_PASSWORD .*mode 0644"):
        settings = Settings(secrets_dir="secrets")
    assert settings.REDIS_PASSWORD == "hunter2"
