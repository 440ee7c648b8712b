"""Metrics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from opentelemetry.sdk.metrics import MeterProvider

if TYPE_CHECKING:
    from integr8s_conf import Settings


def set_up(settings: Settings) -> MeterProvider | None:
    """Return what measures; None where nothing is collected."""
    if not settings.OTEL_EXPORTER_OTLP_ENDPOINT:
        return None
    name = settings.OTEL_SERVICE_NAME or settings.SERVICE_NAME
    version = settings.OTEL_SERVICE_VERSION or settings.SERVICE_VERSION
    resource = {"service.name": name, "service.version": version, "host.name": settings.HOSTNAME}
    for pair in (settings.OTEL_RESOURCE_ATTRIBUTES or "").split(","):
        key, _, value = pair.partition("=")
        resource[key] = value
    return MeterProvider(resource=resource)
