"""The dead letter queue: retries, retention, and when to raise the alarm."""

import operator

from integr8s_conf import Rule, Section, hookimpl, rule, setting


class Dlq(Section):
    """The dead letter queue: retries, retention, and when to raise the alarm."""

    DLQ_RETRY_MAX_ATTEMPTS: int = setting(5, "Retries before archiving", unit="attempts", ge=0)
    DLQ_RETRY_BASE_DELAY_SECONDS: float = setting(
        60.0, "Base delay between retries", unit="seconds", gt=0
    )
    DLQ_RETRY_MAX_DELAY_SECONDS: float = setting(
        3600.0, "Max delay (backoff cap)", unit="seconds", gt=0
    )
    DLQ_RETENTION_DAYS: int = setting(7, "Days to keep DLQ messages", unit="days", gt=0)
    DLQ_WARNING_THRESHOLD: int = setting(100, "Warning alert threshold", unit="messages", gt=0)
    DLQ_CRITICAL_THRESHOLD: int = setting(1000, "Critical alert threshold", unit="messages", gt=0)


@hookimpl
def integr8s_sections() -> list[type[Section]]:
    """Return the one section of this plugin."""
    return [Dlq]


@hookimpl
def integr8s_validators() -> list[Rule]:
    """Return the rules that a base stays within its cap, and a warning comes before the alarm."""
    return [
        rule(
            "DLQ_RETRY_BASE_DELAY_SECONDS",
            "DLQ_RETRY_MAX_DELAY_SECONDS",
            check=operator.le,
            wanted="at most DLQ_RETRY_MAX_DELAY_SECONDS",
        ),
        rule(
            "DLQ_WARNING_THRESHOLD",
            "DLQ_CRITICAL_THRESHOLD",
            check=operator.lt,
            wanted="less than DLQ_CRITICAL_THRESHOLD",
        ),
    ]
