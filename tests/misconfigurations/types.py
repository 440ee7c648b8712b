"""Values of the wrong type: what is found, what is wanted, and how to write it."""

from .misconfiguration import Misconfiguration

ROWS = (
    Misconfiguration(
        "integer-in-quotes",
        line='KAFKA_SESSION_TIMEOUT_MS = "45000"',
        wanted=("integer", "milliseconds"),
        hint=("drop the quotes", "KAFKA_SESSION_TIMEOUT_MS = 45000"),
    ),
    Misconfiguration(
        "float-in-quotes",
        line='TRACING_SAMPLING_RATE = "0.25"',
        wanted="number",
        hint=("drop the quotes", "TRACING_SAMPLING_RATE = 0.25"),
    ),
    Misconfiguration(
        "boolean-in-quotes",
        line='ENABLE_EVENT_STREAMING = "true"',
        wanted="true",
        hint=("drop the quotes", "ENABLE_EVENT_STREAMING = true"),
    ),
    Misconfiguration(
        "port-in-quotes-in-the-override",
        override='MONGO_PORT = "27018"',
        wanted="integer",
        hint=("drop the quotes", "MONGO_PORT = 27018"),
    ),
    Misconfiguration(
        "whole-float-for-an-integer",
        line="WEB_TIMEOUT = 60.0",
        wanted=("integer", "seconds"),
        hint="60",
    ),
    Misconfiguration(
        "fraction-for-an-integer",
        line="SSE_HEARTBEAT_INTERVAL = 2.5",
        wanted=("integer", "seconds"),
        says="2.5",
    ),
    Misconfiguration(
        "exponent-for-an-integer",
        line="KAFKA_MAX_POLL_INTERVAL_MS = 3e5",
        wanted=("integer", "milliseconds"),
        hint="300000",
    ),
    Misconfiguration(
        "boolean-for-an-integer",
        line="KAFKA_MAX_POLL_RECORDS = true",
        wanted="integer",
        says="true",
    ),
    Misconfiguration(
        "boolean-for-a-float",
        line="TRACING_SAMPLING_RATE = true",
        wanted="number",
        says="true",
    ),
    Misconfiguration(
        "one-for-a-boolean",
        line="KAFKA_ENABLE_AUTO_COMMIT = 1",
        wanted="true",
        hint="KAFKA_ENABLE_AUTO_COMMIT = true",
    ),
    Misconfiguration(
        "yes-for-a-boolean",
        line='SECURE_COOKIES = "yes"',
        wanted="true",
        hint="true",
    ),
    Misconfiguration(
        "version-without-quotes",
        line="SERVICE_VERSION = 1.0",
        wanted="string",
        hint='SERVICE_VERSION = "1.0"',
    ),
    Misconfiguration(
        "release-number-without-quotes",
        line="TRACING_SERVICE_VERSION = 17",
        wanted="string",
        hint='TRACING_SERVICE_VERSION = "17"',
    ),
    Misconfiguration(
        "release-date-without-quotes",
        line="SERVICE_VERSION = 2026-09-24",
        wanted="string",
        hint='"2026-09-24"',
    ),
    Misconfiguration(
        "cpu-without-quotes",
        line="K8S_POD_CPU_LIMIT = 1",
        wanted="string",
        hint='K8S_POD_CPU_LIMIT = "1"',
    ),
    Misconfiguration(
        "false-for-no-certificate",
        line="KUBERNETES_CA_CERTIFICATE_PATH = false",
        wanted="string",
        says="false",
    ),
    Misconfiguration(
        "list-for-comma-separated-text",
        line='KAFKA_BOOTSTRAP_SERVERS = ["kafka-1:29092", "kafka-2:29092"]',
        wanted="string",
        says="list",
    ),
    Misconfiguration(
        "text-for-a-list",
        line='CORS_ORIGINS = "https://localhost:5001"',
        wanted="list",
        hint='["https://localhost:5001"]',
    ),
    Misconfiguration(
        "comma-separated-text-for-a-list",
        line='CORS_ORIGINS = "https://localhost, https://127.0.0.1"',
        wanted="list",
        hint="[",
    ),
    Misconfiguration(
        "number-in-a-list-of-texts",
        line='CORS_ORIGINS = ["https://localhost", 443]',
        wanted="string",
        says="443",
    ),
    Misconfiguration(
        "list-of-one-number",
        line="WEB_CONCURRENCY = [2]",
        wanted="integer",
        says="list",
    ),
    Misconfiguration(
        "table-for-a-text",
        line='SERVER_HOST = { bind = "0.0.0.0" }',
        wanted="string",
        says="table",
    ),
    Misconfiguration(
        "date-for-a-number-of-days",
        line="EVENT_RETENTION_DAYS = 2026-12-31",
        wanted=("integer", "days"),
        says="date",
    ),
    Misconfiguration(
        "clock-time-for-a-number-of-seconds",
        line="WEB_TIMEOUT = 00:01:00",
        wanted=("integer", "seconds"),
        says="time",
    ),
    Misconfiguration(
        "secret-without-quotes",
        line="MONGO_PASSWORD = 8675309",
        wanted="string",
        absent="8675309",
    ),
)
