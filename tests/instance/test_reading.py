"""Reading: as attribute, item, by ``get``; what is there, in which order, and what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from integr8s_conf import ConfigError, Secret, Settings

if TYPE_CHECKING:
    from ..conftest import Write

pytestmark = pytest.mark.usefixtures("mail")

SECTIONS = ["Core", "Dlq", "Kafka", "Kubernetes", "Mail", "Notifications", "RateLimit", "Redis"]
"""The first of the sections, in their order: that of their plugins' names."""

MAIL = [
    "MAIL_HOST",
    "MAIL_PORT",
    "MAIL_COPIES",
    "MAIL_ROUTES",
    "MAIL_TOKEN",
    "MAIL_ADDRESS",
    "MAIL_LOGIN",
]


def test_key_is_an_attribute(loaded: Settings) -> None:
    assert loaded.MAIL_PORT == 25


def test_key_is_an_item(loaded: Settings) -> None:
    assert loaded["MAIL_PORT"] == 25


def test_key_is_gotten(loaded: Settings) -> None:
    assert loaded.get("MAIL_PORT") == 25


def test_attribute_may_be_in_lower_case(loaded: Settings) -> None:
    assert (loaded.mail_port, loaded.Mail_Port) == (25, 25)


def test_item_may_be_in_lower_case(loaded: Settings) -> None:
    assert (loaded["mail_port"], loaded.get("mail_port")) == (25, 25)


def test_key_is_within(loaded: Settings) -> None:
    assert "MAIL_PORT" in loaded
    assert "mail_port" in loaded


@pytest.mark.parametrize("name", ["MAIL_PROT", "", "REDIS", "_MAIL_PORT", "get", "store", 5, None])
def test_other_name_is_not_within(name: Any, loaded: Settings) -> None:
    assert name not in loaded


def test_dots_lead_into_tables(loaded: Settings) -> None:
    assert loaded["MAIL_ROUTES.alerts"] == ["c@d"]
    assert loaded.get("mail_routes.alerts") == ["c@d"]
    assert loaded.get("MAIL_ROUTES.other", "none") == "none"


# What is not there.


def test_unknown_attribute_names_the_nearest_key(loaded: Settings) -> None:
    with pytest.raises(AttributeError, match="did you mean MAIL_PORT"):
        _ = loaded.MAIL_PROT


def test_unknown_item_names_the_nearest_key(loaded: Settings) -> None:
    with pytest.raises(KeyError, match="did you mean MAIL_PORT"):
        _ = loaded["MAIL_PROT"]


@pytest.mark.parametrize("name", ["UNHEARD_OF", "unheard_of", "model_config", "__wrapped__"])
def test_unknown_attribute_is_an_attribute_error(name: str, loaded: Settings) -> None:
    assert not hasattr(loaded, name)
    assert getattr(loaded, name, "default") == "default"


def test_unknown_key_gets_the_default(loaded: Settings) -> None:
    assert loaded.get("UNHEARD_OF") is None
    assert loaded.get("UNHEARD_OF", 5) == 5
    assert loaded.get("UNHEARD_OF", default=5) == 5


@pytest.mark.parametrize("key", [5, None, ("MAIL_PORT",)])
def test_key_that_is_no_text_is_not_there(key: Any, loaded: Settings) -> None:
    assert loaded.get(key, "default") == "default"
    with pytest.raises(KeyError):
        loaded[key]


def test_default_is_not_used_for_a_key_whose_value_is_none(loaded: Settings) -> None:
    assert loaded.get("OTEL_SERVICE_NAME", "default") is None
    assert loaded["OTEL_SERVICE_NAME"] is None


def test_cast_of_get_is_dynaconf_s(loaded: Settings) -> None:
    assert loaded.get("MAIL_PORT", cast="@str") == "25"
    assert loaded.get("MAIL_PORT", cast=float) == 25.0


# All keys.


