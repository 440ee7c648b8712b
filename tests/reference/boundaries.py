"""For each rule of the table of keys: the last good values, the first bad ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Boundary:
    """Values on either side of a rule, and words that its error must say."""

    good: Sequence[Any]
    bad: Sequence[Any]
    wanted: str


POSITIVE = Boundary([1], [0, -1], "greater than 0")
NOT_NEGATIVE = Boundary([0], [-1], "at least 0")
PORT = Boundary([1, 65535], [0, 65536], "65535")
NON_EMPTY = Boundary(["x", " x "], ["", " ", "\t\n", "\u2003"], "non-empty")
URL = Boundary(
    ["http://a", "https://a.b:65535/c", "http://[::1]:4317"],
    ["a.b", "http://", "ftp://a", "http://a:65536", "http://a:0", "http://a b", "http://a\n"],
    "http(s) URL with a host",
)
QUANTITY = Boundary(["1000Gi", "1e15"], ["0", "-1", "1B", ""], "quantity greater than 0")
LABEL = Boundary(
    ["a", "0", "a-b", "n" * 63],
    ["n" * 64, "-a", "a-", "A", "a.b", "a_b", "a\n", "ä", "-"],
    "RFC 1123",
)


def choice(*good: Any, bad: Sequence[Any]) -> Boundary:
    return Boundary(good, bad, f'"{good[-1]}"')


BOUNDARIES = {
    # core
    "PROJECT_NAME": NON_EMPTY,
    "DATABASE_NAME": NON_EMPTY,
    "API_V1_STR": Boundary(["/", "/v2"], ["", "v2", " /v2"], "starts with /"),
    "SECRET_KEY": Boundary(["k" * 32], ["k" * 31, ""], "at least 32 characters"),
    "ALGORITHM": choice("HS256", "HS384", "HS512", bad=["HS128", "hs256", "none"]),
    "ACCESS_TOKEN_EXPIRE_MINUTES": POSITIVE,
    "MONGO_HOST": NON_EMPTY,
    "MONGO_PORT": PORT,
    "MONGO_DB": NON_EMPTY,
    "MONGODB_URL": Boundary(
        ["mongodb://a", "mongodb+srv://a"], ["postgres://a", "", " mongodb://a"], "mongodb+srv://"
    ),
    # kubernetes
    "K8S_POD_CPU_LIMIT": QUANTITY,
    "K8S_POD_MEMORY_LIMIT": QUANTITY,
    "K8S_POD_CPU_REQUEST": Boundary(["1", "1000m"], ["1001m", "1.000000001"], "K8S_POD_CPU_LIMIT"),
    "K8S_POD_MEMORY_REQUEST": Boundary(
        ["128Mi", "134217728"], ["134217729", "129Mi"], "K8S_POD_MEMORY_LIMIT"
    ),
    "K8S_POD_EXECUTION_TIMEOUT": POSITIVE,
    "K8S_POD_PRIORITY_CLASS_NAME": LABEL,
    "K8S_POD_RUNTIME_CLASS_NAME": LABEL,
    "K8S_NAMESPACE": Boundary(LABEL.good, [*LABEL.bad, ""], "at most 63 characters"),
    # kafka
    "KAFKA_BOOTSTRAP_SERVERS": Boundary(
        ["a:1", "a:65535", "a:1,b:2", " a:1 , b:2 ", "[::1]:9092", "my_kafka.internal:9092"],
        [
            "",
            " ",
            "a",
            "a:",
            ":1",
            "a:0",
            "a:65536",
            "a:1,",
            "a:1;b:1",
            "::1:9092",
            "[1::2::3]:1",
            "kafka://a:1",
            "a:१",
        ],
        "host:port",
    ),
    "EVENT_RETENTION_DAYS": POSITIVE,
    "KAFKA_CONSUMER_GROUP_ID": NON_EMPTY,
    "KAFKA_AUTO_OFFSET_RESET": choice("earliest", "latest", "none", bad=["", "Latest"]),
    "KAFKA_SESSION_TIMEOUT_MS": Boundary([10001], [10000], "KAFKA_HEARTBEAT_INTERVAL_MS"),
    "KAFKA_HEARTBEAT_INTERVAL_MS": POSITIVE,
    "KAFKA_MAX_POLL_INTERVAL_MS": POSITIVE,
    "KAFKA_REQUEST_TIMEOUT_MS": POSITIVE,
    "KAFKA_MAX_POLL_RECORDS": POSITIVE,
    "KAFKA_GRACEFUL_TIMEOUT": Boundary([0, 0.0], [-0.001], "at least 0"),
    # sse
    "SSE_CONSUMER_POOL_SIZE": POSITIVE,
    "SSE_HEARTBEAT_INTERVAL": POSITIVE,
    # tracing
    "OTLP_TRACES_ENDPOINT": Boundary(["", *URL.good], [" ", *URL.bad], URL.wanted),
    "TRACING_SERVICE_NAME": NON_EMPTY,
    "TRACING_SERVICE_VERSION": NON_EMPTY,
    "TRACING_SAMPLING_RATE": Boundary([0.0, 1.0, 1], [-0.001, 1.001], "at most 1"),
    # dlq
    "DLQ_RETRY_MAX_ATTEMPTS": NOT_NEGATIVE,
    "DLQ_RETRY_BASE_DELAY_SECONDS": Boundary(
        [0.001, 3600.0], [3600.001], "at most DLQ_RETRY_MAX_DELAY_SECONDS"
    ),
    "DLQ_RETRY_MAX_DELAY_SECONDS": Boundary([60.0], [0.0, -1.0], "greater than 0"),
    "DLQ_RETENTION_DAYS": POSITIVE,
    "DLQ_WARNING_THRESHOLD": Boundary([1, 999], [1000], "less than DLQ_CRITICAL_THRESHOLD"),
    "DLQ_CRITICAL_THRESHOLD": Boundary([101], [0, -1], "greater than 0"),
    # service
    "APP_URL": Boundary(URL.good, ["", *URL.bad], URL.wanted),
    "SERVICE_NAME": NON_EMPTY,
    "SERVICE_VERSION": NON_EMPTY,
    "OTEL_EXPORTER_OTLP_ENDPOINT": URL,
    "OTEL_RESOURCE_ATTRIBUTES": Boundary(
        ["a=b", "a=b,c=d", "a=", "a=b=c"], ["a", "=b", "a=b,", "a=b,c", " =b"], "key=value"
    ),
    "ENVIRONMENT": NON_EMPTY,
    "LOG_LEVEL": choice(
        "DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL", bad=["", "info", "TRACE", "WARN"]
    ),
    # server
    "SERVER_HOST": NON_EMPTY,
    "SERVER_PORT": PORT,
    "CORS_ORIGINS": Boundary(
        [[], ["http://a"], ["https://a.b:65535", "https://[::1]"], ["app+x://a"]],
        [
            ["https://a", bad]
            for bad in (
                *("", "*", "null", "a", "a:1", "https://", "https://a/", "https://a/b"),
                *("https://a?b", "https://a#b", "https://u:p@a", "https://a:0", "https://a:65536"),
                *("https://*.a", "https://a:", "https://[1::2::3]", "https://a\n", "https://a, b"),
            )
        ],
        "scheme://host[:port] with no path",
    ),
    "WEB_CONCURRENCY": POSITIVE,
    "WEB_THREADS": POSITIVE,
    "WEB_TIMEOUT": POSITIVE,
    "WEB_BACKLOG": POSITIVE,
    "BCRYPT_ROUNDS": Boundary([4, 31], [3, 32], "at most 31"),
    # redis
    "REDIS_HOST": NON_EMPTY,
    "REDIS_PORT": PORT,
    "REDIS_DB": NOT_NEGATIVE,
    "REDIS_MAX_CONNECTIONS": POSITIVE,
    "REDIS_DECODE_RESPONSES": Boundary([True], [False], "true"),
    # rate limit
    "RATE_LIMITS": Boundary(
        [
            *(f"1/{unit}" for unit in ("second", "minute", "hour", "day", "month", "year")),
            *("5 per minute", "5/minutes", "10 per 2 minutes", "5/2 hours", "5 / Minute"),
            *("5perminute", "5/second;100/minute", "5/second ; 100 per hour"),
        ],
        [
            *("", "5", "/minute", "5/", "5 minute", "0/minute", "-5/minute", "1.5/minute"),
            *("5/week", "5/0 minutes", "5/minute;", "5/minute,6/hour", "5/minute and 6/hour"),
            *("5/second|6/hour", "5/minutess", "५/minute", "5/\u017fecond"),
        ],
        "minute",
    ),
    "RATE_LIMIT_DEFAULT_REQUESTS": POSITIVE,
    "RATE_LIMIT_DEFAULT_WINDOW": POSITIVE,
    "RATE_LIMIT_BURST_MULTIPLIER": Boundary([1, 1.0], [0.999], "at least 1"),
    "RATE_LIMIT_REDIS_PREFIX": NON_EMPTY,
    "RATE_LIMIT_ALGORITHM": choice("sliding_window", "token_bucket", bad=["sliding-window"]),
    # notifications
    "NOTIF_THROTTLE_WINDOW_HOURS": POSITIVE,
    "NOTIF_THROTTLE_MAX_PER_HOUR": POSITIVE,
    "NOTIF_MAX_SCHEDULE_DAYS": POSITIVE,
}

# The own bound of keys that a stricter rule with another key speaks for above.
OWN_BOUNDS = {
    "KAFKA_SESSION_TIMEOUT_MS": [0, -1],
    "DLQ_RETRY_BASE_DELAY_SECONDS": [0.0, -0.001],
    "DLQ_WARNING_THRESHOLD": [0, -1],
    "K8S_POD_CPU_REQUEST": ["0", "-1m", "1 m"],
    "K8S_POD_MEMORY_REQUEST": ["0Mi", "-1", "128mi"],
    "TRACING_SAMPLING_RATE": [float("nan")],
}
