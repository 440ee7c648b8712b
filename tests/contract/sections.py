"""The eleven sections of the reference deployment."""

from __future__ import annotations

from integr8s_sections.core import Core
from integr8s_sections.dlq import Dlq
from integr8s_sections.kafka import Kafka
from integr8s_sections.kubernetes import Kubernetes
from integr8s_sections.notifications import Notifications
from integr8s_sections.rate_limit import RateLimit
from integr8s_sections.redis import Redis
from integr8s_sections.server import Server
from integr8s_sections.service import Service
from integr8s_sections.sse import Sse
from integr8s_sections.tracing import Tracing

SECTIONS = [
    *(Core, Dlq, Kafka, Kubernetes, Notifications, RateLimit, Redis, Server, Service, Sse, Tracing)
]
