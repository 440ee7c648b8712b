"""Tracing with OpenTelemetry."""

from integr8s_conf import (
    Section,
    hookimpl,
    http_url,
    json_schema,
    json_schema_of,
    non_empty,
    setting,
)


@json_schema(anyOf=[{"const": ""}, json_schema_of(http_url)])
def _endpoint(text: str) -> str | None:
    """Empty, or an http(s) URL with a host."""
    said = http_url(text) if text else None
    return said and f"empty text or {said}"


class Tracing(Section):
    """Tracing with OpenTelemetry."""

    OTLP_TRACES_ENDPOINT: str = setting(
        "", "OTLP gRPC endpoint; tracing is enabled when non-empty", check=_endpoint
    )
    TRACING_SERVICE_NAME: str = setting(
        "integr8scode-backend", "Service name in traces", check=non_empty, distinct=True
    )
    TRACING_SERVICE_VERSION: str = setting("1.0.0", "Version in trace metadata", check=non_empty)
    TRACING_SAMPLING_RATE: float = setting(0.1, "Sample rate", unit="ratio", ge=0, le=1)


@hookimpl
def integr8s_sections() -> list[type[Section]]:
    """Return the one section of this plugin."""
    return [Tracing]
