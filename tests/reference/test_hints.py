"""The hint on a text that breaks a notation says which part of it to mend, and how."""

from __future__ import annotations

from typing import Any

import pytest

from integr8s_conf import ConfigError, Settings

HINTS = [
    ("API_V1_STR", "api/v1", "'/api/v1'"),
    ("K8S_POD_MEMORY_LIMIT", "128MB", "128M?"),
    ("K8S_POD_MEMORY_LIMIT", "1Gb", "1G?"),
    ("K8S_POD_MEMORY_LIMIT", "128mi", "128Mi?"),
    ("K8S_POD_MEMORY_LIMIT", "128K", "128k?"),
    ("K8S_POD_MEMORY_LIMIT", "1 Gi", "1Gi"),
    ("K8S_POD_CPU_LIMIT", "1000 m", "1000m"),
    ("K8S_POD_CPU_LIMIT", "two", "n u m k M G T P E"),
    ("K8S_NAMESPACE", "Integr8s_Code ", "integr8s-code?"),
    ("K8S_NAMESPACE", "-integr8s.code-", "integr8s-code?"),
    ("K8S_NAMESPACE", "n" * 64, "a-z, 0-9"),
    ("KAFKA_BOOTSTRAP_SERVERS", "a:1,b", "add the port to 'b'"),
    ("KAFKA_BOOTSTRAP_SERVERS", "a:1,,b:1", "between all commas"),
    ("KAFKA_BOOTSTRAP_SERVERS", "a:1;b:1", "put a comma between"),
    ("KAFKA_BOOTSTRAP_SERVERS", "a:1 b:1", "put a comma between"),
    ("KAFKA_BOOTSTRAP_SERVERS", "PLAINTEXT://a:1", "drop the scheme"),
    ("KAFKA_BOOTSTRAP_SERVERS", "::1:9092", "brackets"),
    ("KAFKA_BOOTSTRAP_SERVERS", "a:1,b:x", "mend 'b:x'"),
    ("OTLP_TRACES_ENDPOINT", "jaeger:4317", "http://jaeger:4317"),
    ("APP_URL", "integr8scode.cc", "https://integr8scode.cc"),
    ("OTEL_RESOURCE_ATTRIBUTES", "a=b,tier:backend", "'tier:backend'"),
    ("CORS_ORIGINS", ["https://a", "https://b:1/c"], "'https://b:1'"),
    ("CORS_ORIGINS", ["localhost:5001"], "'https://localhost:5001'"),
    ("CORS_ORIGINS", ["*"], "no wildcards"),
    ("CORS_ORIGINS", ["https://a,https://b"], "a text for each origin"),
    ("CORS_ORIGINS", ["https://a:b"], "mend 'https://a:b'"),
    ("RATE_LIMITS", "5/second and 100/minute", "with ;"),
    ("RATE_LIMITS", "5/second,100/minute", "with ;"),
    ("RATE_LIMITS", "100/minute;1000", "not '1000'"),
]


def problem_text(key: str, value: Any) -> tuple[str, str]:
    with pytest.raises(ConfigError) as refusal:
        Settings(overrides={key: value})
    [problem] = refusal.value.problems
    return problem.hint, str(problem)


@pytest.mark.parametrize(("key", "value", "words"), HINTS)
def test_hint_says_what_to_mend(key: str, value: Any, words: str) -> None:
    hint, _ = problem_text(key, value)
    assert words in hint


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("APP_URL", "htp://otel:correct-horse@a"),
        ("CORS_ORIGINS", ["https://otel:correct-horse@a"]),
        ("KAFKA_BOOTSTRAP_SERVERS", "sasl://otel:correct-horse@a:1"),
        ("MONGODB_URL", "postgres://otel:correct-horse@a"),
    ],
)
def test_password_in_a_bad_address_is_not_shown(key: str, value: Any) -> None:
    _, text = problem_text(key, value)
    assert "correct-horse" not in text


@pytest.mark.parametrize(
    "key", ["KAFKA_BOOTSTRAP_SERVERS", "RATE_LIMITS", "OTEL_RESOURCE_ATTRIBUTES", "API_V1_STR"]
)
def test_hint_on_a_huge_text_is_short(key: str) -> None:
    hint, _ = problem_text(key, "x" * 100_000)
    assert len(hint) < 200


@pytest.mark.parametrize(
    ("key", "value"),
    [("KAFKA_BOOTSTRAP_SERVERS", "a\x1b[31m\n:1"), ("CORS_ORIGINS", ["https://a\x1b[31m"])],
)
def test_hint_escapes_control_characters(key: str, value: Any) -> None:
    hint, _ = problem_text(key, value)
    assert hint.isprintable()
