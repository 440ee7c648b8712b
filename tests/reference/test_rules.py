"""Every rule of the table of keys, at its boundary: the last good value, the first bad one."""

from __future__ import annotations

import warnings
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integr8s_conf import ConfigError, ConfigWarning, Settings

from .boundaries import BOUNDARIES, OWN_BOUNDS
from .test_keys import ROWS

GOOD = [(key, value) for key, boundary in BOUNDARIES.items() for value in boundary.good]
BAD = [(key, value, edge.wanted) for key, edge in BOUNDARIES.items() for value in edge.bad]


def load(key: str, value: Any) -> Settings | ConfigError:
    try:
        return Settings(overrides={key: value})
    except ConfigError as error:
        return error


def problems_of(**overrides: Any) -> list[tuple[str | None, str]]:
    with pytest.raises(ConfigError) as refusal:
        Settings(overrides=overrides)
    return [(problem.key, problem.wanted) for problem in refusal.value.problems]


def advice_on(**overrides: Any) -> list[str]:
    """Return the keys that warnings of the framework speak of."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        Settings(overrides=overrides)
    said = [str(one.message) for one in caught if issubclass(one.category, ConfigWarning)]
    return [text.split(maxsplit=1)[0].rstrip(":") for text in said]


def test_each_rule_of_the_table_has_a_boundary() -> None:
    assert list(BOUNDARIES) == [row["key"] for row in ROWS if row["rule"]]


@pytest.mark.filterwarnings("ignore::integr8s_conf.ConfigWarning")
@pytest.mark.parametrize(("key", "value"), GOOD)
def test_value_within_the_rule_is_taken(key: str, value: Any) -> None:
    assert Settings(overrides={key: value})[key] == value


@pytest.mark.filterwarnings("ignore::integr8s_conf.ConfigWarning")
@pytest.mark.parametrize(("key", "value", "words"), BAD)
def test_value_beyond_the_rule_is_refused(key: str, value: Any, words: str) -> None:
    [(named, wanted)] = problems_of(**{key: value})
    assert named == key
    assert words in wanted


@pytest.mark.parametrize(
    ("key", "value"), [(key, value) for key, values in OWN_BOUNDS.items() for value in values]
)
def test_own_bound_holds_beside_a_rule_between_keys(key: str, value: Any) -> None:
    [(named, _)] = problems_of(**{key: value})
    assert named == key


@pytest.mark.parametrize(
    "key", ["KUBERNETES_CA_CERTIFICATE_PATH", "K8S_POD_RUNTIME_CLASS_NAME", "OTEL_SERVICE_NAME"]
)
def test_optional_key_takes_none(key: str) -> None:
    assert Settings(overrides={key: None})[key] is None


# The two rules that only advise.


def test_heartbeat_of_a_third_of_the_session_draws_no_warning() -> None:
    assert advice_on(KAFKA_HEARTBEAT_INTERVAL_MS=15000, KAFKA_SESSION_TIMEOUT_MS=45000) == []


def test_heartbeat_over_a_third_of_the_session_draws_a_warning() -> None:
    keys = advice_on(KAFKA_HEARTBEAT_INTERVAL_MS=15001, KAFKA_SESSION_TIMEOUT_MS=45000)
    assert keys == ["KAFKA_HEARTBEAT_INTERVAL_MS"]


def test_poll_interval_of_the_session_timeout_draws_no_warning() -> None:
    assert advice_on(KAFKA_MAX_POLL_INTERVAL_MS=45000, KAFKA_SESSION_TIMEOUT_MS=45000) == []


def test_poll_interval_below_the_session_timeout_draws_a_warning() -> None:
    keys = advice_on(KAFKA_MAX_POLL_INTERVAL_MS=44999, KAFKA_SESSION_TIMEOUT_MS=45000)
    assert keys == ["KAFKA_MAX_POLL_INTERVAL_MS"]


def test_hostname_of_the_container_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOSTNAME", "c0ffee")
    assert Settings().HOSTNAME == "unknown"


@pytest.mark.parametrize(
    "key",
    [
        "KAFKA_BOOTSTRAP_SERVERS",
        "RATE_LIMITS",
        "OTEL_RESOURCE_ATTRIBUTES",
        "OTLP_TRACES_ENDPOINT",
        "K8S_NAMESPACE",
    ],
)
@settings(max_examples=50)
@given(text=st.text(min_size=1) | st.text("a1:/,;[]=. \n-per minute", min_size=1))
def test_any_text_is_taken_as_it_is_or_refused(key: str, text: str) -> None:
    loaded = load(key, text)
    if isinstance(loaded, ConfigError):
        assert [problem.key for problem in loaded.problems] == [key]
    else:
        assert loaded[key] == text
