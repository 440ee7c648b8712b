"""Names of keys, nearly right: the hint names the right one, the value is never shown."""

from .misconfiguration import Misconfiguration, override

ROWS = (
    Misconfiguration(
        "letter-missing",
        replace={"KAFKA_REQUEST_TIMEOUT_MS": "KAFKA_REQUST_TIMEOUT_MS = 41234"},
        hint="KAFKA_REQUEST_TIMEOUT_MS",
        absent="41234",
    ),
    Misconfiguration(
        "letters-swapped",
        replace={"BCRYPT_ROUNDS": "BCRYTP_ROUNDS = 1357"},
        hint="BCRYPT_ROUNDS",
        absent="1357",
    ),
    Misconfiguration(
        "letter-doubled",
        replace={"TRACING_SAMPLING_RATE": "TRACING_SAMPLLING_RATE = 0.12345"},
        hint="TRACING_SAMPLING_RATE",
        absent="0.12345",
    ),
    Misconfiguration(
        "digit-for-a-letter",
        replace={"MONGO_PORT": "MONGO_P0RT = 27019"},
        hint="MONGO_PORT",
        absent="27019",
    ),
    Misconfiguration(
        "trailing-s",
        replace={"MONGO_HOST": 'MONGO_HOSTS = "mongo-0.mongo,mongo-1.mongo"'},
        hint="MONGO_HOST",
        absent="mongo-1.mongo",
    ),
    Misconfiguration(
        "no-trailing-s",
        replace={"KAFKA_BOOTSTRAP_SERVERS": 'KAFKA_BOOTSTRAP_SERVER = "broker.internal:9092"'},
        hint="KAFKA_BOOTSTRAP_SERVERS",
        absent="broker.internal",
    ),
    Misconfiguration(
        "lower-case",
        line='log_level = "CRITICAL"',
        hint="LOG_LEVEL",
        absent="CRITICAL",
    ),
    Misconfiguration(
        "mixed-case",
        line="Secure_Cookies = false",
        hint="SECURE_COOKIES",
    ),
    Misconfiguration(
        "camel-case",
        replace={"WEB_TIMEOUT": "webTimeout = 6789"},
        hint="WEB_TIMEOUT",
        absent="6789",
    ),
    Misconfiguration(
        "hyphens",
        replace={"WEB_THREADS": "WEB-THREADS = 1234"},
        hint="WEB_THREADS",
        absent="1234",
    ),
    Misconfiguration(
        "underscore-missing",
        replace={"RATE_LIMITS": 'RATELIMITS = "4321/hour"'},
        hint="RATE_LIMITS",
        absent="4321",
    ),
    Misconfiguration(
        "unit-left-out",
        replace={"KAFKA_SESSION_TIMEOUT_MS": "KAFKA_SESSION_TIMEOUT = 45678"},
        hint="KAFKA_SESSION_TIMEOUT_MS",
        absent="45678",
    ),
    Misconfiguration(
        "unit-made-up",
        replace={"SSE_HEARTBEAT_INTERVAL": "SSE_HEARTBEAT_INTERVAL_MS = 30303"},
        hint="SSE_HEARTBEAT_INTERVAL",
        absent="30303",
    ),
    Misconfiguration(
        "words-swapped",
        replace={"DLQ_RETRY_MAX_ATTEMPTS": "DLQ_MAX_RETRY_ATTEMPTS = 5050"},
        hint="DLQ_RETRY_MAX_ATTEMPTS",
        absent="5050",
    ),
    Misconfiguration(
        "singular-of-a-list",
        line='CORS_ORIGIN = ["https://shop.internal"]',
        hint="CORS_ORIGINS",
        absent="shop.internal",
    ),
    Misconfiguration(
        "enviroment",
        line='ENVIROMENT = "staging-7"',
        hint="ENVIRONMENT",
        absent="staging-7",
    ),
    Misconfiguration(
        "misspelt-secret",
        line='MONGO_PASWORD = "hunter2-hunter2"',
        hint="MONGO_PASSWORD",
        absent="hunter2",
    ),
    Misconfiguration(
        "nothing-like-it",
        line='FAVOURITE_COLOUR = "ultramarine"',
        absent="ultramarine",
    ),
    Misconfiguration(
        "python-name",
        line='__class__ = "collections.OrderedDict"',
        absent="OrderedDict",
    ),
    Misconfiguration(
        "in-the-override",
        override='TRACING_SERVCE_NAME = "saga-4711"\nKAFKA_CONSUMER_GROUP_ID = "saga"\n',
        key="TRACING_SERVCE_NAME",
        where=override('TRACING_SERVCE_NAME = "saga-4711"'),
        hint="TRACING_SERVICE_NAME",
        absent="saga-4711",
    ),
    Misconfiguration(
        "in-the-env-file",
        env_file="# local changes\nINTEGR8S_REDIS_MAX_CONECTIONS=4711\n",
        hint="REDIS_MAX_CONNECTIONS",
        absent="4711",
    ),
    Misconfiguration(
        "in-a-variable",
        env={"INTEGR8S_KAFKA_BOOTSTRAP_SERVER": "broker.internal:9092"},
        hint="INTEGR8S_KAFKA_BOOTSTRAP_SERVERS",
        absent="broker.internal",
    ),
)
