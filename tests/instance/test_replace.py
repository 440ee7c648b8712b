"""``replace`` gives a new, validated instance; what is computed follows, and nothing is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from integr8s_conf import ConfigError, ConfigWarning, Settings

if TYPE_CHECKING:
    from pathlib import Path

    from ..conftest import Stranger, Write


def test_replaced_value_is_the_new_one(loaded: Settings) -> None:
    assert loaded.replace(REDIS_DB=3).REDIS_DB == 3


def test_original_is_untouched(loaded: Settings) -> None:
    loaded.replace(REDIS_DB=3)
    assert loaded.REDIS_DB == 0


def test_other_values_stay(loaded: Settings) -> None:
    changed = loaded.replace(REDIS_DB=3).as_dict(reveal=True)
    assert changed == {**loaded.as_dict(reveal=True), "REDIS_DB": 3}


def test_replace_of_nothing_is_a_new_instance_of_the_same_values(loaded: Settings) -> None:
    same = loaded.replace()
    assert same is not loaded
    assert same.as_dict(reveal=True) == loaded.as_dict(reveal=True)


def test_replaced_values_add_up(loaded: Settings) -> None:
    changed = loaded.replace(REDIS_DB=3).replace(REDIS_PORT=7000)
    assert (changed.REDIS_DB, changed.REDIS_PORT) == (3, 7000)


def test_overrides_stay_beneath_what_is_replaced() -> None:
    changed = Settings(overrides={"REDIS_DB": 3, "REDIS_PORT": 7000}).replace(REDIS_DB=4)
    assert (changed.REDIS_DB, changed.REDIS_PORT) == (4, 7000)


def test_computed_value_follows(loaded: Settings) -> None:
    changed = loaded.replace(MONGO_HOST="db", MONGO_PASSWORD="p@ss")
    assert changed.MONGODB_URL == "mongodb://root:p%40ss@db:27017/integr8scode?authSource=admin"


def test_computed_value_that_was_set_explicitly_does_not_follow() -> None:
    explicit = Settings(overrides={"MONGODB_URL": "mongodb://elsewhere"})
    assert explicit.replace(MONGO_HOST="db").MONGODB_URL == "mongodb://elsewhere"


def test_computed_value_may_be_replaced(loaded: Settings) -> None:
    changed = loaded.replace(MONGODB_URL="mongodb://elsewhere")
    assert changed.MONGODB_URL == "mongodb://elsewhere"


def test_origin_of_a_replaced_value_is_the_overrides(loaded: Settings) -> None:
    assert str(loaded.replace(REDIS_DB=3).explain("REDIS_DB").layers[0].origin) == "overrides"


def test_section_of_the_new_instance_has_the_new_value(loaded: Settings) -> None:
    from integr8s_sections.redis import Redis

    before = loaded.section(Redis)
    assert loaded.replace(REDIS_DB=3).section(Redis).REDIS_DB == 3
    assert before.REDIS_DB == 0


# It validates.


def test_value_of_another_type_is_refused(loaded: Settings) -> None:
    with pytest.raises(ConfigError) as refusal:
        loaded.replace(REDIS_DB="3")
    [problem] = refusal.value.problems
    assert (problem.key, problem.wanted) == ("REDIS_DB", "an integer at least 0")


def test_rule_between_keys_is_judged_anew(loaded: Settings) -> None:
    with pytest.raises(ConfigError) as refusal:
        loaded.replace(KAFKA_SESSION_TIMEOUT_MS=5000)
    [problem] = refusal.value.problems
    assert problem.key == "KAFKA_SESSION_TIMEOUT_MS"
    assert problem.wanted.endswith("greater than KAFKA_HEARTBEAT_INTERVAL_MS")


def test_production_is_judged_anew(loaded: Settings) -> None:
    with pytest.raises(ConfigError, match="the development default"):
        loaded.replace(ENVIRONMENT="production")


@pytest.mark.parametrize("name", ["REDIS_DBB", "redis_db"])
def test_unknown_key_is_a_problem(name: str, loaded: Settings) -> None:
    with pytest.raises(ConfigError) as refusal:
        loaded.replace(**{name: 3})
    [problem] = refusal.value.problems
    assert (problem.key, problem.found) == (name, "an unknown key")
    assert problem.hint == "did you mean REDIS_DB?"


def test_all_problems_are_found_in_one_go(loaded: Settings) -> None:
    with pytest.raises(ConfigError) as refusal:
        loaded.replace(REDIS_DB=-1, REDIS_PORT=0, UNHEARD_OF=1)
    keys = {problem.key for problem in refusal.value.problems}
    assert keys == {"REDIS_DB", "REDIS_PORT", "UNHEARD_OF"}


def test_refused_secret_is_masked(loaded: Settings) -> None:
    with pytest.raises(ConfigError) as refusal:
        loaded.replace(SECRET_KEY="hunter2")
    assert "hunter2" not in str(refusal.value)


def test_former_name_of_a_key_is_taken_with_a_warning(stranger: Stranger) -> None:
    stranger(
        """
        from integr8s_conf import Section, hookimpl, setting

        class Mail(Section):
            MAIL_HOST: str = setting("localhost", renamed_from="SMTP_HOST")

        @hookimpl
        def integr8s_sections():
            return [Mail]
        """
    )
    loaded = Settings(overrides={"MAIL_HOST": "a"})
    with pytest.warns(ConfigWarning, match="rename SMTP_HOST to MAIL_HOST"):
        changed = loaded.replace(SMTP_HOST="b")
    assert changed.MAIL_HOST == "b"


# It reads nothing.


def test_files_and_variables_are_not_read_again(
    write: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write("config.toml", "REDIS_DB = 3")
    write(".env", "INTEGR8S_REDIS_PORT=7000")
    monkeypatch.setenv("REDIS_PASSWORD", "hunter2")
    loaded = Settings()
    (tmp_path / "config.toml").unlink()
    (tmp_path / ".env").unlink()
    monkeypatch.delenv("REDIS_PASSWORD")
    changed = loaded.replace(REDIS_HOST="r")
    assert (changed.REDIS_DB, changed.REDIS_PORT, changed.REDIS_PASSWORD) == (3, 7000, "hunter2")


def test_env_file_has_no_say_any_more_where_production_is_put_in(write: Write) -> None:
    write(".env", "INTEGR8S_REDIS_DB=4")
    secrets = {"SECRET_KEY": "k" * 32, "MONGO_USER": "u"}
    secrets |= {"MONGO_PASSWORD": "correct horse", "REDIS_PASSWORD": "battery staple"}
    loaded = Settings(overrides=secrets)
    assert loaded.REDIS_DB == 4
    assert loaded.replace(ENVIRONMENT="production").REDIS_DB == 0


# Warnings.


def test_warning_of_the_original_is_not_given_again(write: Write) -> None:
    write("config.toml", 'REDIS_PASSWORD = "hunter2"')
    with pytest.warns(ConfigWarning):
        loaded = Settings()
    assert loaded.replace(REDIS_DB=3).REDIS_DB == 3


def test_new_warning_is_given(loaded: Settings) -> None:
    with pytest.warns(ConfigWarning, match="KAFKA_MAX_POLL_INTERVAL_MS"):
        loaded.replace(KAFKA_MAX_POLL_INTERVAL_MS=44999)
