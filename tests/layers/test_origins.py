"""Each layer says where it has a value from: file and line, or the name of the variable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from integr8s_conf import ConfigError, Origin, Settings

if TYPE_CHECKING:
    from pathlib import Path

    from ..conftest import Stranger, Write


def origin_of(key: str, **request: Any) -> Origin:
    """Return where the winning value of a key comes from."""
    return Settings(**request).explain(key).layers[0].origin


def test_default_of_a_section() -> None:
    assert origin_of("REDIS_DB") == Origin("defaults", "default of section Redis")


def test_default_that_another_plugin_gives(stranger: Stranger) -> None:
    stranger(
        """
        from integr8s_conf import hookimpl

        @hookimpl
        def integr8s_defaults():
            return {"REDIS_DB": 3}
        """
    )
    expected = Origin("defaults", "default of plugin mail (mail-conf 1.0)")
    assert origin_of("REDIS_DB") == expected


def test_line_of_the_base_file(write: Write) -> None:
    write("config.toml", "# Redis\n\nREDIS_DB = 3\n")
    assert origin_of("REDIS_DB") == Origin("base file", "config.toml", 3)


def test_line_of_a_value_of_several_lines_is_its_first(write: Write) -> None:
    write("config.toml", 'REDIS_DB = 3\nCORS_ORIGINS = [\n  "https://a",\n]\n')
    assert origin_of("CORS_ORIGINS") == Origin("base file", "config.toml", 2)


def test_line_of_a_file_with_windows_line_ends(write: Write) -> None:
    write("config.toml", "# Redis\r\n\r\nREDIS_DB = 3\r\n")
    assert origin_of("REDIS_DB") == Origin("base file", "config.toml", 3)


def test_base_file_in_the_settings_folder_is_named_from_the_working_directory(
    write: Write, tmp_path: Path
) -> None:
    (tmp_path / "config.toml").unlink()
    write("settings/config.toml", "REDIS_DB = 3")
    assert origin_of("REDIS_DB") == Origin("base file", "settings/config.toml", 1)


def test_base_file_is_named_as_its_user_named_it(write: Write, tmp_path: Path) -> None:
    path = str(write("config.test.toml", "REDIS_DB = 3"))
    assert origin_of("REDIS_DB", config_path=path) == Origin("base file", path, 1)
    named = "./config.test.toml"
    assert origin_of("REDIS_DB", config_path=named) == Origin("base file", named, 1)


def test_line_of_the_override_file(write: Write) -> None:
    write("config.worker.toml", "\nREDIS_DB = 3\n")
    expected = Origin("override file", "config.worker.toml", 2)
    assert origin_of("REDIS_DB", override_path="config.worker.toml") == expected


def test_line_of_the_env_file(write: Write) -> None:
    write(".env", "# Redis\n\nINTEGR8S_REDIS_DB=3\n")
    assert origin_of("REDIS_DB") == Origin("env file", ".env", 3)


def test_line_of_the_env_file_is_the_last_that_sets_the_variable(write: Write) -> None:
    write(".env", "INTEGR8S_REDIS_DB=3\nINTEGR8S_REDIS_DB=4\n")
    assert origin_of("REDIS_DB") == Origin("env file", ".env", 2)


def test_path_of_a_secret_file(write: Write) -> None:
    write("secrets/REDIS_PASSWORD", "hunter2")
    expected = Origin("secret files", "secrets/REDIS_PASSWORD")
    assert origin_of("REDIS_PASSWORD", secrets_dir="secrets") == expected


def test_path_of_a_secret_file_that_a_variable_names(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REDIS_PASSWORD_FILE", str(write("password", "hunter2")))
    origin = origin_of("REDIS_PASSWORD")
    assert origin.layer == "secret files"
    assert origin.name.endswith("/password")


def test_name_of_a_prefixed_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTEGR8S_REDIS_DB", "3")
    expected = Origin("environment", "environment variable INTEGR8S_REDIS_DB")
    assert origin_of("REDIS_DB") == expected


def test_name_of_a_secret_s_own_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDIS_PASSWORD", "hunter2")
    expected = Origin("environment", "environment variable REDIS_PASSWORD")
    assert origin_of("REDIS_PASSWORD") == expected


def test_explicit_overrides() -> None:
    assert origin_of("REDIS_DB", overrides={"REDIS_DB": 3}) == Origin("overrides", "overrides")


def test_computed_value_names_the_plugin_and_what_it_read() -> None:
    origin = origin_of("MONGODB_URL")
    assert origin.layer == "computed"
    assert origin.name.startswith("computed by core from MONGO_USER, MONGO_PASSWORD, MONGO_HOST")


def test_computed_value_that_a_variable_sets_is_that_variable_s(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("MONGODB_URL", "mongodb://elsewhere")
    expected = Origin("environment", "environment variable MONGODB_URL")
    assert origin_of("MONGODB_URL") == expected


@pytest.mark.parametrize(
    ("origin", "text"),
    [
        (Origin("base file", "config.toml"), "config.toml"),
        (Origin("base file", "config.toml", 34), "config.toml:34"),
        (Origin("base file", "config.toml", 34, 7), "config.toml:34:7"),
    ],
)
def test_text_of_an_origin(origin: Origin, text: str) -> None:
    assert str(origin) == text


def test_problem_has_the_origin_of_the_value_that_wins(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("config.toml", "REDIS_DB = 3")
    monkeypatch.setenv("INTEGR8S_REDIS_DB", "many")
    with pytest.raises(ConfigError) as refusal:
        Settings()
    [problem] = refusal.value.problems
    assert str(problem.origin) == "environment variable INTEGR8S_REDIS_DB"


def test_value_that_a_higher_layer_replaces_is_not_judged(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("config.toml", 'REDIS_DB = "many"')
    monkeypatch.setenv("INTEGR8S_REDIS_DB", "3")
    assert Settings().REDIS_DB == 3
