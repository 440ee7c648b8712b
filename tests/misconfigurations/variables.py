"""Environment variables whose text is no value of their key, or whose key is unknown."""

from .misconfiguration import Misconfiguration, Place, env_file

ROWS = (
    Misconfiguration(
        "number-in-words", env={"INTEGR8S_WEB_THREADS": "four"}, wanted="integer", says="four"
    ),
    Misconfiguration("number-empty", env={"INTEGR8S_WEB_CONCURRENCY": ""}, wanted="integer"),
    Misconfiguration(
        "number-with-a-fraction", env={"INTEGR8S_WEB_TIMEOUT": "60.5"}, wanted="integer"
    ),
    Misconfiguration(
        "number-with-a-comment",
        env={"INTEGR8S_KAFKA_SESSION_TIMEOUT_MS": "45000 # ms"},
        wanted=("integer", "milliseconds"),
    ),
    Misconfiguration("number-in-quotes", env={"INTEGR8S_MONGO_PORT": '"27017"'}, wanted="integer"),
    Misconfiguration(
        "address-of-a-kubernetes-service",
        env={"INTEGR8S_REDIS_PORT": "tcp://10.96.0.17:6379"},
        wanted="integer",
    ),
    Misconfiguration(
        "ratio-in-words", env={"INTEGR8S_TRACING_SAMPLING_RATE": "high"}, wanted="number"
    ),
    Misconfiguration(
        "ratio-in-percent", env={"INTEGR8S_TRACING_SAMPLING_RATE": "50%"}, wanted="number"
    ),
    Misconfiguration(
        "ratio-that-is-no-number", env={"INTEGR8S_TRACING_SAMPLING_RATE": "nan"}, says="nan"
    ),
    Misconfiguration(
        "boolean-undecided",
        env={"INTEGR8S_SECURE_COOKIES": "maybe"},
        wanted=("true", "false"),
        says="maybe",
    ),
    Misconfiguration(
        "boolean-empty", env={"INTEGR8S_ENABLE_EVENT_STREAMING": ""}, wanted=("true", "false")
    ),
    Misconfiguration(
        "boolean-as-a-number", env={"INTEGR8S_REDIS_SSL": "2"}, wanted=("true", "false")
    ),
    Misconfiguration(
        "list-not-closed", env={"INTEGR8S_CORS_ORIGINS": '["https://localhost"'}, wanted="JSON"
    ),
    Misconfiguration(
        "list-with-python's-quotes",
        env={"INTEGR8S_CORS_ORIGINS": "['https://localhost']"},
        wanted="JSON",
    ),
    Misconfiguration(
        "word-with-quotes-of-compose",
        env={"INTEGR8S_LOG_LEVEL": '"INFO"'},
        wanted="INFO",
        hint="quotes",
    ),
    Misconfiguration(
        "not-decodable",
        env={"INTEGR8S_PROJECT_NAME": "caf\udce9-backoffice"},
        says="UTF-8",
        absent="backoffice",
    ),
    Misconfiguration(
        "letters-swapped",
        env={"INTEGR8S_BCRYTP_ROUNDS": "4711"},
        hint="INTEGR8S_BCRYPT_ROUNDS",
        absent="4711",
    ),
    Misconfiguration(
        "lower-case-key",
        env={"INTEGR8S_log_level": "CRITICAL"},
        hint="INTEGR8S_LOG_LEVEL",
        absent="CRITICAL",
    ),
    Misconfiguration(
        "underscore-doubled",
        env={"INTEGR8S__WEB_THREADS": "4711"},
        key="_WEB_THREADS",
        hint="INTEGR8S_WEB_THREADS",
        absent="4711",
    ),
    Misconfiguration(
        "misspelt-secret",
        env={"INTEGR8S_REDIS_PASWORD": "swordfish"},
        hint="INTEGR8S_REDIS_PASSWORD",
        absent="swordfish",
    ),
    Misconfiguration(
        "file-of-a-secret-with-the-prefix",
        env={"INTEGR8S_REDIS_PASSWORD_FILE": "keys/redis"},
        hint="REDIS_PASSWORD",
        absent="keys/redis",
    ),
    Misconfiguration(
        "key-of-another-service",
        env={"INTEGR8S_SMTP_RELAY": "mail.internal"},
        absent="mail.internal",
    ),
    Misconfiguration(
        "number-in-words-in-the-env-file",
        env_file="# faster tests\nINTEGR8S_BCRYPT_ROUNDS=four\n",
        wanted="integer",
    ),
    Misconfiguration(
        "line-of-the-env-file-without-a-value",
        env_file="INTEGR8S_WEB_THREADS\n",
        wanted="=",
        where=env_file("INTEGR8S_WEB_THREADS"),
        key="WEB_THREADS",
    ),
    Misconfiguration(
        "two-variables-at-once",
        env={"INTEGR8S_WEB_THREADS": "four", "INTEGR8S_WEB_CONCURRENCY": "two"},
        key="WEB_CONCURRENCY",
        where=Place("INTEGR8S_WEB_CONCURRENCY"),
        wanted="integer",
        among_others=True,
    ),
)
