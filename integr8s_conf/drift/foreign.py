"""Variables that another program reads beside our key of the same name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..diagnostic import Diagnostic
from ..problems import Problem
from ..sources.variables import PREFIX

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..manifests.manifest import Variable
    from .deployed import Deployed
    from .process import Process

PROGRAMS: Mapping[str, str] = {
    "FORWARDED_ALLOW_IPS": "gunicorn and uvicorn",
    "HOSTNAME": "the container's runtime and shells",
    "HTTP_PROXY": "most HTTP clients",
    "HTTPS_PROXY": "most HTTP clients",
    "KUBECONFIG": "kubectl and clients of Kubernetes",
    "LANG": "the C library",
    "NO_PROXY": "most HTTP clients",
    "OTEL_EXPORTER_OTLP_ENDPOINT": "OpenTelemetry's SDK",
    "OTEL_EXPORTER_OTLP_HEADERS": "OpenTelemetry's SDK",
    "OTEL_EXPORTER_OTLP_PROTOCOL": "OpenTelemetry's SDK",
    "OTEL_RESOURCE_ATTRIBUTES": "OpenTelemetry's SDK",
    "OTEL_SDK_DISABLED": "OpenTelemetry's SDK",
    "OTEL_SERVICE_NAME": "OpenTelemetry's SDK",
    "OTEL_TRACES_SAMPLER": "OpenTelemetry's SDK",
    "OTEL_TRACES_SAMPLER_ARG": "OpenTelemetry's SDK",
    "PORT": "gunicorn, for its address",
    "SENTRY_DSN": "Sentry's SDK",
    "SENTRY_ENVIRONMENT": "Sentry's SDK",
    "SSL_CERT_FILE": "OpenSSL",
    "TZ": "the C library",
    "WEB_CONCURRENCY": "gunicorn and uvicorn, for the number of their workers",
}
"""Variables that well-known programs read by these names -> which ones."""


def foreign(process: Process, deployed: Deployed) -> Iterator[Diagnostic]:
    """Yield the variables that set another program, and leave our key of that name as it is."""
    for name, programs in PROGRAMS.items():
        one = process.by_name.get(name)
        is_key = name in deployed.catalogue.keys and name not in deployed.catalogue.secrets
        if one and is_key and not _agrees(one, process, deployed):
            yield _diagnostic(one, programs, deployed)


def _agrees(one: Variable, process: Process, deployed: Deployed) -> bool:
    """Tell whether the key has the value that the other program reads."""
    own = process.by_name.get(f"{PREFIX}{one.name}")
    if own:
        return (own.supply, own.value, own.source) == (one.supply, one.value, one.source)
    if one.supply != "literal" or one.value is None:
        return False
    run = process.run_of(deployed)
    if not process.base_is_known:
        return True
    return one.name in run.values and deployed.typed(one.name, one.value) == run.values[one.name]


def _diagnostic(one: Variable, programs: str, deployed: Deployed) -> Diagnostic:
    problem = Problem(
        one.name,
        f"{one.name} is read by {programs}, and not for our key",
        "one value for both",
        one.origin,
        f"give {PREFIX}{one.name} the same value, or leave it to one of the two",
        related=((one.name, deployed.main.origin(one.name)),),
    )
    return Diagnostic("foreign-variable", "warning", problem)
