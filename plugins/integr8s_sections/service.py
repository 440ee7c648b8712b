"""What the service calls itself, and where its metrics go."""

from typing import Literal

from integr8s_conf import Section, hookimpl, http_url, json_schema, non_empty, setting

_ATTRIBUTE = " *[^=, ][^=,]*=[^,]*"


@json_schema(pattern=f"^{_ATTRIBUTE}(?:,{_ATTRIBUTE})*$")
def _attributes(text: str) -> str | None:
    """Comma-separated key=value."""
    for pair in text.split(","):
        key, equals, _ = pair.partition("=")
        if not (equals and key.strip()):
            advice = f"write {pair[:80]!r} as a key, an equals sign and a value"
            return f"attributes as comma-separated key=value\n{advice}"
    return None


class Service(Section):
    """What the service calls itself, and where its metrics go."""

    APP_URL: str = setting(
        "https://integr8scode.cc", "Public URL for notifications", check=http_url
    )
    SERVICE_NAME: str = setting("integr8scode-backend", "Service identifier", check=non_empty)
    SERVICE_VERSION: str = setting("1.0.0", "Service version", check=non_empty)
    OTEL_EXPORTER_OTLP_ENDPOINT: str | None = setting(
        None, "OTLP collector endpoint", check=http_url
    )
    OTEL_SERVICE_NAME: str | None = setting(None, "OTEL service name")
    OTEL_SERVICE_VERSION: str | None = setting(None, "OTEL service version")
    OTEL_RESOURCE_ATTRIBUTES: str | None = setting(
        None, "Additional resource attributes", check=_attributes
    )
    ENVIRONMENT: str = setting("development", "Deployment environment", check=non_empty)
    HOSTNAME: str = setting(
        "unknown",
        "Container hostname; never read from the bare HOSTNAME variable that every container sets",
    )
    DEVELOPMENT_MODE: bool = setting(False, "Development mode")
    LOG_LEVEL: Literal["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"] = setting(
        "INFO", "Log level"
    )


@hookimpl
def integr8s_sections() -> list[type[Section]]:
    """Return the one section of this plugin."""
    return [Service]
