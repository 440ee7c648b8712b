"""Addresses of web services that no client could connect to."""

from .misconfiguration import Misconfiguration

ROWS = (
    Misconfiguration(
        "host-and-port-only",
        line='OTLP_TRACES_ENDPOINT = "jaeger:4317"',
        wanted="http",
        hint="http://jaeger:4317",
    ),
    Misconfiguration(
        "domain-only",
        line='APP_URL = "integr8scode.cc"',
        wanted="http",
        hint="https://integr8scode.cc",
    ),
    Misconfiguration(
        "scheme-only", line='OTEL_EXPORTER_OTLP_ENDPOINT = "http://"', wanted=("http", "host")
    ),
    Misconfiguration(
        "port-but-no-host", line='OTLP_TRACES_ENDPOINT = "http://:4317"', wanted=("http", "host")
    ),
    Misconfiguration(
        "scheme-misspelt",
        line='OTEL_EXPORTER_OTLP_ENDPOINT = "htp://otel-collector:4317"',
        wanted="http",
    ),
    Misconfiguration(
        "scheme-of-the-protocol",
        line='OTLP_TRACES_ENDPOINT = "grpc://jaeger:4317"',
        wanted="http",
    ),
    Misconfiguration(
        "colon-forgotten", line='OTLP_TRACES_ENDPOINT = "http//jaeger:4317"', wanted="http"
    ),
    Misconfiguration(
        "one-slash", line='OTLP_TRACES_ENDPOINT = "http:/jaeger:4317"', wanted=("http", "host")
    ),
    Misconfiguration("blank-inside", line='APP_URL = "https://integr8s code.cc"', wanted="http"),
    Misconfiguration("blank-in-front", line='APP_URL = " https://integr8scode.cc"', wanted="http"),
    Misconfiguration("empty", line='APP_URL = ""', wanted="http"),
    Misconfiguration(
        "port-too-high", line='OTLP_TRACES_ENDPOINT = "http://jaeger:99999"', says="99999"
    ),
    Misconfiguration(
        "port-by-name", line='OTLP_TRACES_ENDPOINT = "http://jaeger:grpc"', says="grpc"
    ),
    Misconfiguration(
        "placeholder-not-filled-in",
        line='APP_URL = "${APP_URL}"',
        wanted="http",
        says="${APP_URL}",
    ),
    Misconfiguration(
        "collector-in-a-variable",
        env={"INTEGR8S_OTEL_EXPORTER_OTLP_ENDPOINT": "otel-collector:4317"},
        wanted="http",
        hint="http://otel-collector:4317",
    ),
    Misconfiguration(
        "endpoint-in-the-override",
        override='OTLP_TRACES_ENDPOINT = "//jaeger:4317"',
        wanted="http",
    ),
    Misconfiguration(
        "password-in-a-bad-url",
        line='OTLP_TRACES_ENDPOINT = "htp://otel:correct-horse@jaeger:4317"',
        wanted="http",
        absent="correct-horse",
    ),
    Misconfiguration(
        "path-without-a-slash",
        line='API_V1_STR = "api/v1"',
        wanted="/",
        hint="/api/v1",
    ),
    Misconfiguration(
        "other-database's-url",
        env={"INTEGR8S_MONGODB_URL": "postgres://root:correct-horse@db/integr8scode"},
        wanted="mongodb://",
        absent="correct-horse",
    ),
)
