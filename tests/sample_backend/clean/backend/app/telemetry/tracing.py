"""Traces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.sampling import TraceIdRatioBased

from integr8s_sections.tracing import Tracing

if TYPE_CHECKING:
    from integr8s_conf import Settings


def set_up(settings: Settings) -> TracerProvider | None:
    """Return what makes traces; None where there are none."""
    tracing = settings.section(Tracing)
    if not tracing.OTLP_TRACES_ENDPOINT:
        return None
    attributes = {
        "service.name": tracing.TRACING_SERVICE_NAME,
        "service.version": tracing.TRACING_SERVICE_VERSION,
    }
    sampler = TraceIdRatioBased(tracing.TRACING_SAMPLING_RATE)
    return TracerProvider(sampler=sampler, resource=attributes)
