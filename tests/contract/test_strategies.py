"""What is drawn for a section is accepted, or refused, as it should be."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import Phase, find, given, settings

from integr8s_conf import ConfigError, Secret, Settings
from integr8s_conf.testing import configurations, misconfigurations
from integr8s_sections.core import Core
from integr8s_sections.kafka import Kafka

from .every_type import Choice, Container, Moment, Other, Single
from .sections import SECTIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import SearchStrategy

    from integr8s_conf import Section
    from integr8s_conf.testing.strategies import Misconfiguration

of_section = pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.__name__)


def load(overrides: dict[str, Any]) -> Settings:
    """Load settings; of rules that only warn some do not hold."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return Settings(overrides=overrides)


def drawn(strategy: SearchStrategy[Any], number: int = 200) -> list[Any]:
    """Return values of a strategy, the same ones in each run."""
    values: list[Any] = []

    @settings(max_examples=number, derandomize=True, database=None, phases=[Phase.generate])
    @given(strategy)
    def draw(value: Any) -> None:
        values.append(value)

    draw()
    return values


def for_all(strategy: SearchStrategy[Any], test: Callable[[Any], None]) -> None:
    given(strategy)(test)()


@of_section
def test_configuration_is_accepted(section: type[Section]) -> None:
    def accepted(values: dict[str, Any]) -> None:
        assert load(values).as_dict().keys() >= values.keys()

    for_all(configurations(section), accepted)


@of_section
def test_misconfiguration_is_refused_for_its_key(section: type[Section]) -> None:
    def refused(wrong: Misconfiguration) -> None:
        with pytest.raises(ConfigError) as refusal:
            load(wrong.values)
        assert {problem.key for problem in refusal.value.problems} == {wrong.key}

    for_all(misconfigurations(section), refused)


def test_computed_keys_are_not_set() -> None:
    keys = {key for values in drawn(configurations(Core)) for key in values}
    assert "MONGODB_URL" not in keys
    assert keys | {"MONGODB_URL"} == {name for name in vars(Core) if name.isupper()}


def test_required_keys_are_always_set() -> None:
    for values in drawn(configurations(Other)):
        assert {"TYPE_REQUIRED", "TYPE_SECRET"} <= values.keys()


def test_values_reach_the_bounds() -> None:
    ports = {values.get("MONGO_PORT") for values in drawn(configurations(Core))}
    assert {1, 65535} <= ports


def test_rules_between_keys_hold_of_keys_that_are_set_together() -> None:
    both = {"KAFKA_SESSION_TIMEOUT_MS", "KAFKA_HEARTBEAT_INTERVAL_MS"}
    assert any(both <= values.keys() for values in drawn(configurations(Kafka)))


def test_failure_shrinks_to_the_one_key_that_matters() -> None:
    found = find(
        configurations(Core),
        lambda values: values.get("ACCESS_TOKEN_EXPIRE_MINUTES", 0) > 9,
        settings=settings(max_examples=1000, derandomize=True, database=None),
    )
    assert found == {"ACCESS_TOKEN_EXPIRE_MINUTES": 10}


def test_default_of_a_secret_is_never_drawn_as_plain_text() -> None:
    for values in drawn(configurations(Core)):
        for key in ("SECRET_KEY", "MONGO_USER", "MONGO_PASSWORD"):
            plain = values.get(key)
            assert isinstance(plain, Secret) or plain not in ("root", "rootpassword")


FAULTS = {
    Single: {
        *("a value of another type", "below its bounds", "above its bounds", "an unknown key"),
        *("an integer of more than 64 bits", "not a finite number", "a text that is too short"),
        *("a text that is too long", "a text that its pattern does not match"),
        "a path with a NUL",
    },
    Moment: {"below its bounds", "above its bounds", "a text that is no duration"},
    Choice: {"a value of another type", "none of the choices"},
    Container: {
        *("too few items", "too many items", "a wrong item", "a name that is no text"),
        *("an item too few", "an item too many"),
    },
    Other: {
        *("an unknown field", "no field start", "a wrong field end", "a wrong item"),
        "a required key that is not set",
    },
    Kafka: {"a value that its check refuses", "not greater than KAFKA_HEARTBEAT_INTERVAL_MS"},
}


@pytest.mark.parametrize("section", FAULTS, ids=lambda section: section.__name__)
def test_every_kind_of_fault_is_drawn(section: type[Section]) -> None:
    assert {wrong.fault for wrong in drawn(misconfigurations(section))} >= FAULTS[section]


def test_section_that_no_plugin_declares_is_refused() -> None:
    class Lost(Other):
        """A section that no hook returns."""

    with pytest.raises(LookupError, match="integr8s_sections"):
        drawn(configurations(Lost), 1)
