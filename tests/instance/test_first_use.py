"""The process's own settings load once, at their first use, also where many threads are first."""

from __future__ import annotations

import importlib
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

from integr8s_conf import ConfigError, Settings
from integr8s_conf.process_settings import ProcessSettings

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..conftest import Python, Stranger, Write

THREADS = 16
COUNTED = """
    import time
    from integr8s_conf import Section, hookimpl, setting

    LOADS = []

    def default():
        LOADS.append(1)
        time.sleep(0.05)
        return len(LOADS)

    class Mail(Section):
        MAIL_COUNT: int = setting(default)
        MAIL_COMPUTED: int = setting(computed=True)

    @hookimpl
    def integr8s_sections():
        return [Mail]

    @hookimpl
    def integr8s_computed():
        return {"MAIL_COMPUTED": lambda s: s["MAIL_COUNT"] * 10}
"""
READS_ITSELF = """
    import integr8s_conf
    from integr8s_conf import Section, Settings, hookimpl, rule, setting

    {before}

    class Mail(Section):
        MAIL_SEEN: int = setting({default})
        MAIL_MADE: int = setting(computed=True)

    @hookimpl
    def integr8s_sections():
        return [Mail]

    @hookimpl
    def integr8s_computed():
        return {{"MAIL_MADE": lambda s: {made}}}

    @hookimpl
    def integr8s_validators():
        return [rule("MAIL_SEEN", check=lambda seen: {holds}, wanted="good")]
"""
SOUND = {"before": "", "default": "1", "made": "1", "holds": "True"}
READ = "integr8s_conf.settings.REDIS_DB"


def at_once(read: Callable[[], Any]) -> list[Any]:
    """Return what 16 threads read that all start at the same moment."""
    barrier = threading.Barrier(THREADS)

    def run(_: int) -> Any:
        barrier.wait()
        try:
            return read()
        except ConfigError as error:
            return [problem.key for problem in error.problems]

    with ThreadPoolExecutor(THREADS) as threads:
        return list(threads.map(run, range(THREADS)))


@pytest.mark.parametrize(
    "read",
    [
        lambda s: s.MAIL_COUNT,
        lambda s: s["MAIL_COUNT"],
        lambda s: s.get("MAIL_COUNT"),
        lambda s: s.mail_count,
        lambda s: s.as_dict()["MAIL_COUNT"],
        lambda s: s.MAIL_COMPUTED // 10,
        lambda s: s.section(importlib.import_module("mail_conf.mail").Mail).MAIL_COUNT,
        lambda s: len(list(s)) - 86,
    ],
    ids=["attribute", "item", "get", "lower case", "as_dict", "computed", "section", "iteration"],
)
def test_first_use_by_16_threads_loads_once(
    read: Callable[[Settings], Any], stranger: Stranger
) -> None:
    stranger(COUNTED)
    own = ProcessSettings()
    assert at_once(lambda: read(own)) == THREADS * [1]
    assert importlib.import_module("mail_conf.mail").LOADS == [1]


def test_first_use_by_16_threads_of_a_process_loads_once(
    stranger: Stranger, python: Python
) -> None:
    stranger(COUNTED)
    done = python(
        """
        import threading
        from integr8s_conf import settings
        barrier, seen = threading.Barrier(16), []
        def read():
            barrier.wait()
            seen.append(settings.MAIL_COUNT)
        threads = [threading.Thread(target=read) for _ in range(16)]
        [thread.start() for thread in threads], [thread.join() for thread in threads]
        print(seen == 16 * [1])
        """
    )
    assert done == "True\n"


def test_16_threads_all_learn_of_a_broken_configuration(write: Write) -> None:
    write("config.toml", 'REDIS_DB = "many"')
    own = ProcessSettings()
    assert at_once(lambda: own.REDIS_DB) == THREADS * [["REDIS_DB"]]


def test_view_is_one_for_16_threads(loaded: Settings) -> None:
    from integr8s_sections.kafka import Kafka

    assert len(set(map(id, at_once(lambda: loaded.section(Kafka))))) == 1


# A plugin's function that reads the settings which are being loaded.


@pytest.mark.parametrize(
    ("place", "reads", "key"),
    [
        ("made", READ, "MAIL_MADE"),
        ("made", "Settings().REDIS_DB", "MAIL_MADE"),
        ("made", "integr8s_conf.settings['REDIS_DB']", "MAIL_MADE"),
        ("made", "len(integr8s_conf.settings)", "MAIL_MADE"),
        ("made", "integr8s_conf.settings.explain('REDIS_DB')", "MAIL_MADE"),
        ("default", f"lambda: {READ}", "MAIL_SEEN"),
        ("default", f"lambda: 1, check=lambda x: {READ}", "MAIL_SEEN"),
        ("default", f"lambda: '1', cast=lambda x: {READ}", "MAIL_SEEN"),
        ("holds", f"{READ} == 0", "MAIL_SEEN"),
        ("before", READ, None),
        ("before", "Settings()", None),
    ],
)
def test_settings_that_are_read_while_they_load_are_a_problem(
    place: str, reads: str, key: str | None, stranger: Stranger
) -> None:
    """It names the plugin, and the function does not call itself without end."""
    stranger(READS_ITSELF.format(**{**SOUND, place: reads}))
    with pytest.raises(ConfigError) as refusal:
        _ = ProcessSettings().REDIS_DB
    [problem] = refusal.value.problems
    assert (problem.key, problem.plugin) == (key, "mail")
    said = str(problem)
    assert said.count("settings are read while they load") == 1


def test_settings_that_are_read_while_another_instance_loads_are_a_problem(
    stranger: Stranger,
) -> None:
    stranger(READS_ITSELF.format(**{**SOUND, "made": READ}))
    with pytest.raises(ConfigError, match="settings are read while they load"):
        Settings()


def test_settings_work_after_a_load_within_a_load_was_refused(stranger: Stranger) -> None:
    stranger(READS_ITSELF.format(**{**SOUND, "made": READ}))
    with pytest.raises(ConfigError):
        Settings()
    assert Settings(overrides={"MAIL_MADE": 1}).MAIL_MADE == 1
