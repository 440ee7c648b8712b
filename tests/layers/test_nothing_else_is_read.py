"""Nothing beside the named files is read or run, and no variable of dynaconf's has a say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from integr8s_conf import ConfigError, Settings

if TYPE_CHECKING:
    from ..conftest import Python, Write

OPTIONS = {
    "AUTO_CAST_FOR_DYNACONF": "true",
    "CORE_LOADERS_FOR_DYNACONF": "[]",
    "DYNACONF_REDIS_DB": "7",
    "ENVIRONMENTS_FOR_DYNACONF": "true",
    "ENVVAR_FOR_DYNACONF": "STEERING_FILE",
    "ENVVAR_PREFIX_FOR_DYNACONF": "STRANGE",
    "ENV_FOR_DYNACONF": "production",
    "FRESH_VARS_FOR_DYNACONF": '["REDIS_DB"]',
    "INCLUDES_FOR_DYNACONF": '["stray.toml"]',
    "INSTANCE_FOR_DYNACONF": "stray.settings",
    "LOADERS_FOR_DYNACONF": '["stray"]',
    "LOAD_DOTENV_FOR_DYNACONF": "true",
    "LOWERCASE_READ_FOR_DYNACONF": "false",
    "MERGE_ENABLED_FOR_DYNACONF": "true",
    "NESTED_SEPARATOR_FOR_DYNACONF": "_",
    "PRELOAD_FOR_DYNACONF": '["stray.toml"]',
    "REDIS_ENABLED_FOR_DYNACONF": "true",
    "REDIS_PORT_FOR_DYNACONF": "abc",
    "ROOT_PATH_FOR_DYNACONF": "stray",
    "SECRETS_FOR_DYNACONF": "stray.toml",
    "SETTINGS_FILE_FOR_DYNACONF": "stray.toml",
    "SYSENV_FALLBACK_FOR_DYNACONF": "true",
    "VAULT_ENABLED_FOR_DYNACONF": "true",
}
ALL_VALUES = """
    import json
    from integr8s_conf import settings
    print(json.dumps(settings.as_dict(reveal=True)), settings.redis_db, settings.get("REDIS_HOST"))