def test_keys_come_in_the_order_of_sections_and_declarations(loaded: Settings) -> None:
    keys = list(loaded)
    start = keys.index("MAIL_HOST")
    assert keys[start : start + len(MAIL)] == MAIL
    sections = dict.fromkeys(loaded.explain(key).section for key in keys)
    assert list(sections)[: len(SECTIONS)] == SECTIONS


def test_nothing_but_declared_keys_is_iterated_over(loaded: Settings) -> None:
    assert len(list(loaded)) == 85 + len(MAIL)
    assert all(loaded.explain(key).plugin for key in loaded)


@pytest.mark.parametrize("name", ["keys", "as_dict", "to_dict"])
def test_other_views_have_the_same_keys(name: str, loaded: Settings) -> None:
    assert list(getattr(loaded, name)()) == list(loaded)


def test_items_and_values_go_with_the_keys(loaded: Settings) -> None:
    assert list(loaded.items()) == [(key, loaded[key]) for key in loaded]
    assert list(loaded.values()) == [loaded[key] for key in loaded]


def test_length_is_the_number_of_keys(loaded: Settings) -> None:
    assert len(loaded) == 85 + len(MAIL)


def test_settings_are_true(loaded: Settings) -> None:
    assert bool(loaded) is True


def test_dict_of_settings_has_the_declared_keys(loaded: Settings) -> None:
    assert list(dict(loaded)) == list(loaded)
    assert {**loaded}["MAIL_PORT"] == 25


def test_dir_names_keys_and_methods(loaded: Settings) -> None:
    assert {"MAIL_PORT", "as_dict", "replace", "section", "explain"} <= set(dir(loaded))


def test_order_does_not_depend_on_what_the_files_say(write: Write) -> None:
    before = list(Settings())
    write("config.toml", "WEB_THREADS = 2\nMAIL_PORT = 5\nALGORITHM = 'HS512'\n")
    assert list(Settings()) == before


# as_dict.


def test_as_dict_masks_secrets(loaded: Settings) -> None:
    values = loaded.as_dict()
    assert values["MAIL_TOKEN"] == "********"
    assert values["MAIL_LOGIN"] == "********"
    assert values["MAIL_ADDRESS"] == "localhost:25"


def test_as_dict_reveals_secrets_where_it_is_asked_to(loaded: Settings) -> None:
    values = loaded.as_dict(reveal=True)
    assert values["MAIL_TOKEN"] == "hunter2"
    assert values["MAIL_LOGIN"] == "hunter2@localhost:25"


def test_secret_is_a_text_whose_repr_is_masked(loaded: Settings) -> None:
    assert isinstance(loaded.MAIL_TOKEN, Secret)
    assert (loaded.MAIL_TOKEN, repr(loaded.MAIL_TOKEN)) == ("hunter2", "'********'")


def test_containers_in_as_dict_are_plain(loaded: Settings) -> None:
    values = loaded.as_dict()
    assert type(values["MAIL_COPIES"]) is list
    assert type(values["MAIL_ROUTES"]) is dict
    assert type(values["MAIL_ROUTES"]["alerts"]) is list


def test_repr_names_the_files_and_no_value(write: Write) -> None:
    write("config.worker.toml", 'MAIL_HOST = "smtp"')
    shown = repr(Settings(override_path="config.worker.toml"))
    assert shown == "<Settings of config.toml + config.worker.toml, 92 keys>"


# Equality: an instance is what it is.


def test_settings_are_equal_to_themselves_alone(loaded: Settings) -> None:
    assert loaded == loaded  # noqa: PLR0124
    assert loaded != Settings()
    assert len({loaded, loaded, Settings()}) == 2


# explain.


def test_explain_of_an_unknown_key_names_the_nearest(loaded: Settings) -> None:
    with pytest.raises(KeyError, match="did you mean MAIL_PORT"):
        loaded.explain("MAIL_PROT")


def test_key_that_is_declared_nowhere_is_a_problem_of_overrides() -> None:
    with pytest.raises(ConfigError) as refusal:
        Settings(overrides={"MAIL_PROT": 5})
    [problem] = refusal.value.problems
    assert (problem.key, problem.hint) == ("MAIL_PROT", "did you mean MAIL_PORT?")
