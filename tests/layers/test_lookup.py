"""Where the base file and the override file are looked up, and where they are not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from integr8s_conf import ConfigError, Settings

if TYPE_CHECKING:
    from pathlib import Path

    from ..conftest import Python, Write


@pytest.fixture(autouse=True)
def _no_base_file(_empty_deployment: None, tmp_path: Path) -> None:
    (tmp_path / "config.toml").unlink()


def refusal_of(**request: Any) -> str:
    with pytest.raises(ConfigError) as refusal:
        Settings(**request)
    [problem] = refusal.value.problems
    return str(problem)


def test_base_file_is_config_toml_in_the_working_directory(write: Write) -> None:
    write("config.toml", "REDIS_DB = 1")
    assert Settings().REDIS_DB == 1


def test_base_file_is_else_in_the_settings_folder(write: Write) -> None:
    write("settings/config.toml", "REDIS_DB = 2")
    assert Settings().REDIS_DB == 2


def test_working_directory_comes_before_the_settings_folder(write: Write) -> None:
    write("config.toml", "REDIS_DB = 1")
    write("settings/config.toml", "REDIS_DB = 2")
    assert Settings().REDIS_DB == 1


def test_conf_dir_names_the_folder(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write("etc/config.toml", "REDIS_DB = 3").parent
    write("config.toml", "REDIS_DB = 1")
    monkeypatch.setenv("INTEGR8S_CONF_DIR", str(folder))
    assert Settings().REDIS_DB == 3


def test_relative_conf_dir_is_taken_from_the_working_directory(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("etc/config.toml", "REDIS_DB = 3")
    monkeypatch.setenv("INTEGR8S_CONF_DIR", "etc")
    assert Settings().REDIS_DB == 3


def test_conf_dir_without_a_base_file_is_not_made_up_for(
    write: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write("config.toml", "REDIS_DB = 1")
    write("settings/config.toml", "REDIS_DB = 2")
    write("etc/settings/config.toml", "REDIS_DB = 3")
    monkeypatch.setenv("INTEGR8S_CONF_DIR", "etc")
    said = refusal_of()
    assert f"looked for {tmp_path}/etc/config.toml;" in said


def test_empty_conf_dir_counts_as_unset(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write("settings/config.toml", "REDIS_DB = 2")
    monkeypatch.setenv("INTEGR8S_CONF_DIR", "")
    assert Settings().REDIS_DB == 2


def test_missing_base_file_lists_where_it_was_looked_for(tmp_path: Path) -> None:
    said = refusal_of()
    assert f"{tmp_path}/config.toml and {tmp_path}/settings/config.toml" in said


def test_no_parent_folder_is_searched(
    write: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write("config.toml", "REDIS_DB = 1")
    write("settings/config.toml", "REDIS_DB = 2")
    (tmp_path / "service").mkdir()
    monkeypatch.chdir(tmp_path / "service")
    assert "there is no such file" in refusal_of()


def test_folder_of_the_running_program_is_not_searched(
    write: Write, python: Python, tmp_path: Path
) -> None:
    write("program/config.toml", "REDIS_DB = 1")
    write("program/main.py", "from integr8s_conf import settings\nsettings.REDIS_DB")
    done = python(
        """
        import runpy
        from integr8s_conf import ConfigError
        try:
            runpy.run_path("program/main.py", run_name="__main__")
        except ConfigError as error:
            print(error.problems[0].found)
        """
    )
    assert done == "there is no such file\n"


# A named base file.


def test_relative_config_path_is_taken_from_the_working_directory(write: Write) -> None:
    write("config.test.toml", "REDIS_DB = 1")
    write("settings/config.toml", "")
    write("settings/config.test.toml", "REDIS_DB = 2")
    assert Settings("config.test.toml").REDIS_DB == 1


def test_relative_config_path_is_else_taken_from_the_default_base_file_s_folder(
    write: Write,
) -> None:
    write("settings/config.toml", "")
    write("settings/config.test.toml", "REDIS_DB = 2")
    assert Settings("config.test.toml").REDIS_DB == 2


def test_relative_config_path_is_else_taken_from_conf_dir(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("etc/config.test.toml", "REDIS_DB = 3")
    monkeypatch.setenv("INTEGR8S_CONF_DIR", "etc")
    assert Settings("config.test.toml").REDIS_DB == 3


def test_settings_folder_is_not_searched_where_it_does_not_hold_the_default_base_file(
    write: Write,
) -> None:
    write("config.toml", "")
    write("settings/config.toml", "")
    write("settings/config.test.toml", "REDIS_DB = 2")
    assert "there is no such file" in refusal_of(config_path="config.test.toml")


def test_absolute_config_path_is_taken_as_it_is(write: Write) -> None:
    path = write("elsewhere/config.test.toml", "REDIS_DB = 1")
    assert Settings(path).REDIS_DB == 1
    assert Settings(str(path)).REDIS_DB == 1


def test_named_base_file_takes_the_place_of_the_default_one(write: Write) -> None:
    write("config.toml", "REDIS_DB = 1\nREDIS_PORT = 7000")
    write("config.test.toml", "REDIS_DB = 2")
    settings = Settings("config.test.toml")
    assert (settings.REDIS_DB, settings.REDIS_PORT) == (2, 6379)


def test_missing_named_base_file_lists_where_it_was_looked_for(
    write: Write, tmp_path: Path
) -> None:
    write("settings/config.toml", "")
    said = refusal_of(config_path="config.test.toml")
    assert f"{tmp_path}/config.test.toml and {tmp_path}/settings/config.test.toml" in said


# An override file.


def test_relative_override_path_is_taken_from_the_working_directory(write: Write) -> None:
    write("settings/config.toml", "")
    write("config.worker.toml", "REDIS_DB = 1")
    write("settings/config.worker.toml", "REDIS_DB = 2")
    assert Settings(override_path="config.worker.toml").REDIS_DB == 1


def test_relative_override_path_is_else_taken_from_the_base_file_s_folder(write: Write) -> None:
    write("settings/config.toml", "")
    write("settings/config.worker.toml", "REDIS_DB = 2")
    assert Settings(override_path="config.worker.toml").REDIS_DB == 2


def test_override_is_looked_up_beside_the_named_base_file_not_beside_the_default_one(
    write: Write,
) -> None:
    write("settings/config.toml", "")
    write("settings/config.worker.toml", "REDIS_DB = 2")
    write("other/config.toml", "")
    write("other/config.worker.toml", "REDIS_DB = 3")
    settings = Settings("other/config.toml", "config.worker.toml")
    assert settings.REDIS_DB == 3


def test_missing_override_file_lists_where_it_was_looked_for(write: Write, tmp_path: Path) -> None:
    write("settings/config.toml", "")
    said = refusal_of(override_path="config.worker.toml")
    assert f"{tmp_path}/config.worker.toml and {tmp_path}/settings/config.worker.toml" in said


def test_missing_override_file_is_a_problem_beside_that_of_the_base_file() -> None:
    with pytest.raises(ConfigError) as refusal:
        Settings(override_path="config.worker.toml")
    assert [str(problem.origin) for problem in refusal.value.problems] == [
        "config.toml",
        "config.worker.toml",
    ]
