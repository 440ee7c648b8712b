"""Kafka: the brokers, and how consumers behave."""

import operator
import re
from ipaddress import IPv6Address
from typing import Literal

from integr8s_conf import Rule, Section, hookimpl, json_schema, non_empty, rule, setting

_BROKER = r"(?:\[([0-9A-Fa-f:.]+)\]|[A-Za-z0-9._-]+):([0-9]{1,5})"
_LAST_PORT = 65535


@json_schema(pattern=f"^ *{_BROKER} *(?:, *{_BROKER} *)*$")
def _brokers(text: str) -> str | None:
    """Comma-separated host:port, an IPv6 address in brackets: [::1]:9092."""
    for broker in text.split(","):
        if not _is_broker(broker.strip(" ")):
            return f"brokers as comma-separated host:port\n{_advice(broker.strip(' '))}"
    return None


def _is_broker(text: str) -> bool:
    found = re.fullmatch(_BROKER, text)
    if found is None:
        return False
    ipv6, port = found.groups()
    return 1 <= int(port) <= _LAST_PORT and (ipv6 is None or _is_ipv6(ipv6))


def _is_ipv6(text: str) -> bool:
    try:
        IPv6Address(text)
    except ValueError:
        return False
    return True


def _advice(broker: str) -> str:
    shown = repr(broker[:80])
    if not broker.strip():
        return "name a broker, such as kafka:9092, between all commas and at both ends"
    if "://" in broker:
        return "drop the scheme in front of a broker"
    if ";" in broker or " " in broker:
        return f"put a comma between the brokers of {shown}"
    if ":" not in broker:
        return f"add the port to {shown}"
    if _is_ipv6(broker.rpartition(":")[0]):
        return f"put the IPv6 address of {shown} in brackets, such as [::1]:9092"
    return f"mend {shown}: a host, a colon, and a port of 1 to 65535"


def _at_most_a_third(heartbeat: int, session: int) -> bool:
    return 3 * heartbeat <= session


class Kafka(Section):
    """The brokers, and how consumers behave."""

    KAFKA_BOOTSTRAP_SERVERS: str = setting(
        "kafka:29092", "Broker addresses (comma-separated)", check=_brokers
    )
    ENABLE_EVENT_STREAMING: bool = setting(False, "Enable Kafka events")
    EVENT_RETENTION_DAYS: int = setting(30, "Days to retain events in MongoDB", unit="days", gt=0)
    KAFKA_CONSUMER_GROUP_ID: str = setting(
        "integr8scode-backend", "Consumer group ID", check=non_empty, distinct=True
    )
    KAFKA_AUTO_OFFSET_RESET: Literal["earliest", "latest", "none"] = setting(
        "earliest", "Where to start if no offset"
    )
    KAFKA_ENABLE_AUTO_COMMIT: bool = setting(True, "Auto-commit offsets")
    KAFKA_SESSION_TIMEOUT_MS: int = setting(
        45000, "Session timeout before rebalance", unit="milliseconds", gt=0
    )
    KAFKA_HEARTBEAT_INTERVAL_MS: int = setting(
        10000, "Heartbeat frequency", unit="milliseconds", gt=0
    )
    KAFKA_MAX_POLL_INTERVAL_MS: int = setting(
        300000, "Longest pause between polls before a rebalance", unit="milliseconds", gt=0
    )
    KAFKA_REQUEST_TIMEOUT_MS: int = setting(
        40000, "Broker request timeout", unit="milliseconds", gt=0
    )
    KAFKA_MAX_POLL_RECORDS: int = setting(500, "Max records per poll", unit="records", gt=0)
    KAFKA_GRACEFUL_TIMEOUT: float = setting(
        15.0, "How long a consumer may take to shut down", unit="seconds", ge=0
    )


@hookimpl
def integr8s_sections() -> list[type[Section]]:
    """Return the one section of this plugin."""
    return [Kafka]


@hookimpl
def integr8s_validators() -> list[Rule]:
    """Return the rules between the three intervals that decide when a consumer counts as dead."""
    return [
        rule(
            "KAFKA_SESSION_TIMEOUT_MS",
            "KAFKA_HEARTBEAT_INTERVAL_MS",
            check=operator.gt,
            wanted="greater than KAFKA_HEARTBEAT_INTERVAL_MS",
        ),
        rule(
            "KAFKA_HEARTBEAT_INTERVAL_MS",
            "KAFKA_SESSION_TIMEOUT_MS",
            check=_at_most_a_third,
            wanted="at most a third of KAFKA_SESSION_TIMEOUT_MS",
            severity="warning",
        ),
        rule(
            "KAFKA_MAX_POLL_INTERVAL_MS",
            "KAFKA_SESSION_TIMEOUT_MS",
            check=operator.ge,
            wanted="at least KAFKA_SESSION_TIMEOUT_MS",
            severity="warning",
        ),
    ]
