"""``explain`` says every layer that spoke of a key, the winner, and what it was computed from."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from integr8s_conf import ConfigWarning, Explanation, Settings

if TYPE_CHECKING:
    from ..conftest import Stranger, Write


def test_key_of_base_and_override(write: Write) -> None:
    write("config.toml", "\nREDIS_DB = 1\n")
    write("config.worker.toml", "REDIS_DB = 2\n")
    explanation = Settings(override_path="config.worker.toml").explain("REDIS_DB")
    layers = [(layer.value, str(layer.origin), layer.wins) for layer in explanation.layers]
    assert layers == [
        ("2", "config.worker.toml:1", True),
        ("1", "config.toml:2", False),
        ("0", "default of section Redis", False),
    ]


def test_tree_of_base_and_override(write: Write) -> None:
    write("config.toml", "\nREDIS_DB = 1\n")
    write("config.worker.toml", "REDIS_DB = 2\n")
    lines = str(Settings(override_path="config.worker.toml").explain("REDIS_DB")).splitlines()
    assert lines[0] == "REDIS_DB = 2"
    assert lines[1] == "├── Redis database number"
    assert lines[2] == "├── type int"
    assert lines[3] == "├── wanted: an integer at least 0"
    assert lines[4].startswith("├── section Redis of plugin redis (")
    assert lines[5:] == [
        "├── wins: 2   config.worker.toml:1",
        "├── shadowed: 1   config.toml:2",
        "└── shadowed: 0   default of section Redis",
    ]


def test_all_that_is_declared_of_the_key(loaded: Settings) -> None:
    explanation = loaded.explain("KAFKA_SESSION_TIMEOUT_MS")
    assert (explanation.key, explanation.value) == ("KAFKA_SESSION_TIMEOUT_MS", "45000")
    assert explanation.wanted.startswith("an integer number of milliseconds")
    assert (explanation.type, explanation.unit) == ("int", "milliseconds")
    assert explanation.rules == ("greater than 0", "greater than KAFKA_HEARTBEAT_INTERVAL_MS")
    assert explanation.description == "Session timeout before rebalance"
    assert (explanation.section, explanation.plugin) == ("Kafka", "kafka")
    assert explanation.distribution.startswith("integr8s-conf ")
    assert explanation.secret is False


def test_key_may_be_in_lower_case(loaded: Settings) -> None:
    assert loaded.explain("redis_db") == loaded.explain("REDIS_DB")


def test_number_that_python_does_not_spell_is_shown_by_its_kind(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("config.toml", f"REDIS_DB = 0x{'f' * 5000}")
    monkeypatch.setenv("INTEGR8S_REDIS_DB", "3")
    layers = Settings().explain("REDIS_DB").layers
    assert [layer.value for layer in layers] == ['"3"', "an integer", "0"]


def test_explanation_is_frozen(loaded: Settings) -> None:
    explanation = loaded.explain("REDIS_DB")
    assert isinstance(explanation, Explanation)
    with pytest.raises(dataclasses.FrozenInstanceError):
        explanation.value = "1"  # type: ignore[misc]


# Secrets.


def test_secret_is_masked_in_every_layer(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write("config.toml", 'REDIS_PASSWORD = "hunter1"')
    monkeypatch.setenv("REDIS_PASSWORD", "hunter2")
    with pytest.warns(ConfigWarning):
        loaded = Settings()
    explanation = loaded.explain("REDIS_PASSWORD")
    assert explanation.secret
    assert [layer.value for layer in explanation.layers] == 3 * ["********"]
    assert "hunter" not in str(explanation) + repr(explanation)
    assert "redispassword" not in str(explanation) + repr(explanation)


def test_password_of_a_url_is_masked(write: Write) -> None:
    write("config.toml", 'APP_URL = "https://me:hunter2@host/"')
    explanation = Settings().explain("APP_URL")
    assert explanation.value == '"https://********@host/"'
    assert "hunter2" not in str(explanation) + repr(explanation)


# Computed values.


def test_computed_value_shows_what_it_was_made_of(loaded: Settings) -> None:
    explanation = loaded.explain("MONGODB_URL")
    assert [part.key for part in explanation.inputs] == [
        "MONGO_USER",
        "MONGO_PASSWORD",
        "MONGO_HOST",
        "MONGO_PORT",
        "MONGO_DB",
    ]
    assert (explanation.secret, explanation.value) == (True, "********")
    assert [layer.origin.layer for layer in explanation.layers] == ["computed"]


def test_tree_of_a_computed_value_holds_the_trees_of_its_inputs(write: Write) -> None:
    write("config.toml", 'MONGO_HOST = "db"')
    tree = str(Settings().explain("MONGODB_URL"))
    assert '├── MONGO_HOST = "db"' in tree
    assert '│   ├── wins: "db"   config.toml:1' in tree
    assert "rootpassword" not in tree


def test_inputs_of_inputs_are_shown(mail: None) -> None:
    explanation = Settings().explain("MAIL_LOGIN")
    assert [part.key for part in explanation.inputs] == ["MAIL_TOKEN", "MAIL_ADDRESS"]
    assert [part.key for part in explanation.inputs[1].inputs] == ["MAIL_HOST", "MAIL_PORT"]


def test_computed_value_that_is_set_explicitly_has_no_inputs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("MONGODB_URL", "mongodb://elsewhere")
    explanation = Settings().explain("MONGODB_URL")
    assert explanation.inputs == ()
    assert str(explanation.layers[0].origin) == "environment variable MONGODB_URL"
    assert "wins: ********   environment variable MONGODB_URL" in str(explanation)


# Rules.


def test_rule_between_keys_is_part_of_what_is_wanted(loaded: Settings) -> None:
    wanted = loaded.explain("KAFKA_SESSION_TIMEOUT_MS").wanted
    assert wanted.endswith("milliseconds greater than KAFKA_HEARTBEAT_INTERVAL_MS")


def test_rule_of_a_key_that_nobody_declares_is_shown_as_skipped(stranger: Stranger) -> None:
    stranger(
        """
        from integr8s_conf import hookimpl, rule

        @hookimpl
        def integr8s_validators():
            return [rule("REDIS_DB", "FAX_DB", check=lambda a, b: False, wanted="below FAX_DB")]
        """
    )
    explanation = Settings().explain("REDIS_DB")
    [skipped] = explanation.skipped_rules
    assert "below FAX_DB" in skipped
    assert "no loaded plugin declares FAX_DB" in skipped
    assert "skipped: " in str(explanation)
