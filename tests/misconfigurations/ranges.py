"""Numbers of the right type that are too small, too large, or no numbers at all."""

from .misconfiguration import Misconfiguration

ROWS = (
    Misconfiguration("port-zero", line="MONGO_PORT = 0", wanted=("1", "65535")),
    Misconfiguration("port-of-five-big-digits", line="MONGO_PORT = 70000", wanted="65535"),
    Misconfiguration("port-just-too-high", line="SERVER_PORT = 65536", wanted="65535"),
    Misconfiguration("port-with-a-dash", line="REDIS_PORT = -6379", wanted=("1", "65535")),
    Misconfiguration("sampling-above-one", line="TRACING_SAMPLING_RATE = 1.5", wanted="1"),
    Misconfiguration("sampling-in-percent", line="TRACING_SAMPLING_RATE = 10", wanted="1"),
    Misconfiguration("sampling-below-zero", line="TRACING_SAMPLING_RATE = -0.1", wanted="0"),
    Misconfiguration("bcrypt-too-fast", line="BCRYPT_ROUNDS = 3", wanted=("4", "31")),
    Misconfiguration("bcrypt-too-slow", line="BCRYPT_ROUNDS = 40", wanted=("4", "31")),
    Misconfiguration("burst-below-limit", line="RATE_LIMIT_BURST_MULTIPLIER = 0.5", wanted="1"),
    Misconfiguration("no-workers", line="WEB_CONCURRENCY = 0", wanted="greater than 0"),
    Misconfiguration("negative-threads", line="WEB_THREADS = -1", wanted="greater than 0"),
    Misconfiguration("backlog-unlimited", line="WEB_BACKLOG = -1", wanted="greater than 0"),
    Misconfiguration(
        "token-that-never-lives",
        line="ACCESS_TOKEN_EXPIRE_MINUTES = 0",
        wanted=("greater than 0", "minutes"),
    ),
    Misconfiguration(
        "zero-for-no-timeout",
        line="K8S_POD_EXECUTION_TIMEOUT = 0",
        wanted=("greater than 0", "seconds"),
    ),
    Misconfiguration(
        "zero-for-keep-forever",
        line="EVENT_RETENTION_DAYS = 0",
        wanted=("greater than 0", "days"),
    ),
    Misconfiguration(
        "minus-one-for-retry-forever",
        line="DLQ_RETRY_MAX_ATTEMPTS = -1",
        wanted="0",
    ),
    Misconfiguration(
        "no-delay-at-all",
        line="DLQ_RETRY_BASE_DELAY_SECONDS = 0.0",
        wanted=("greater than 0", "seconds"),
    ),
    Misconfiguration(
        "negative-grace",
        line="KAFKA_GRACEFUL_TIMEOUT = -0.5",
        wanted=("0", "seconds"),
    ),
    Misconfiguration("negative-database", line="REDIS_DB = -1", wanted="0"),
    Misconfiguration(
        "pool-of-nothing-in-the-override",
        override="SSE_CONSUMER_POOL_SIZE = 0",
        wanted="greater than 0",
    ),
    Misconfiguration(
        "throttled-to-nothing",
        line="NOTIF_THROTTLE_MAX_PER_HOUR = 0",
        wanted="greater than 0",
    ),
    Misconfiguration(
        "bytes-from-redis",
        line="REDIS_DECODE_RESPONSES = false",
        wanted="true",
        hint="true",
    ),
    Misconfiguration("infinity", line="DLQ_RETRY_MAX_DELAY_SECONDS = inf", says="inf"),
    Misconfiguration("minus-infinity", line="KAFKA_GRACEFUL_TIMEOUT = -inf", says="-inf"),
    Misconfiguration("not-a-number", line="TRACING_SAMPLING_RATE = nan", says="nan"),
    Misconfiguration(
        "infinity-in-a-variable",
        env={"INTEGR8S_DLQ_RETRY_MAX_DELAY_SECONDS": "Infinity"},
        says="Infinity",
    ),
    Misconfiguration(
        "beyond-64-bits",
        line="KAFKA_MAX_POLL_RECORDS = 9223372036854775808",
        says="64",
    ),
    Misconfiguration(
        "beyond-64-bits-in-a-variable",
        env={"INTEGR8S_REDIS_DB": "18446744073709551616"},
        says="64",
    ),
    Misconfiguration(
        "port-out-of-range-in-a-variable",
        env={"INTEGR8S_SERVER_PORT": "0"},
        wanted=("1", "65535"),
    ),
)
