"""Numbers with a unit behind them, where the key has the unit already."""

from .misconfiguration import Misconfiguration

ROWS = (
    Misconfiguration(
        "seconds-for-milliseconds",
        line='KAFKA_SESSION_TIMEOUT_MS = "45s"',
        wanted=("integer", "milliseconds"),
        says="45s",
    ),
    Misconfiguration(
        "milliseconds-spelt-out",
        line='KAFKA_REQUEST_TIMEOUT_MS = "40_000ms"',
        wanted=("integer", "milliseconds"),
        says="40_000ms",
    ),
    Misconfiguration(
        "seconds-spelt-out",
        line='SSE_HEARTBEAT_INTERVAL = "30s"',
        wanted=("integer", "seconds"),
        says="30s",
    ),
    Misconfiguration(
        "minutes-for-seconds",
        line='K8S_POD_EXECUTION_TIMEOUT = "5m"',
        wanted=("integer", "seconds"),
        says="5m",
    ),
    Misconfiguration(
        "hours-for-minutes",
        line='ACCESS_TOKEN_EXPIRE_MINUTES = "24h"',
        wanted=("integer", "minutes"),
        says="24h",
    ),
    Misconfiguration(
        "days-spelt-out",
        line='EVENT_RETENTION_DAYS = "30 days"',
        wanted=("integer", "days"),
        says="30 days",
    ),
    Misconfiguration(
        "iso-duration",
        line='NOTIF_THROTTLE_WINDOW_HOURS = "PT1H"',
        wanted=("integer", "hours"),
        says="PT1H",
    ),
    Misconfiguration(
        "minutes-for-a-float-of-seconds",
        line='DLQ_RETRY_BASE_DELAY_SECONDS = "1m"',
        wanted=("number", "seconds"),
        says="1m",
    ),
    Misconfiguration(
        "percent",
        line='TRACING_SAMPLING_RATE = "10%"',
        wanted="number",
        says="10%",
    ),
    Misconfiguration(
        "thousands-with-a-comma",
        line='KAFKA_HEARTBEAT_INTERVAL_MS = "10,000"',
        wanted=("integer", "milliseconds"),
        says="10,000",
    ),
    Misconfiguration(
        "seconds-in-a-variable",
        env={"INTEGR8S_WEB_TIMEOUT": "60s"},
        wanted=("integer", "seconds"),
        says="60s",
    ),
)
