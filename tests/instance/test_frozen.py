"""Settings are frozen: every way of changing them raises, and says what to do instead."""

from __future__ import annotations

import copy
import operator
import pickle
from typing import TYPE_CHECKING, Any

import pytest

from integr8s_conf import ConfigError, Settings, settings

if TYPE_CHECKING:
    from collections.abc import Callable

CHANGES: dict[str, Callable[[Settings], Any]] = {
    "assignment": lambda s: setattr(s, "REDIS_DB", 3),
    "assignment of a lower-case name": lambda s: setattr(s, "redis_db", 3),
    "assignment of a new name": lambda s: setattr(s, "NEW", 3),
    "assignment of an inner name": lambda s: setattr(s, "_resolution", None),
    "deletion": lambda s: delattr(s, "REDIS_DB"),
    "item assignment": lambda s: operator.setitem(s, "REDIS_DB", 3),
    "item deletion": lambda s: operator.delitem(s, "REDIS_DB"),
    "set": lambda s: s.set("REDIS_DB", 3),
    "set of the value that is there": lambda s: s.set("REDIS_DB", 0),
    "set as a validator": lambda s: s.set("REDIS_DB", 3, loader_identifier="validator"),
    "update": lambda s: s.update({"REDIS_DB": 3}),
    "update by keyword": lambda s: s.update(REDIS_DB=3),
    "setdefault": lambda s: s.setdefault("NEW", 3),
    "unset": lambda s: s.unset("REDIS_DB"),
    "unset by force": lambda s: s.unset("REDIS_DB", force=True),
    "unset_all": lambda s: s.unset_all(["REDIS_DB"]),
    "clean": lambda s: s.clean(),
    "configure": lambda s: s.configure(settings_module="other.toml"),
    "reload": lambda s: s.reload(),
    "load_file": lambda s: s.load_file("config.toml"),
    "execute_loaders": lambda s: s.execute_loaders(),
    "pre_load": lambda s: s.pre_load("config.toml", env="main", silent=True, key=None),
    "load_extra_yaml": lambda s: s.load_extra_yaml("main", True, None),
    "load_includes": lambda s: s.load_includes("main", True, None),
    "initialisation": lambda s: s.__init__(overrides={"REDIS_DB": 3}),
    "_setup": lambda s: s._setup(),
    "_wrapped.set": lambda s: s._wrapped.set("REDIS_DB", 3),
    "_wrapped.set as a validator": lambda s: s._wrapped.set(
        "REDIS_DB", 3, loader_identifier="validator"
    ),
    "_wrapped.update": lambda s: s._wrapped.update({"REDIS_DB": 3}),
    "_wrapped.setdefault": lambda s: s._wrapped.setdefault("NEW", 3),
    "_wrapped.unset": lambda s: s._wrapped.unset("REDIS_DB"),
    "_wrapped.clean": lambda s: s._wrapped.clean(),
    "_wrapped.reload": lambda s: s._wrapped.reload(),
    "_wrapped.load_file": lambda s: s._wrapped.load_file("config.toml"),
    "_wrapped item assignment": lambda s: operator.setitem(s._wrapped, "REDIS_DB", 3),
    "_wrapped assignment": lambda s: setattr(s._wrapped, "REDIS_DB", 3),
    "assignment to store": lambda s: setattr(s, "store", {}),
}
each_change = pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)


@each_change
def test_change_raises_and_says_what_to_do(
    change: Callable[[Settings], Any], loaded: Settings
) -> None:
    with pytest.raises((AttributeError, TypeError), match=r"replace\(KEY=value\)"):
        change(loaded)


@each_change
def test_change_leaves_everything_as_it_was(
    change: Callable[[Settings], Any], loaded: Settings
) -> None:
    before = loaded.as_dict(reveal=True)
    with pytest.raises((AttributeError, TypeError)):
        change(loaded)
    assert loaded.as_dict(reveal=True) == before
    assert (loaded.REDIS_DB, loaded.redis_db, loaded["REDIS_DB"]) == (0, 0, 0)
    assert "NEW" not in loaded


