"""The env file: where it is read from, when it is not read, and how its text is taken."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest

from integr8s_conf import ConfigError, Settings

if TYPE_CHECKING:
    from pathlib import Path

    from ..conftest import Python, Stranger, Write

SECRETS = {
    "SECRET_KEY": "k" * 32,
    "MONGO_USER": "user",
    "MONGO_PASSWORD": "correct horse",
    "REDIS_PASSWORD": "battery staple",
}
"""Secrets that are good enough for production."""


def problem_of(**request: Any) -> str:
    with pytest.raises(ConfigError) as refusal:
        Settings(**request)
    [problem] = refusal.value.problems
    return str(problem)


def test_env_file_beside_the_base_file_is_read(write: Write) -> None:
    write("etc/config.toml", "")
    write("etc/.env", "INTEGR8S_REDIS_DB=4")
    assert Settings("etc/config.toml").REDIS_DB == 4


def test_env_file_in_the_working_directory_is_not_read_where_the_base_file_is_elsewhere(
    write: Write,
) -> None:
    write("etc/config.toml", "")
    write(".env", "INTEGR8S_REDIS_DB=4")
    assert Settings("etc/config.toml").REDIS_DB == 0


def test_env_file_in_a_parent_folder_is_not_read(write: Write) -> None:
    write("deep/er/config.toml", "")
    write("deep/.env", "INTEGR8S_REDIS_DB=4")
    assert Settings("deep/er/config.toml").REDIS_DB == 0


def test_named_env_file_takes_the_place_of_the_one_beside_the_base_file(write: Write) -> None:
    write(".env", "INTEGR8S_REDIS_DB=4\nINTEGR8S_REDIS_PORT=7000")
    write("local.env", "INTEGR8S_REDIS_DB=5")
    settings = Settings(env_file="local.env")
    assert (settings.REDIS_DB, settings.REDIS_PORT) == (5, 6379)


def test_env_file_may_be_named_by_a_path_object(write: Write) -> None:
    assert Settings(env_file=write("local.env", "INTEGR8S_REDIS_DB=5")).REDIS_DB == 5


def test_named_env_file_is_taken_from_the_working_directory_alone(write: Write) -> None:
    write("etc/config.toml", "")
    write("etc/local.env", "INTEGR8S_REDIS_DB=5")
    said = problem_of(config_path="etc/config.toml", env_file="local.env")
    assert "there is no such file" in said


def test_none_turns_the_env_file_off(write: Write) -> None:
    write(".env", "INTEGR8S_REDIS_DB=4")
    assert Settings(env_file=None).REDIS_DB == 0


def test_process_s_own_settings_read_the_env_file(write: Write, python: Python) -> None:
    write(".env", "INTEGR8S_REDIS_DB=4")
    assert python("from integr8s_conf import settings; print(settings.REDIS_DB)") == "4\n"


# Production.


def test_env_file_is_not_read_in_production_as_the_base_file_says_it(write: Write) -> None:
    write("config.toml", 'ENVIRONMENT = "production"')
    write(".env", "INTEGR8S_REDIS_DB=4")
    assert Settings(overrides=SECRETS).REDIS_DB == 0


def test_env_file_is_not_read_in_production_as_the_override_file_says_it(write: Write) -> None:
    write("config.toml", 'ENVIRONMENT = "development"')
    write("config.worker.toml", 'ENVIRONMENT = " PROD "')
    write(".env", "INTEGR8S_REDIS_DB=4")
    assert Settings(override_path="config.worker.toml", overrides=SECRETS).REDIS_DB == 0


def test_env_file_is_not_read_in_production_as_the_environment_says_it(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("INTEGR8S_ENVIRONMENT", "Production")
    write(".env", "INTEGR8S_REDIS_DB=4")
    assert Settings(overrides=SECRETS).REDIS_DB == 0


def test_env_file_is_not_read_in_production_as_overrides_say_it(write: Write) -> None:
    write(".env", "INTEGR8S_REDIS_DB=4")
    assert Settings(overrides={**SECRETS, "ENVIRONMENT": "production"}).REDIS_DB == 0


def test_env_file_is_not_read_in_production_as_a_plugin_s_default_says_it(
    write: Write, stranger: Stranger
) -> None:
    stranger(
        """
        from integr8s_conf import hookimpl

        @hookimpl
        def integr8s_defaults():
            return {"ENVIRONMENT": "production"}
        """
    )
    write(".env", "INTEGR8S_REDIS_DB=4")
    assert Settings(overrides=SECRETS).REDIS_DB == 0


def test_named_env_file_is_not_read_in_production_either(write: Write) -> None:
    write("config.toml", 'ENVIRONMENT = "production"')
    write("local.env", "INTEGR8S_REDIS_DB=4")
    assert Settings(env_file="local.env", overrides=SECRETS).REDIS_DB == 0


def test_env_file_cannot_talk_production_out_of_it(write: Write) -> None:
    write("config.toml", 'ENVIRONMENT = "production"')
    write(".env", "INTEGR8S_ENVIRONMENT=development")
    assert Settings(overrides=SECRETS).ENVIRONMENT == "production"


def test_secret_that_only_the_env_file_sets_is_missing_in_production(write: Write) -> None:
    write("config.toml", 'ENVIRONMENT = "production"')
    write(".env", "REDIS_PASSWORD=hunter2")
    others = {key: value for key, value in SECRETS.items() if key != "REDIS_PASSWORD"}
    said = problem_of(overrides=others)
    assert "REDIS_PASSWORD" in said
    assert "the development default" in said


def test_env_file_is_read_where_a_higher_layer_takes_production_back(write: Write) -> None:
    write("config.toml", 'ENVIRONMENT = "production"')
    write(".env", "INTEGR8S_REDIS_DB=4")
    assert Settings(overrides={"ENVIRONMENT": "staging"}).REDIS_DB == 4


# What it may set.


def test_env_file_sets_a_secret_by_its_own_name(write: Write) -> None:
    write(".env", "REDIS_PASSWORD=hunter2")
    assert Settings().REDIS_PASSWORD == "hunter2"


def test_env_file_names_the_file_of_a_secret(write: Write) -> None:
    write(".env", "REDIS_PASSWORD_FILE=password")
    write("password", "hunter2\n")
    assert Settings().REDIS_PASSWORD == "hunter2"


def test_env_file_does_not_set_another_key_by_its_bare_name(write: Write) -> None:
    write(".env", "REDIS_DB=4\nHOSTNAME=c0ffee")
    assert (Settings().REDIS_DB, Settings().HOSTNAME) == (0, "unknown")


def test_variables_of_other_programs_are_left_alone(write: Write) -> None:
    write(".env", "POSTGRES_PASSWORD=x\nexport PATH=/bin\nCOMPOSE_PROJECT_NAME=y\nLONE\n")
    assert Settings().REDIS_DB == 0


def test_env_file_leaves_the_process_s_environment_alone(write: Write) -> None:
    write(".env", "INTEGR8S_REDIS_DB=4\nREDIS_PASSWORD=hunter2\nOTHER_PROGRAM=y")
    before = dict(os.environ)
    assert Settings().REDIS_DB == 4
    assert dict(os.environ) == before


# How its text is taken.


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("INTEGR8S_HOSTNAME=web", "web"),
        ("INTEGR8S_HOSTNAME = web", "web"),
        ("export INTEGR8S_HOSTNAME=web", "web"),
        ("INTEGR8S_HOSTNAME=web # a comment", "web"),
        ('INTEGR8S_HOSTNAME="web # no comment"', "web # no comment"),
        ("INTEGR8S_HOSTNAME='web'", "web"),
        ("INTEGR8S_HOSTNAME=", ""),
        ("INTEGR8S_HOSTNAME=${HOME}", "${HOME}"),
        ('INTEGR8S_HOSTNAME="${INTEGR8S_REDIS_DB}-$HOME"', "${INTEGR8S_REDIS_DB}-$HOME"),
        ("INTEGR8S_HOSTNAME=web\r", "web"),
        ("INTEGR8S_HOSTNAME='two\nlines'", "two\nlines"),
    ],
)
def test_value(line: str, value: str, write: Write) -> None:
    write(".env", f"INTEGR8S_REDIS_DB=4\n{line}\nINTEGR8S_REDIS_PORT=7000\n")
    settings = Settings()
    assert settings["HOSTNAME"] == value
    assert settings.REDIS_PORT == 7000


def test_line_that_is_no_variable_is_a_problem(write: Write) -> None:
    write(".env", "\nINTEGR8S_REDIS_DB=4\n=oops\n")
    assert "a line that is no variable" in problem_of()


def test_env_file_that_is_not_utf_8_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes("INTEGR8S_HOSTNAME=Zürich".encode("latin-1"))
    assert "not UTF-8" in problem_of()


def test_env_file_of_more_than_1_mib_is_a_problem(write: Write) -> None:
    write(".env", "#" * (1024 * 1024 + 1))
    assert "at most 1 MiB" in problem_of()


def test_unknown_key_of_ours_is_a_problem_with_its_line(write: Write) -> None:
    write(".env", "\nINTEGR8S_REDIS_DBB=4")
    said = problem_of()
    assert ".env:2" in said
    assert "did you mean INTEGR8S_REDIS_DB?" in said
