"""``section`` gives a frozen typed view of one section's keys."""

from __future__ import annotations

import copy
import importlib
import pickle
from typing import TYPE_CHECKING, Any

import pytest

from integr8s_conf import ConfigError, Section, Settings, setting
from integr8s_sections.kafka import Kafka

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def view(mail: None) -> Any:
    return Settings().section(importlib.import_module("mail_conf.mail").Mail)


def test_view_is_an_instance_of_the_section(loaded: Settings) -> None:
    view = loaded.section(Kafka)
    assert isinstance(view, Kafka)
    assert isinstance(view, Section)
    assert type(view).__name__ == "Kafka"


def test_attributes_are_the_values(loaded: Settings) -> None:
    view = loaded.section(Kafka)
    assert view.KAFKA_SESSION_TIMEOUT_MS == 45000
    assert view.KAFKA_GRACEFUL_TIMEOUT == 15.0


def test_view_has_computed_values(view: Any) -> None:
    assert view.MAIL_ADDRESS == "localhost:25"


def test_view_has_the_keys_of_its_section_alone(loaded: Settings) -> None:
    with pytest.raises(AttributeError):
        _ = loaded.section(Kafka).REDIS_DB  # type: ignore[attr-defined]


def test_view_is_made_once(loaded: Settings) -> None:
    assert loaded.section(Kafka) is loaded.section(Kafka)


def test_views_of_two_instances_are_two(loaded: Settings) -> None:
    other = Settings(overrides={"KAFKA_MAX_POLL_RECORDS": 1})
    assert other.section(Kafka).KAFKA_MAX_POLL_RECORDS == 1
    assert loaded.section(Kafka).KAFKA_MAX_POLL_RECORDS == 500


@pytest.mark.parametrize(
    "change",
    [
        lambda view: setattr(view, "MAIL_PORT", 26),
        lambda view: setattr(view, "NEW", 26),
        lambda view: delattr(view, "MAIL_PORT"),
    ],
    ids=["assignment", "assignment of a new name", "deletion"],
)
def test_view_is_frozen_and_says_what_to_do(change: Callable[[Any], None], view: Any) -> None:
    with pytest.raises((AttributeError, TypeError), match=r"settings\.replace\(KEY=value\)"):
        change(view)
    assert view.MAIL_PORT == 25


def test_containers_of_a_view_are_frozen(view: Any) -> None:
    with pytest.raises(TypeError):
        view.MAIL_COPIES.append("c@d")


def test_repr_of_a_view_masks_secrets_and_what_is_computed_from_them(view: Any) -> None:
    shown = repr(view)
    assert shown.startswith('Mail(MAIL_HOST="localhost", MAIL_PORT=25')
    assert "MAIL_TOKEN=********" in shown
    assert "hunter2" not in shown


def test_repr_of_a_view_masks_a_number_that_is_computed_from_a_secret(stranger: Any) -> None:
    stranger(
        """
        from integr8s_conf import Section, hookimpl, setting

        class Mail(Section):
            MAIL_PIN: str = setting("4711", secret=True)
            MAIL_NUMBER: int = setting(computed=True)

        @hookimpl
        def integr8s_sections():
            return [Mail]

        @hookimpl
        def integr8s_computed():
            return {"MAIL_NUMBER": lambda s: int(s["MAIL_PIN"])}
        """
    )
    view = Settings().section(importlib.import_module("mail_conf.mail").Mail)
    assert view.MAIL_NUMBER == 4711
    assert "4711" not in repr(view)


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy])
def test_copy_of_a_view_is_the_view(copied: Callable[[Any], Any], view: Any) -> None:
    assert copied(view) is view


def test_pickle_of_a_view_is_refused(view: Any) -> None:
    with pytest.raises(TypeError, match="settings do not pickle"):
        pickle.dumps(view)


def test_section_itself_cannot_be_instantiated() -> None:
    with pytest.raises(TypeError, match=r"settings\.section\(Kafka\)"):
        Kafka()


# Sections that are not there.


def test_section_of_no_loaded_plugin_is_a_config_error(loaded: Settings) -> None:
    class Fax(Section):
        FAX_PORT: int = setting(25)

    with pytest.raises(ConfigError) as refusal:
        loaded.section(Fax)
    [problem] = refusal.value.problems
    assert "section Fax of" in problem.found
    assert problem.hint == "install the plugin that declares it"


def test_section_of_a_plugin_off_the_allowlist_names_what_is_not_allowed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("INTEGR8S_CONF_PLUGINS", "core,redis,service")
    with pytest.raises(ConfigError) as refusal:
        Settings().section(Kafka)
    [problem] = refusal.value.problems
    assert problem.hint.startswith("not allowed now are dlq, kafka")


@pytest.mark.parametrize("name", ["Kafka", None, 5])
def test_what_is_no_section_is_a_config_error(name: Any, loaded: Settings) -> None:
    with pytest.raises(ConfigError, match="a section class"):
        loaded.section(name)
