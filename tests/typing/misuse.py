"""What type checkers must refuse: each line with an ``error:`` comment, checked by mypy."""

from integr8s_conf import Section, Settings, rule, setting, settings
from integr8s_sections.kafka import Kafka

settings.section(Kafka).KAFKA_SESION_TIMEOUT_MS  # error: attr-defined
timeout: str = settings.section(Kafka).KAFKA_SESSION_TIMEOUT_MS  # error: assignment
settings.section("kafka")  # error: arg-type
Settings(overides={})  # error: call-arg
rule("MAIL_PORT", check=lambda port: port > 0)  # error: call-arg
setting(25, "SMTP port", greater_than=0)  # error: call-arg
settings.explain(Kafka)  # error: arg-type
settings.REDIS_DB = 3  # error: attr-defined


def take(section: Section) -> None:
    take(Kafka)  # error: arg-type
