"""Consumers of Kafka."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiokafka import AIOKafkaConsumer

from integr8s_sections.kafka import Kafka

if TYPE_CHECKING:
    from integr8s_conf import Settings


def consumer(settings: Settings, *topics: str) -> AIOKafkaConsumer:
    """Return a consumer of topics."""
    kafka = settings.section(Kafka)
    return AIOKafkaConsumer(
        *topics,
        bootstrap_servers=kafka.KAFKA_BOOTSTRAP_SERVERS,
        group_id=kafka.KAFKA_CONSUMER_GROUP_ID,
        auto_offset_reset=kafka.KAFKA_AUTO_OFFSET_RESET,
        enable_auto_commit=kafka.KAFKA_ENABLE_AUTO_COMMIT,
        session_timeout_ms=kafka.KAFKA_SESSION_TIMEOUT_MS,
        heartbeat_interval_ms=kafka.KAFKA_HEARTBEAT_INTERVAL_MS,
        max_poll_interval_ms=kafka.KAFKA_MAX_POLL_INTERVAL_MS,
        request_timeout_ms=kafka.KAFKA_REQUEST_TIMEOUT_MS,
        max_poll_records=kafka.KAFKA_MAX_POLL_RECORDS,
    )


async def stop(settings: Settings, running: AIOKafkaConsumer) -> None:
    """Stop a consumer, after what it is at."""
    await running.stop(settings.get("KAFKA_GRACEFUL_TIMEOUT"))
