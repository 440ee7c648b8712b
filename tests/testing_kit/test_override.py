"""``settings_override``: the process's own settings, changed for a block or a function."""

from __future__ import annotations

import asyncio
import inspect
import warnings
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from integr8s_conf import ConfigError, ConfigWarning, settings
from integr8s_conf.testing import settings_override
from integr8s_sections.core import Core
from integr8s_sections.redis import Redis

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..conftest import Python, Stranger, Write


@pytest.fixture(autouse=True)
def _as_before(unchanged: Callable[[], bool]) -> Iterator[None]:
    """In every test of this module, what was changed is put back."""
    yield
    assert unchanged()


def test_changed_values_are_those_of_the_process() -> None:
    with settings_override(MONGO_HOST="other", REDIS_DB=3) as changed:
        assert changed is settings
        assert (settings.MONGO_HOST, settings["REDIS_DB"], settings.get("redis_db")) == (
            "other", 3, 3,
        )  # fmt: skip
        assert "overrides" in str(settings.explain("REDIS_DB"))


def test_computed_values_follow() -> None:
    with settings_override(MONGO_HOST="other"):
        assert "@other:" in settings.MONGODB_URL


def test_settings_are_put_back_when_the_block_fails(unchanged: Callable[[], bool]) -> None:
    with suppress(ZeroDivisionError), settings_override(REDIS_DB=3):
        raise ZeroDivisionError
    assert unchanged()


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"REDIS_DB": "3"}, "REDIS_DB"),
        ({"REDIS_DBB": 3}, "REDIS_DBB"),
        ({"REDIS_PORT": 1, "K8S_POD_MEMORY_LIMIT": "1Mi"}, "K8S_POD_MEMORY_REQUEST"),
    ],
    ids=["value", "key", "rule"],
)
def test_bad_change_is_refused_and_changes_nothing(
    changes: dict[str, Any], key: str, unchanged: Callable[[], bool]
) -> None:
    with pytest.raises(ConfigError) as caught, settings_override(**changes):
        pytest.fail("the block was entered")
    assert [problem.key for problem in caught.value.problems] == [key]
    assert unchanged()


def test_overrides_within_each_other_add_up() -> None:
    with settings_override(REDIS_DB=1, REDIS_PORT=1):
        outer = settings.section(Redis)
        with settings_override(REDIS_DB=2):
            assert (settings.REDIS_DB, settings.REDIS_PORT) == (2, 1)
        assert (settings.REDIS_DB, settings.REDIS_PORT) == (1, 1)
        assert settings.section(Redis) is outer


def test_refused_override_leaves_the_one_around_it(unchanged: Callable[[], bool]) -> None:
    with settings_override(REDIS_DB=1):
        with suppress(ConfigError), settings_override(REDIS_DB=-1):
            pytest.fail("the block was entered")
        assert settings.REDIS_DB == 1
    assert unchanged()


def test_view_has_the_values_of_its_time() -> None:
    with settings_override(REDIS_DB=1):
        during = settings.section(Redis)
        with settings_override(REDIS_DB=2):
            assert settings.section(Redis).REDIS_DB == 2
            assert settings.section(Core).MONGO_HOST == "mongo"
    assert during.REDIS_DB == 1
    with settings_override():
        assert settings.section(Redis).REDIS_DB == 0


def test_replace_starts_from_what_is_in_force() -> None:
    with settings_override(REDIS_DB=1):
        assert settings.replace(REDIS_PORT=2).REDIS_DB == 1


def test_one_override_serves_again_and_within_itself() -> None:
    override = settings_override(REDIS_DB=1)
    for _ in range(2):
        with override, settings_override(REDIS_DB=2), override:
            assert settings.REDIS_DB == 1


def test_plugins_are_not_told(stranger: Stranger) -> None:
    stranger(
        """
        from integr8s_conf import hookimpl

        @hookimpl
        def integr8s_loaded(settings):
            raise AssertionError
        """
    )
    with settings_override(REDIS_DB=1), settings_override(REDIS_DB=2):
        assert settings.REDIS_DB == 2


