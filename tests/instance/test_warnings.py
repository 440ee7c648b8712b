"""What works but should be mended is a ConfigWarning: once each, in the name of the caller."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from integr8s_conf import ConfigError, ConfigWarning, Settings
from integr8s_conf.process_settings import ProcessSettings
from integr8s_sections.redis import Redis

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..conftest import Python, Stranger, Write

USES: dict[str, Callable[[Settings], Any]] = {
    "attribute": lambda s: s.REDIS_HOST,
    "lower-case attribute": lambda s: s.redis_host,
    "item": lambda s: s["REDIS_HOST"],
    "get": lambda s: s.get("REDIS_HOST"),
    "in": lambda s: "REDIS_HOST" in s,
    "iteration": iter,
    "length": len,
    "as_dict": lambda s: s.as_dict(),
    "section": lambda s: s.section(Redis),
    "replace": lambda s: s.replace(REDIS_DB=3),
}


def caught(use: Callable[[], Any]) -> list[warnings.WarningMessage]:
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        use()
    return found


@pytest.fixture
def _secret_in_a_file(write: Write) -> None:
    write("config.toml", 'REDIS_PASSWORD = "hunter2"')


@pytest.mark.usefixtures("_secret_in_a_file")
def test_warning_is_a_config_warning_of_one_line() -> None:
    [warning] = caught(Settings)
    assert warning.category is ConfigWarning
    assert issubclass(ConfigWarning, UserWarning)
    assert str(warning.message).startswith("REDIS_PASSWORD (config.toml:1): ")
    assert "\n" not in str(warning.message)
    assert "hunter2" not in str(warning.message)


@pytest.mark.usefixtures("_secret_in_a_file")
def test_warning_of_a_construction_points_to_the_caller() -> None:
    [warning] = caught(lambda: Settings())  # noqa: PLW0108 - the call must stand in this file
    assert Path(warning.filename) == Path(__file__)
    line = Path(__file__).read_text().splitlines()[warning.lineno - 1]
    assert "Settings()" in line


@pytest.mark.usefixtures("_secret_in_a_file")
@pytest.mark.parametrize("use", USES.values(), ids=USES)
def test_warning_of_the_first_use_points_to_the_user(use: Callable[[Settings], Any]) -> None:
    own = ProcessSettings()
    [warning] = caught(lambda: use(own))
    assert Path(warning.filename) == Path(__file__)


@pytest.mark.usefixtures("_secret_in_a_file")
def test_second_use_does_not_warn_again() -> None:
    own = ProcessSettings()
    assert len(caught(lambda: (own.REDIS_DB, own.REDIS_HOST, own.as_dict()))) == 1


def test_each_thing_to_mend_has_a_warning_of_its_own(write: Write) -> None:
    write("config.toml", 'REDIS_PASSWORD = "hunter2"\nMONGO_USER = "hunter3"\n')
    write("config.worker.toml", 'REDIS_PASSWORD = "hunter4"\n')
    found = caught(lambda: Settings(override_path="config.worker.toml"))
    places = [str(warning.message).partition(": ")[0] for warning in found]
    assert places == [
        "REDIS_PASSWORD (config.toml:1)",
        "MONGO_USER (config.toml:2)",
        "REDIS_PASSWORD (config.worker.toml:1)",
    ]


@pytest.mark.usefixtures("_secret_in_a_file")
def test_process_that_loads_often_is_told_once(python: Python) -> None:
    done = python(
        """
        import contextlib, io
        from integr8s_conf import Settings
        with contextlib.redirect_stderr(io.StringIO()) as said:
            for _ in range(3):
                Settings()
        print(said.getvalue().count("ConfigWarning"))
        """
    )
    assert done == "1\n"


@pytest.mark.usefixtures("_secret_in_a_file")
def test_warning_may_be_made_an_error() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error", ConfigWarning)
        with pytest.raises(ConfigWarning):
            Settings()


@pytest.mark.usefixtures("_secret_in_a_file")
def test_warning_may_be_ignored() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        warnings.simplefilter("ignore", ConfigWarning)
        assert Settings().REDIS_PASSWORD == "hunter2"


# Beside errors.


def test_key_that_an_error_covers_has_no_warning(write: Write) -> None:
    write("config.toml", 'ENVIRONMENT = "production"\nREDIS_PASSWORD = "hunter2"\n')
    others = {"SECRET_KEY": "k" * 32, "MONGO_USER": "u", "MONGO_PASSWORD": "correct horse"}
    errors: list[ConfigError] = []

    def load() -> None:
        with pytest.raises(ConfigError) as refusal:
            Settings(overrides=others)
        errors.append(refusal.value)

    assert caught(load) == []
    assert [problem.key for problem in errors[0].problems] == ["REDIS_PASSWORD"]
    assert errors[0].warnings == ()


def test_key_that_no_error_covers_has_its_warning_beside_the_error(write: Write) -> None:
    write("config.toml", 'REDIS_DB = "many"\nREDIS_PASSWORD = "hunter2"\n')

    def load() -> None:
        with pytest.raises(ConfigError, match="REDIS_DB"):
            Settings()

    [warning] = caught(load)
    assert str(warning.message).startswith("REDIS_PASSWORD")


def test_error_has_the_warnings_too(write: Write) -> None:
    write("config.toml", 'REDIS_DB = "many"\nREDIS_PASSWORD = "hunter2"\n')
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConfigWarning)
        with pytest.raises(ConfigError) as refusal:
            Settings()
    assert [warning.key for warning in refusal.value.warnings] == ["REDIS_PASSWORD"]


def test_error_is_raised_where_warnings_are_errors(write: Write) -> None:
    write("config.toml", 'REDIS_DB = "many"\nREDIS_PASSWORD = "hunter2"\n')
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(ConfigError):
            Settings()


def test_key_that_is_deprecated_and_wrong_is_wrong(stranger: Stranger, write: Write) -> None:
    stranger(
        """
        from integr8s_conf import Section, hookimpl, setting

        class Mail(Section):
            MAIL_X: int = setting(1, deprecated=True, renamed_from="SMTP_X")

        @hookimpl
        def integr8s_sections():
            return [Mail]
        """
    )
    write("config.toml", 'SMTP_X = "one"')
    with pytest.raises(ConfigError) as refusal:
        Settings()
    assert [problem.key for problem in refusal.value.problems] == ["MAIL_X"]