"""

STRAY_FILES = [
    "config.local.toml",
    "config_local.toml",
    ".secrets.toml",
    "config.secrets.toml",
    "secrets.toml",
    "settings.toml",
    "settings.local.toml",
    "settings/config.toml",
    "settings/config.local.toml",
    "config/config.toml",
    "default.toml",
    "pyproject.toml",
    "../config.toml",
]


@pytest.fixture
def _stray(write: Write) -> None:
    """Lay out what the options would read: a file of values, and a module that prints."""
    write("stray.toml", "REDIS_DB = 9\n[default]\nREDIS_DB = 9\n[production]\nREDIS_DB = 9")
    write("stray.py", "print('the loader was run')\ndef load(*args, **kwargs): print('and called')")


@pytest.mark.usefixtures("_stray")
def test_options_crash_plain_dynaconf(python: Python) -> None:
    """They are worth testing: one of them alone breaks an import of dynaconf itself."""
    with pytest.raises(AssertionError, match="abc"):
        python("import dynaconf", **OPTIONS)


@pytest.mark.usefixtures("_stray")
def test_all_options_of_dynaconf_at_once_change_nothing(python: Python) -> None:
    assert python(ALL_VALUES, **OPTIONS, STEERING_FILE="stray.toml") == python(ALL_VALUES)


@pytest.mark.usefixtures("_stray")
@pytest.mark.parametrize("option", OPTIONS)
def test_option_of_dynaconf_changes_nothing(option: str, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = Settings().as_dict(reveal=True)
    monkeypatch.setenv(option, OPTIONS[option])
    assert Settings().as_dict(reveal=True) == expected


def test_options_stay_in_the_environment_for_other_programs(python: Python) -> None:
    done = python(
        """
        import os
        from integr8s_conf import settings
        settings.REDIS_DB
        print(os.environ["REDIS_PORT_FOR_DYNACONF"], os.environ["DYNACONF_REDIS_DB"])
        """,
        **OPTIONS,
    )
    assert done == "abc 7\n"


@pytest.mark.parametrize("name", STRAY_FILES)
def test_file_that_nobody_named_is_not_read(name: str, write: Write) -> None:
    write("deep/config.toml", "REDIS_PORT = 7000")
    write(f"deep/{name}", "REDIS_DB = 9\nREDIS_PORT = 9999")
    settings = Settings("deep/config.toml")
    assert (settings.REDIS_DB, settings.REDIS_PORT) == (0, 7000)


@pytest.mark.parametrize("name", ["config.worker.local.toml", "config.worker.secrets.toml"])
def test_file_beside_the_override_file_is_not_read(name: str, write: Write) -> None:
    write("config.worker.toml", "REDIS_PORT = 7000")
    write(name, "REDIS_DB = 9")
    assert Settings(override_path="config.worker.toml").REDIS_DB == 0


def test_files_beside_the_base_file_are_not_read_by_the_process_s_own_settings(
    write: Write, python: Python
) -> None:
    for name in STRAY_FILES[:-1]:
        write(name, "REDIS_DB = 9")
    assert python("from integr8s_conf import settings; print(settings.REDIS_DB)") == "0\n"


@pytest.mark.parametrize("name", ["dynaconf_hooks.py", "config.py", "settings.py", "hooks.py"])
def test_module_beside_the_base_file_is_not_run(name: str, write: Write, python: Python) -> None:
    write(name, "print('it was run')\ndef post(settings): return {'REDIS_DB': 9}")
    done = python("from integr8s_conf import settings; print(settings.REDIS_DB)")
    assert done == "0\n"


@pytest.mark.parametrize(
    "line",
    [
        'dynaconf_include = ["stray.toml"]',
        'DYNACONF_INCLUDE = ["stray.toml"]',
        'INCLUDES_FOR_DYNACONF = ["stray.toml"]',
        'LOADERS_FOR_DYNACONF = ["stray"]',
        "MERGE_ENABLED_FOR_DYNACONF = true",
        "dynaconf_merge = true",
        "DYNACONF_MERGE = true",
        'SETTINGS_MODULE = "stray"',
    ],
)
@pytest.mark.usefixtures("_stray")
def test_directive_in_a_file_is_an_unknown_key(line: str, write: Write) -> None:
    write("config.toml", line)
    with pytest.raises(ConfigError) as refusal:
        Settings()
    [problem] = refusal.value.problems
    assert (problem.key, problem.found) == (line.partition(" ")[0], "an unknown key")


def test_environments_in_a_file_are_no_environments(write: Write) -> None:
    write("config.toml", "[default]\nREDIS_DB = 9\n[development]\nREDIS_DB = 8")
    with pytest.raises(ConfigError) as refusal:
        Settings()
    found = [problem.found for problem in refusal.value.problems]
    assert found == ["a key in the table [default]", "a key in the table [development]"]


def test_double_underscores_in_a_variable_do_not_nest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTEGR8S_CORS_ORIGINS__0", "https://a")
    with pytest.raises(ConfigError) as refusal:
        Settings()
    assert [problem.key for problem in refusal.value.problems] == ["CORS_ORIGINS__0"]


def test_env_file_in_a_parent_folder_is_not_read_at_import(write: Write, python: Python) -> None:
    write(".env", "INTEGR8S_REDIS_DB=9\nREDIS_PORT_FOR_DYNACONF=abc\nDYNACONF_X=1")
    write("deep/er/config.toml", "")
    done = python(
        """
        import os
        os.chdir("deep/er")
        from integr8s_conf import settings
        print(settings.REDIS_DB, "INTEGR8S_REDIS_DB" in os.environ, "DYNACONF_X" in os.environ)
        """
    )
    assert done == "0 False False\n"