# As a decorator.


@settings_override(REDIS_DB=1)
def times_changed(times: int) -> int:
    """Return what is in force in the innermost of some calls."""
    return times_changed(times - 1) if times else settings.REDIS_DB


def test_function_runs_with_the_changes() -> None:
    assert times_changed(0) == times_changed(3) == 1


def test_marked_function_keeps_its_name_and_signature() -> None:
    assert times_changed.__name__ == "times_changed"
    assert list(inspect.signature(times_changed).parameters) == ["times"]


def test_each_call_is_checked_anew() -> None:
    @settings_override(REDIS_DB=-1)
    def refused() -> None:
        pytest.fail("the function was called")

    for _ in range(2):
        with pytest.raises(ConfigError, match="REDIS_DB"):
            refused()


def test_coroutine_runs_with_the_changes_up_to_its_end(unchanged: Callable[[], bool]) -> None:
    @settings_override(REDIS_DB=1)
    async def read() -> int:
        await asyncio.sleep(0)
        return settings.REDIS_DB

    later = read()
    assert unchanged()
    assert asyncio.run(later) == 1


def test_generator_runs_with_the_changes_up_to_its_end(unchanged: Callable[[], bool]) -> None:
    @settings_override(REDIS_DB=1)
    def read() -> Iterator[int]:
        yield settings.REDIS_DB
        yield settings.REDIS_DB

    later = read()
    assert unchanged()
    assert list(later) == [1, 1]


class TestMethods:
    @settings_override(REDIS_DB=1)
    def test_method_runs_with_the_changes(self, tmp_path: Path) -> None:
        assert (settings.REDIS_DB, tmp_path.exists()) == (1, True)


def test_class_is_refused() -> None:
    with pytest.raises(TypeError, match="functions and methods, not <class"):
        settings_override(REDIS_DB=1)(TestMethods)


def test_async_generator_is_refused() -> None:
    async def numbers() -> Any:
        yield 1

    with pytest.raises(TypeError, match=r"write 'with settings_override"):
        settings_override(REDIS_DB=1)(numbers)


# Secrets and warnings.


def test_secret_is_shown_nowhere() -> None:
    override = settings_override(REDIS_PASSWORD="hunter2", REDIS_DB=-1)
    assert repr(override) == "<settings_override of REDIS_PASSWORD, REDIS_DB>"
    with pytest.raises(ConfigError) as caught, override:
        pytest.fail("the block was entered")
    trace = caught.tb
    while trace := trace.tb_next:  # type: ignore[assignment]
        assert "hunter2" not in repr(trace.tb_frame.f_locals)


def caught(changes: dict[str, Any]) -> list[warnings.WarningMessage]:
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        with settings_override(**changes):
            assert settings.REDIS_DB == 0
    return found


def test_warning_of_a_change_is_given_in_the_name_of_the_caller() -> None:
    [warning] = caught({"KAFKA_HEARTBEAT_INTERVAL_MS": 44_000})
    assert warning.category is ConfigWarning
    assert Path(warning.filename) == Path(__file__)


def test_warning_of_what_was_there_before_is_not_given_again() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        outer = settings_override(KAFKA_HEARTBEAT_INTERVAL_MS=44_000)
        outer.__enter__()
    try:
        assert caught({}) == caught({"REDIS_PORT": 1}) == []
        with settings_override():
            assert caught({}) == []
    finally:
        outer.__exit__()


# Settings that do not load.


def test_configuration_that_does_not_load_says_so(write: Write, python: Python) -> None:
    write("config.toml", 'REDIS_DB = "many"')
    said = python(
        """
        from integr8s_conf import ConfigError, settings
        from integr8s_conf.testing import settings_override

        for changes in ({}, {"REDIS_DB": 1}, {"REDIS_DBB": 1}):
            try:
                settings_override(**changes).__enter__()
            except ConfigError as error:
                print(*(f"{one.key} {one.origin}" for one in error.problems))
        print(settings)
        """
    )
    assert said == "REDIS_DB config.toml:1\n" * 3 + "<settings, not loaded yet>\n"
