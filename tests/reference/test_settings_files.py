"""The files in settings/ give the values that the reference documents, each of its exact type."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from integr8s_conf import Settings

FOLDER = Path(__file__).parents[2] / "settings"
WORKERS = (
    "k8s-worker",
    "pod-monitor",
    "result-processor",
    "saga-orchestrator",
    "event-replay",
    "dlq-processor",
)

# What the base file says.
BASE_FILE: dict[str, Any] = {
    "PROJECT_NAME": "integr8scode",
    "DATABASE_NAME": "integr8scode_db",
    "ALGORITHM": "HS256",
    "ACCESS_TOKEN_EXPIRE_MINUTES": 1440,
    "MONGO_HOST": "mongo",
    "MONGO_PORT": 27017,
    "MONGO_DB": "integr8scode",
    "KUBERNETES_CONFIG_PATH": "/app/kubeconfig.yaml",
    "KUBERNETES_CA_CERTIFICATE_PATH": "/app/certs/k8s-ca.pem",
    "K8S_POD_CPU_LIMIT": "1000m",
    "K8S_POD_MEMORY_LIMIT": "128Mi",
    "K8S_POD_CPU_REQUEST": "200m",
    "K8S_POD_MEMORY_REQUEST": "128Mi",
    "K8S_POD_EXECUTION_TIMEOUT": 5,
    "K8S_NAMESPACE": "integr8scode",
    "RATE_LIMITS": "100/minute",
    "SERVER_HOST": "0.0.0.0",
    "APP_URL": "https://localhost",
    "CORS_ORIGINS": [
        "https://app.integr8scode.cc",
        "https://integr8scode.cc",
        "https://localhost:5001",
        "https://127.0.0.1:5001",
        "https://localhost",
        "https://127.0.0.1",
        "https://localhost:443",
        "https://127.0.0.1:443",
    ],
    "KAFKA_BOOTSTRAP_SERVERS": "kafka:29092",
    "ENABLE_EVENT_STREAMING": True,
    "EVENT_RETENTION_DAYS": 30,
    "KAFKA_CONSUMER_GROUP_ID": "integr8scode-backend",
    "KAFKA_AUTO_OFFSET_RESET": "earliest",
    "KAFKA_ENABLE_AUTO_COMMIT": True,
    "KAFKA_SESSION_TIMEOUT_MS": 45000,
    "KAFKA_HEARTBEAT_INTERVAL_MS": 10000,
    "KAFKA_REQUEST_TIMEOUT_MS": 40000,
    "KAFKA_MAX_POLL_RECORDS": 500,
    "SSE_CONSUMER_POOL_SIZE": 10,
    "SSE_HEARTBEAT_INTERVAL": 30,
    "OTLP_TRACES_ENDPOINT": "http://jaeger:4317",
    "TRACING_SERVICE_NAME": "integr8scode-backend",
    "TRACING_SERVICE_VERSION": "1.0.0",
    "TRACING_SAMPLING_RATE": 1.0,
    "DLQ_RETRY_MAX_ATTEMPTS": 5,
    "DLQ_RETRY_BASE_DELAY_SECONDS": 60.0,
    "DLQ_RETRY_MAX_DELAY_SECONDS": 3600.0,
    "DLQ_RETENTION_DAYS": 7,
    "DLQ_WARNING_THRESHOLD": 100,
    "DLQ_CRITICAL_THRESHOLD": 1000,
    "SERVICE_NAME": "integr8scode-backend",
    "SERVICE_VERSION": "1.0.0",
    "LOG_LEVEL": "DEBUG",
    "OTEL_EXPORTER_OTLP_ENDPOINT": "http://otel-collector:4317",
    "WEB_CONCURRENCY": 2,
    "WEB_THREADS": 4,
    "WEB_TIMEOUT": 60,
    "WEB_BACKLOG": 2048,
    "BCRYPT_ROUNDS": 12,
    "REDIS_MAX_CONNECTIONS": 200,
}

# What it leaves to the defaults.
UNSAID: dict[str, Any] = {
    "API_V1_STR": "/api/v1",
    "SECRET_KEY": "CHANGE_ME_min_32_chars_long_!!!!",
    "MONGO_USER": "root",
    "MONGO_PASSWORD": "rootpassword",
    "MONGODB_URL": "mongodb://root:rootpassword@mongo:27017/integr8scode?authSource=admin",
    "K8S_POD_PRIORITY_CLASS_NAME": None,
    "K8S_POD_RUNTIME_CLASS_NAME": None,
    "KAFKA_MAX_POLL_INTERVAL_MS": 300000,
    "KAFKA_GRACEFUL_TIMEOUT": 15.0,
    "OTEL_SERVICE_NAME": None,
    "OTEL_SERVICE_VERSION": None,
    "OTEL_RESOURCE_ATTRIBUTES": None,
    "ENVIRONMENT": "development",
    "HOSTNAME": "unknown",
    "DEVELOPMENT_MODE": False,
    "SERVER_PORT": 443,
    "SSL_KEYFILE": "/app/certs/server.key",
    "SSL_CERTFILE": "/app/certs/server.crt",
    "SECURE_COOKIES": True,
    "REDIS_HOST": "redis",
    "REDIS_PORT": 6379,
    "REDIS_DB": 0,
    "REDIS_PASSWORD": "redispassword",
    "REDIS_SSL": False,
    "REDIS_DECODE_RESPONSES": True,
    "RATE_LIMIT_ENABLED": True,
    "RATE_LIMIT_DEFAULT_REQUESTS": 100,
    "RATE_LIMIT_DEFAULT_WINDOW": 60,
    "RATE_LIMIT_BURST_MULTIPLIER": 1.5,
    "RATE_LIMIT_REDIS_PREFIX": "rate_limit:",
    "RATE_LIMIT_ALGORITHM": "sliding_window",
    "NOTIF_THROTTLE_WINDOW_HOURS": 1,
    "NOTIF_THROTTLE_MAX_PER_HOUR": 5,
    "NOTIF_MAX_SCHEDULE_DAYS": 25,
}

BASE = BASE_FILE | UNSAID

# What the test file says otherwise than the base file.
TEST_FILE: dict[str, Any] = {
    "ENVIRONMENT": "test",
    "RATE_LIMITS": "99999/second",
    "RATE_LIMIT_ENABLED": False,
    "KAFKA_SESSION_TIMEOUT_MS": 6000,
    "KAFKA_HEARTBEAT_INTERVAL_MS": 2000,
    "KAFKA_REQUEST_TIMEOUT_MS": 5000,
    "KAFKA_GRACEFUL_TIMEOUT": 5.0,
    "SSE_CONSUMER_POOL_SIZE": 1,
    "LOG_LEVEL": "WARNING",
    "OTLP_TRACES_ENDPOINT": "",
    "WEB_CONCURRENCY": 1,
    "BCRYPT_ROUNDS": 4,
}
NOT_IN_TEST_FILE = {"MONGO_HOST", "MONGO_PORT", "MONGO_DB", "OTEL_EXPORTER_OTLP_ENDPOINT"}


def values(name: str, override: str | None = None) -> dict[str, Any]:
    """Return every value with its type that a file, and an override, give."""
    settings = Settings(
        FOLDER / name, FOLDER / override if override else None, env_file=None, secrets_dir=FOLDER
    )
    return typed(settings.as_dict(reveal=True))


def typed(values: dict[str, Any]) -> dict[str, Any]:
    """Return values with their types; a secret counts as a str, a frozen list as a list."""
    return {key: (kind(value), value) for key, value in values.items()}


def kind(value: object) -> type:
    return next((base for base in (list, str) if isinstance(value, base)), type(value))


def said_by(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))


def test_every_key_is_written_out_here() -> None:
    assert len(BASE) == len(BASE_FILE) + len(UNSAID) == 85


def test_base_file_gives_the_documented_values() -> None:
    assert values("config.toml") == typed(BASE)


def test_base_file_has_the_documented_keys_in_order_and_no_other() -> None:
    assert list(said_by("config.toml")) == list(BASE_FILE)


def test_test_file_gives_the_documented_values() -> None:
    expected = BASE | TEST_FILE | {"OTEL_EXPORTER_OTLP_ENDPOINT": None}
    assert values("config.test.toml") == typed(expected)


def test_test_file_differs_from_the_base_file_in_the_documented_keys_only() -> None:
    base, test = typed(said_by("config.toml")), typed(said_by("config.test.toml"))
    differing = {key for key in base | test if base.get(key) != test.get(key)}
    assert differing == TEST_FILE.keys() | NOT_IN_TEST_FILE
    assert not NOT_IN_TEST_FILE & test.keys()


@pytest.mark.parametrize("worker", WORKERS)
def test_worker_has_the_values_of_the_base_and_its_own_two(worker: str) -> None:
    own = {"TRACING_SERVICE_NAME": worker, "KAFKA_CONSUMER_GROUP_ID": worker}
    assert values("config.toml", f"config.{worker}.toml") == typed(BASE | own)


@pytest.mark.parametrize("worker", WORKERS)
def test_override_of_a_worker_sets_two_keys(worker: str) -> None:
    assert set(said_by(f"config.{worker}.toml")) == {
        "TRACING_SERVICE_NAME",
        "KAFKA_CONSUMER_GROUP_ID",
    }


def test_folder_has_the_documented_files_and_no_other() -> None:
    overrides = {f"config.{worker}.toml" for worker in WORKERS}
    found = {path.name for path in FOLDER.glob("*.toml")}
    assert found == {"config.toml", "config.test.toml"} | overrides


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.glob("*.toml")))
def test_file_holds_no_secret(name: str) -> None:
    secrets = {"SECRET_KEY", "MONGO_USER", "MONGO_PASSWORD", "REDIS_PASSWORD", "MONGODB_URL"}
    assert not secrets & said_by(name).keys()
