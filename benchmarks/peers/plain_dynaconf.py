"""dynaconf alone on the same files, set up as its documentation advises."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote_plus

from dynaconf import Dynaconf, Validator

SECRETS = {
    "SECRET_KEY": "CHANGE_ME_min_32_chars_long_!!!!",
    "MONGO_USER": "root",
    "MONGO_PASSWORD": "rootpassword",
    "REDIS_PASSWORD": "redispassword",
}


def _mongodb_url(settings: Dynaconf, _: Validator) -> str:
    user, password = quote_plus(settings.MONGO_USER), quote_plus(settings.MONGO_PASSWORD)
    place = f"{settings.MONGO_HOST}:{settings.MONGO_PORT}/{settings.MONGO_DB}"
    return f"mongodb://{user}:{password}@{place}?authSource=admin"


def _validators() -> list[Validator]:
    secrets = [
        Validator(name, default=os.environ.get(name) or default)
        for name, default in SECRETS.items()
    ]
    return [
        *secrets,
        Validator("MONGO_PORT", "REDIS_PORT", "SERVER_PORT", gte=1, lte=65535),
        Validator("KAFKA_SESSION_TIMEOUT_MS", "KAFKA_HEARTBEAT_INTERVAL_MS", gt=0),
        Validator("TRACING_SAMPLING_RATE", gte=0, lte=1),
        Validator("LOG_LEVEL", is_in=["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"]),
        Validator("MONGODB_URL", default=_mongodb_url),
    ]


def load(base: str | Path, override: str | Path | None = None) -> Dynaconf:
    """Load the files, and have the few validators run; dynaconf would wait for a first read."""
    files = [str(Path(path).absolute()) for path in (base, override) if path is not None]
    settings = Dynaconf(
        settings_files=files,
        environments=False,
        envvar_prefix="INTEGR8S",
        load_dotenv=False,
        validators=_validators(),
    )
    settings.validators.validate()
    return settings
