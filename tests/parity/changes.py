"""Twenty edits of the backend's class, and what parity finds of each."""

from __future__ import annotations

from typing import NamedTuple


class Change(NamedTuple):
    """An edit of the class's source, and its one finding."""

    old: str
    new: str
    rule: str
    key: str
    found: str


def _type(key: str, old: str, new: str, found: str) -> Change:
    return Change(f"{key}: {old}", f"{key}: {new}", "differing-type", key, f"theirs is {found}")


def _value(key: str, old: str, new: str, found: str) -> Change:
    return Change(f"{key}: {old}", f"{key}: {new}", "differing-value", key, f"theirs is {found}")


CHANGES = (
    _type("KAFKA_SESSION_TIMEOUT_MS", "int", "float", "45000.0 (a float)"),
    _type("DLQ_RETRY_BASE_DELAY_SECONDS", "float", "int", "60 (an integer)"),
    _type("REDIS_SSL", "bool = False", "int = 0", "0 (an integer)"),
    _type("RATE_LIMIT_BURST_MULTIPLIER", "float", "Any = '1.5' #", '"1.5" (a string)'),
    _type("OTLP_TRACES_ENDPOINT", "str", "Path", '"http:/jaeger:4317" (of type pathlib.PosixPath)'),
    _type(
        "CORS_ORIGINS",
        "list[str]",
        "tuple[str, ...]",
        '["https://app.integr8scode.cc", "https://integr8scode.cc", "https://localhost:5001",'
        ' "https://127.0.0.1:5001", "https... (of type tuple)',
    ),
    _type(
        "REDIS_PASSWORD", "SecretStr = SecretStr(", "bytes = bytes(b", "******** (of type bytes)"
    ),
    _value("REDIS_DB", "int = Field(0", "int = Field(1", "1 (an integer)"),
    _value("SERVER_PORT", "int = Field(443", "int = Field(8443", "8443 (an integer)"),
    _value("OTEL_SERVICE_NAME", "str | None = None", 'str | None = ""', '"" (a string)'),
    _value("HOSTNAME", 'str = "unknown"', 'str = os.environ["HOSTNAME"]', '"pod-1" (a string)'),
    Change(
        "found |= override",
        "found |= {**override, 'TRACING_SERVICE_NAME': 'worker'}",
        "differing-value",
        "TRACING_SERVICE_NAME",
        'theirs is "worker" (a string)\nin settings/config.k8s-worker.toml',
    ),
    Change(
        "if (text := os.environ.get(name))",
        "if (text := os.environ.get(name)) or (name == 'MONGO_USER' and text == '')",
        "differing-value",
        "MONGO_USER",
        "theirs is empty\nwhere MONGO_USER is empty",
    ),
    Change(
        "**read(config_path, override_path)",
        "**{name: value.strip() if name == 'MONGO_PASSWORD' else value"
        " for name, value in read(config_path, override_path).items()}",
        "differing-value",
        "MONGO_PASSWORD",
        "theirs is the same text with other blanks at its ends\nwhere MONGO_PASSWORD is",
    ),
    Change("?authSource=admin", "", "differing-value", "MONGODB_URL", "theirs is another text"),
    Change(
        'Field(SecretStr("CHANGE_ME_min_32_chars_long_!!!!"), min_length=32)',
        'SecretStr("CHANGE_ME_min_32_chars_long_!!!!")',
        "ours-refuses",
        "SECRET_KEY",
        "******** (31 characters), which theirs accepts\nin settings/config.toml,"
        " settings/config.k8s-worker.toml\nwhere SECRET_KEY is too short",
    ),
    Change(
        "BCRYPT_ROUNDS: int = Field(12, ge=4",
        "BCRYPT_ROUNDS: int = Field(12, ge=10",
        "theirs-refuses",
        "BCRYPT_ROUNDS",
        "theirs: Input should be greater than or equal to 10\nin settings/config.test.toml",
    ),
    Change(
        "    NOTIF_MAX_SCHEDULE_DAYS: int = Field(25, gt=0)\n",
        "",
        "missing-in-theirs",
        "NOTIF_MAX_SCHEDULE_DAYS",
        "no such name in theirs",
    ),
    Change(
        "    # Redis\n", "    DEBUG: bool = False\n", "only-in-theirs", "DEBUG", "a name of theirs"
    ),
    Change(
        "    @computed_field",
        "    is_local = property(lambda _: True)\n\n    @computed_field",
        "only-in-theirs",
        "is_local",
        "a name of theirs",
    ),
)
