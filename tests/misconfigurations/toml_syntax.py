"""Text that is no TOML: file, line and column are named, the line is shown."""

from typing import Any

from .misconfiguration import Misconfiguration, base, override


def broken(name: str, line: str, **more: Any) -> Misconfiguration:
    """Return the row of one broken line, in the place of its key's line or at the end."""
    return Misconfiguration(name, line=line, where=base(line), column=True, **more)


def broken_instead(name: str, key: str, line: str, **more: Any) -> Misconfiguration:
    """Return the row of a broken line, from which its key can't be read, in the place of it."""
    return Misconfiguration(name, replace={key: line}, where=base(line), column=True, **more)


ROWS = (
    broken("quote-not-closed", 'MONGO_HOST = "mongo', says='MONGO_HOST = "mongo'),
    broken("quotes-forgotten", "MONGO_HOST = mongo", says="MONGO_HOST = mongo", hint="quote"),
    broken("address-without-quotes", "SERVER_HOST = 0.0.0.0", says="SERVER_HOST = 0.0.0.0"),
    broken(
        "url-without-quotes",
        "OTLP_TRACES_ENDPOINT = http://jaeger:4317",
        says="http://jaeger:4317",
        hint="quote",
    ),
    broken("quotes-of-two-kinds", "MONGO_HOST = 'mongo\"", says="MONGO_HOST = 'mongo\""),
    broken("quotes-of-a-word-processor", "MONGO_HOST = “mongo”", says="“mongo”"),
    broken_instead("equals-sign-missing", "WEB_THREADS", "WEB_THREADS 4"),
    broken("equals-sign-doubled", "WEB_THREADS == 4", says="WEB_THREADS == 4"),
    broken_instead("colon-as-in-yaml", "WEB_THREADS", "WEB_THREADS: 4"),
    broken_instead("export-as-in-a-shell", "WEB_THREADS", "export WEB_THREADS=4"),
    broken_instead("comment-as-in-c", "WEB_THREADS", "// threads per worker"),
    broken("comma-as-in-json", "KAFKA_MAX_POLL_RECORDS = 500,", says="500,"),
    broken("semicolon-as-in-c", "WEB_TIMEOUT = 60;", says="60;"),
    broken("true-as-in-python", "ENABLE_EVENT_STREAMING = True", says="True", hint="true"),
    broken("none-as-in-python", "OTEL_SERVICE_NAME = None", says="None"),
    broken("null-as-in-json", "OTEL_SERVICE_NAME = null", says="null"),
    broken("yes-as-in-yaml", "SECURE_COOKIES = yes", says="yes"),
    broken("value-missing", "WEB_TIMEOUT ="),
    broken("value-commented-out", "WEB_TIMEOUT = # 60"),
    broken("leading-zero", "MONGO_PORT = 027017", says="027017"),
    broken("unit-behind-a-number", "KAFKA_REQUEST_TIMEOUT_MS = 40_000ms", says="40_000ms"),
    broken("percent-behind-a-number", "TRACING_SAMPLING_RATE = 10%", says="10%"),
    broken("decimal-comma", "RATE_LIMIT_BURST_MULTIPLIER = 1,5", says="1,5"),
    broken("number-without-a-zero", "TRACING_SAMPLING_RATE = .5", says=".5"),
    broken("thirtieth-of-february", "SERVICE_VERSION = 2026-02-30", says="2026-02-30"),
    broken(
        "path-of-windows",
        r'KUBERNETES_CONFIG_PATH = "C:\Users\kube\config"',
        says=r"C:\Users\kube\config",
    ),
    broken("second-value-behind", 'MONGO_HOST = "mongo" "mongo-2"', says="mongo-2"),
    broken("list-not-closed", 'CORS_ORIGINS = ["https://localhost"'),
    broken_instead("header-not-closed", "KAFKA_BOOTSTRAP_SERVERS", "[kafka"),
    broken("control-character", 'MONGO_HOST = "mongo\x1b[31m"', absent="\x1b"),
    Misconfiguration(
        "conflict-of-a-merge",
        replace={
            "WEB_CONCURRENCY": "<<<<<<< HEAD\nWEB_CONCURRENCY = 2\n=======\n"
            "WEB_CONCURRENCY = 8\n>>>>>>> scale-up"
        },
        where=base("<<<<<<< HEAD"),
        column=True,
        hint="conflict",
        among_others=True,
    ),
    Misconfiguration(
        "key-twice",
        append="SSE_HEARTBEAT_INTERVAL = 15",
        where=base("SSE_HEARTBEAT_INTERVAL = 15"),
        also=(base("SSE_HEARTBEAT_INTERVAL = 30"),),
        says="SSE_HEARTBEAT_INTERVAL",
        column=True,
    ),
    Misconfiguration(
        "in-the-override",
        override='TRACING_SERVICE_NAME = "saga-orchestrator"\nKAFKA_CONSUMER_GROUP_ID = saga\n',
        where=override("KAFKA_CONSUMER_GROUP_ID = saga"),
        says="KAFKA_CONSUMER_GROUP_ID = saga",
        column=True,
    ),
    # What must not be shown, even of a line that can't be read.
    broken(
        "secret-with-a-quote-not-closed",
        'MONGO_PASSWORD = "swordfish',
        says="MONGO_PASSWORD",
        absent="swordfish",
    ),
    broken("secret-without-quotes", "SECRET_KEY = swordfish-swordfish", absent="swordfish"),
    broken("misspelt-secret-without-quotes", "MONGO_PASWORD = swordfish", absent="swordfish"),
    broken("secret-with-a-colon", "MONGO_PASSWORD: swordfish", absent="swordfish"),
    broken("secret-of-several-lines", 'MONGO_PASSWORD = """swordfish', absent="swordfish"),
    Misconfiguration(
        "secret-twice",
        append='REDIS_PASSWORD = "swordfish-1"\nREDIS_PASSWORD = "swordfish-2"',
        where=base('REDIS_PASSWORD = "swordfish-2"'),
        also=(base('REDIS_PASSWORD = "swordfish-1"'),),
        absent="swordfish",
        column=True,
    ),
)
