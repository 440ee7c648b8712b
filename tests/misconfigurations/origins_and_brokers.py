"""Lists of addresses: CORS origins, Kafka's brokers, and attributes as key=value."""

from .misconfiguration import Misconfiguration

ROWS = (
    Misconfiguration(
        "origin-with-a-trailing-slash",
        line='CORS_ORIGINS = ["https://localhost:5001/"]',
        wanted="scheme://host",
        says="https://localhost:5001/",
    ),
    Misconfiguration(
        "origin-with-a-path",
        line='CORS_ORIGINS = ["https://localhost", "https://localhost:5001/app"]',
        wanted="scheme://host",
        says="https://localhost:5001/app",
    ),
    Misconfiguration(
        "origin-without-a-scheme",
        line='CORS_ORIGINS = ["localhost:5001"]',
        wanted="scheme://host",
        says="localhost:5001",
    ),
    Misconfiguration("any-origin", line='CORS_ORIGINS = ["*"]', wanted="scheme://host"),
    Misconfiguration("no-origin", line='CORS_ORIGINS = [""]', wanted="scheme://host"),
    Misconfiguration(
        "two-origins-in-one-text",
        line='CORS_ORIGINS = ["https://localhost,https://127.0.0.1"]',
        wanted="scheme://host",
    ),
    Misconfiguration(
        "origin-with-a-wrong-port",
        line='CORS_ORIGINS = ["https://localhost:443443"]',
        wanted="scheme://host",
        says="443443",
    ),
    Misconfiguration(
        "origin-with-a-query",
        line='CORS_ORIGINS = ["https://localhost?debug=1"]',
        wanted="scheme://host",
    ),
    Misconfiguration(
        "origins-in-a-variable",
        env={"INTEGR8S_CORS_ORIGINS": "https://localhost,https://app.integr8scode.cc/"},
        wanted="scheme://host",
        says="https://app.integr8scode.cc/",
    ),
    Misconfiguration(
        "broker-without-a-port",
        line='KAFKA_BOOTSTRAP_SERVERS = "kafka"',
        wanted="host:port",
    ),
    Misconfiguration(
        "second-broker-without-a-port",
        line='KAFKA_BOOTSTRAP_SERVERS = "kafka-1:29092,kafka-2"',
        wanted="host:port",
        says="kafka-2",
    ),
    Misconfiguration(
        "broker-with-a-scheme",
        line='KAFKA_BOOTSTRAP_SERVERS = "PLAINTEXT://kafka:29092"',
        wanted="host:port",
    ),
    Misconfiguration(
        "broker-left-empty",
        line='KAFKA_BOOTSTRAP_SERVERS = "kafka-1:29092,,kafka-2:29092"',
        wanted="host:port",
    ),
    Misconfiguration(
        "comma-behind-the-last-broker",
        line='KAFKA_BOOTSTRAP_SERVERS = "kafka-1:29092,"',
        wanted="host:port",
    ),
    Misconfiguration(
        "semicolon-between-brokers",
        line='KAFKA_BOOTSTRAP_SERVERS = "kafka-1:29092;kafka-2:29092"',
        wanted="host:port",
    ),
    Misconfiguration(
        "blank-between-brokers",
        line='KAFKA_BOOTSTRAP_SERVERS = "kafka-1:29092 kafka-2:29092"',
        wanted="host:port",
    ),
    Misconfiguration(
        "port-without-a-broker",
        line='KAFKA_BOOTSTRAP_SERVERS = ":29092"',
        wanted="host:port",
    ),
    Misconfiguration(
        "broker-with-a-wrong-port",
        line='KAFKA_BOOTSTRAP_SERVERS = "kafka:290920"',
        wanted="host:port",
        says="290920",
    ),
    Misconfiguration(
        "ipv6-broker-without-brackets",
        line='KAFKA_BOOTSTRAP_SERVERS = "::1:9092"',
        wanted="host:port",
    ),
    Misconfiguration(
        "brokers-blank-in-a-variable",
        env={"INTEGR8S_KAFKA_BOOTSTRAP_SERVERS": "  "},
        wanted="host:port",
    ),
    Misconfiguration(
        "broker-in-the-override",
        override='KAFKA_BOOTSTRAP_SERVERS = "kafka:plain"',
        wanted="host:port",
    ),
    Misconfiguration(
        "attribute-without-a-value",
        line='OTEL_RESOURCE_ATTRIBUTES = "deployment.environment"',
        wanted="key=value",
    ),
    Misconfiguration(
        "attribute-with-a-colon",
        line='OTEL_RESOURCE_ATTRIBUTES = "team=platform,tier:backend"',
        wanted="key=value",
        says="tier:backend",
    ),
    Misconfiguration(
        "attribute-without-a-name",
        line='OTEL_RESOURCE_ATTRIBUTES = "=production"',
        wanted="key=value",
    ),
)