def test_advice_names_overrides_too(loaded: Settings) -> None:
    with pytest.raises(AttributeError, match=r"Settings\(overrides=\{\.\.\.\}\)"):
        loaded.REDIS_DB = 3


@pytest.mark.parametrize("error", [AttributeError, TypeError])
def test_error_is_of_both_kinds_that_python_raises_for_what_is_frozen(
    error: type[Exception], loaded: Settings
) -> None:
    with pytest.raises(error):
        loaded.REDIS_DB = 3


def test_process_s_own_settings_are_frozen_before_they_are_loaded() -> None:
    with pytest.raises(AttributeError, match="frozen"):
        settings.REDIS_DB = 3


def test_setdefault_of_a_key_that_is_there_is_no_change(loaded: Settings) -> None:
    assert loaded._wrapped.setdefault("REDIS_DB", 3) == 0


# What works, and changes nothing.


def test_setenv_does_nothing(loaded: Settings) -> None:
    loaded.setenv("production")
    assert loaded.ENVIRONMENT == "development"
    assert len(loaded) == len(Settings())


def test_using_env_does_nothing(loaded: Settings) -> None:
    with loaded.using_env("production"):
        assert loaded.ENVIRONMENT == "development"


def test_scratch_view_of_from_env_may_be_written_to_without_effect(loaded: Settings) -> None:
    scratch = loaded.from_env("production")
    scratch.set("REDIS_DB", 3)
    assert (scratch.REDIS_DB, loaded.REDIS_DB) == (3, 0)


def test_dict_that_as_dict_gives_may_be_changed_without_effect(loaded: Settings) -> None:
    mine = loaded.as_dict()
    mine["REDIS_DB"] = 3
    mine["CORS_ORIGINS"].append("https://a")
    assert loaded.REDIS_DB == 0
    assert "https://a" not in loaded.CORS_ORIGINS


def test_store_cannot_be_changed(loaded: Settings) -> None:
    with pytest.raises((AttributeError, TypeError)):
        loaded.store["REDIS_DB"] = 3
    assert loaded.REDIS_DB == 0


# Copies.


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy])
def test_copy_is_the_same_instance(copied: Callable[[Any], Any], loaded: Settings) -> None:
    assert copied(loaded) is loaded
    assert copied([loaded])[0] is loaded


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_pickle_is_refused(protocol: int, loaded: Settings) -> None:
    with pytest.raises(TypeError, match="settings do not pickle"):
        pickle.dumps(loaded, protocol)


def test_pickle_of_what_dynaconf_holds_is_refused(loaded: Settings) -> None:
    with pytest.raises(TypeError, match="settings do not pickle"):
        pickle.dumps(loaded._wrapped)


# What users of pydantic reach for.


@pytest.mark.parametrize(
    ("name", "instead"),
    [
        ("model_copy", "replace"),
        ("copy", "replace"),
        ("model_dump", "as_dict"),
        ("model_dump_json", "as_dict"),
        ("dict", "as_dict"),
    ],
)
def test_method_of_pydantic_s_names_what_there_is_instead(
    name: str, instead: str, loaded: Settings
) -> None:
    with pytest.raises(AttributeError, match=instead):
        getattr(loaded, name)


@pytest.mark.parametrize("name", ["model_copy", "model_dump"])
def test_settings_do_not_pretend_to_have_methods_of_pydantic_s(name: str, loaded: Settings) -> None:
    assert not hasattr(loaded, name)


# Construction.


def test_construction_of_a_broken_configuration_returns_nothing() -> None:
    made: list[Settings] = []
    with pytest.raises(ConfigError):
        made.append(Settings(overrides={"REDIS_DB": -1}))
    assert made == []


@pytest.mark.parametrize(
    "arguments", [{"config": "x"}, {"environment": "production"}, {"REDIS_DB": 3}]
)
def test_unknown_argument_is_refused_as_of_any_function(arguments: dict[str, Any]) -> None:
    with pytest.raises(TypeError):
        Settings(**arguments)
