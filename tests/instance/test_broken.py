"""A broken configuration: reading raises, looking works, and there is never half an instance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from integr8s_conf import ConfigError, Settings
from integr8s_conf.process_settings import ProcessSettings
from integr8s_sections.redis import Redis

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..conftest import Python, Write

READS: dict[str, Callable[[Settings], Any]] = {
    "attribute": lambda s: s.REDIS_HOST,
    "lower-case attribute": lambda s: s.redis_host,
    "hasattr": lambda s: hasattr(s, "REDIS_HOST"),
    "item": lambda s: s["REDIS_HOST"],
    "get": lambda s: s.get("REDIS_HOST", "default"),
    "in": lambda s: "REDIS_HOST" in s,
    "iteration": iter,
    "length": len,
    "keys": lambda s: s.keys(),
    "values": lambda s: s.values(),
    "items": lambda s: s.items(),
    "as_dict": lambda s: s.as_dict(),
    "to_dict": lambda s: s.to_dict(),
    "store": lambda s: s.store,
    "section": lambda s: s.section(Redis),
    "replace": lambda s: s.replace(REDIS_DB=3),
    "exists": lambda s: s.exists("REDIS_HOST"),
    "as_int": lambda s: s.as_int("REDIS_PORT"),
    "call": lambda s: s("REDIS_HOST"),
}


@pytest.fixture
def own() -> Settings:
    """Return settings as the process's own are: not loaded yet."""
    return ProcessSettings()


@pytest.fixture
def broken(write: Write, own: Settings) -> Settings:
    write("config.toml", 'REDIS_DB = "many"\nREDIS_PORT = 7000\n')
    return own


@pytest.mark.parametrize("read", READS.values(), ids=READS)
def test_reading_raises(read: Callable[[Settings], Any], broken: Settings) -> None:
    """It raises for a sound key as well: there is no configuration."""
    with pytest.raises(ConfigError) as refusal:
        read(broken)
    assert [problem.key for problem in refusal.value.problems] == ["REDIS_DB"]


@pytest.mark.parametrize("read", READS.values(), ids=READS)
def test_reading_raises_again(read: Callable[[Settings], Any], broken: Settings) -> None:
    for _ in range(2):
        with pytest.raises(ConfigError):
            read(broken)


def test_reading_in_a_process_of_its_own_raises(write: Write, python: Python) -> None:
    write("config.toml", 'REDIS_DB = "many"')
    done = python(
        """
        from integr8s_conf import ConfigError, settings
        try:
            settings.REDIS_HOST
        except ConfigError as error:
            print(error)
        print(settings.explain("REDIS_HOST").value)
        """
    )
    assert done.splitlines()[0] == "1 problem in the configuration"
    assert done.splitlines()[-1] == '"redis"'


def test_sound_key_is_explained(broken: Settings) -> None:
    explanation = broken.explain("REDIS_PORT")
    assert explanation.value == "7000"
    assert str(explanation.layers[0].origin) == "config.toml:2"


def test_key_without_a_sound_value_is_explained(broken: Settings) -> None:
    explanation = broken.explain("REDIS_DB")
    assert explanation.value is None
    assert str(explanation).splitlines()[0] == "REDIS_DB has no sound value"
    assert [layer.value for layer in explanation.layers] == ['"many"', "0"]


def test_key_of_loaded_settings_is_explained_as_it_was_loaded(write: Write, own: Settings) -> None:
    write("config.toml", "REDIS_DB = 3")
    assert own.REDIS_DB == 3
    write("config.toml", "REDIS_DB = 4")
    assert own.explain("REDIS_DB").value == "3"


def test_explain_needs_no_base_file(own: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTEGR8S_CONF_FILE", "nowhere.toml")
    assert own.explain("REDIS_DB").layers[-1].value == "0"


def test_value_computed_from_an_unsound_key_has_none_either(write: Write, own: Settings) -> None:
    write("config.toml", "MONGO_PORT = 0")
    explanation = own.explain("MONGODB_URL")
    assert explanation.value is None
    assert explanation.secret


def test_broken_settings_are_loaded_again_at_the_next_use(broken: Settings, write: Write) -> None:
    with pytest.raises(ConfigError):
        _ = broken.REDIS_DB
    write("config.toml", "REDIS_DB = 3")
    assert broken.REDIS_DB == 3


def test_sound_settings_are_not_loaded_again(own: Settings, write: Write) -> None:
    write("config.toml", "REDIS_DB = 3")
    assert own.REDIS_DB == 3
    write("config.toml", 'REDIS_DB = "many"')
    assert (own.REDIS_DB, own["REDIS_DB"], own.get("redis_db")) == (3, 3, 3)


@pytest.mark.parametrize("shown", [repr, str, bool, hash, dir], ids=lambda shown: shown.__name__)
def test_looking_at_the_object_loads_nothing(
    shown: Callable[[Settings], Any], broken: Settings
) -> None:
    shown(broken)
    assert repr(broken) == "<settings, not loaded yet>"


@pytest.mark.parametrize("name", ["model_copy", "_ipython_display_", "__wrapped__"])
def test_asking_for_what_no_settings_have_loads_nothing(name: str, broken: Settings) -> None:
    assert not hasattr(broken, name)


def test_construction_raises_all_problems_at_once() -> None:
    with pytest.raises(ConfigError) as refusal:
        Settings(overrides={"REDIS_DB": -1, "REDIS_PORT": "x", "UNHEARD_OF": 1})
    keys = {problem.key for problem in refusal.value.problems}
    assert keys == {"REDIS_DB", "REDIS_PORT", "UNHEARD_OF"}
