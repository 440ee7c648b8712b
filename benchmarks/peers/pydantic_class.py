"""The same 85 keys as one pydantic class, as a careful user would write it by hand."""

import os
import tomllib
import warnings
from pathlib import Path
from typing import Any, Literal, Self
from urllib.parse import quote_plus

from pydantic import BaseModel, ConfigDict, Field, model_validator

from .pydantic_checks import (
    Attributes,
    Brokers,
    HttpUrl,
    HttpUrlOrEmpty,
    Label,
    Limits,
    MongoUrl,
    NotNegative,
    Origins,
    Port,
    Positive,
    Quantity,
    Seconds,
    Text,
    amount,
)

SECRETS = ("SECRET_KEY", "MONGO_USER", "MONGO_PASSWORD", "MONGODB_URL", "REDIS_PASSWORD")

CORS_ORIGINS = [
    *("https://localhost:5001", "https://127.0.0.1:5001", "https://[::1]:5001"),
    *("https://localhost", "https://127.0.0.1", "https://localhost:443"),
    *("https://127.0.0.1:443", "https://[::1]:443"),
]


def _mongodb_url(data: dict[str, Any]) -> str:
    user, password = quote_plus(data["MONGO_USER"]), quote_plus(data["MONGO_PASSWORD"])
    place = f"{data['MONGO_HOST']}:{data['MONGO_PORT']}/{data['MONGO_DB']}"
    return f"mongodb://{user}:{password}@{place}?authSource=admin"


class PydanticSettings(BaseModel):
    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, hide_input_in_errors=True, validate_default=False
    )

    PROJECT_NAME: Text = "integr8scode"
    DATABASE_NAME: Text = "integr8scode_db"
    API_V1_STR: str = Field("/api/v1", pattern="^/")
    SECRET_KEY: str = Field("CHANGE_ME_min_32_chars_long_!!!!", min_length=32, repr=False)
    ALGORITHM: Literal["HS256", "HS384", "HS512"] = "HS256"
    ACCESS_TOKEN_EXPIRE_MINUTES: Positive = 1440
    MONGO_HOST: Text = "mongo"
    MONGO_PORT: Port = 27017
    MONGO_DB: Text = "integr8scode"
    MONGO_USER: str = Field("root", repr=False)
    MONGO_PASSWORD: str = Field("rootpassword", repr=False)
    MONGODB_URL: MongoUrl = Field(default_factory=_mongodb_url, repr=False)

    KUBERNETES_CONFIG_PATH: str = "~/.kube/config"
    KUBERNETES_CA_CERTIFICATE_PATH: str | None = None
    K8S_POD_CPU_LIMIT: Quantity = "1000m"
    K8S_POD_MEMORY_LIMIT: Quantity = "128Mi"
    K8S_POD_CPU_REQUEST: Quantity = "200m"
    K8S_POD_MEMORY_REQUEST: Quantity = "128Mi"
    K8S_POD_EXECUTION_TIMEOUT: Positive = 300
    K8S_POD_PRIORITY_CLASS_NAME: Label | None = None
    K8S_POD_RUNTIME_CLASS_NAME: Label | None = None
    K8S_NAMESPACE: Label = "integr8scode"

    KAFKA_BOOTSTRAP_SERVERS: Brokers = "kafka:29092"
    ENABLE_EVENT_STREAMING: bool = False
    EVENT_RETENTION_DAYS: Positive = 30
    KAFKA_CONSUMER_GROUP_ID: Text = "integr8scode-backend"
    KAFKA_AUTO_OFFSET_RESET: Literal["earliest", "latest", "none"] = "earliest"
    KAFKA_ENABLE_AUTO_COMMIT: bool = True
    KAFKA_SESSION_TIMEOUT_MS: Positive = 45000
    KAFKA_HEARTBEAT_INTERVAL_MS: Positive = 10000
    KAFKA_MAX_POLL_INTERVAL_MS: Positive = 300000
    KAFKA_REQUEST_TIMEOUT_MS: Positive = 40000
    KAFKA_MAX_POLL_RECORDS: Positive = 500
    KAFKA_GRACEFUL_TIMEOUT: float = Field(15.0, ge=0, allow_inf_nan=False)

    SSE_CONSUMER_POOL_SIZE: Positive = 10
    SSE_HEARTBEAT_INTERVAL: Positive = 30

    OTLP_TRACES_ENDPOINT: HttpUrlOrEmpty = ""
    TRACING_SERVICE_NAME: Text = "integr8scode-backend"
    TRACING_SERVICE_VERSION: Text = "1.0.0"
    TRACING_SAMPLING_RATE: float = Field(0.1, ge=0, le=1, allow_inf_nan=False)

    DLQ_RETRY_MAX_ATTEMPTS: NotNegative = 5
    DLQ_RETRY_BASE_DELAY_SECONDS: Seconds = 60.0
    DLQ_RETRY_MAX_DELAY_SECONDS: Seconds = 3600.0
    DLQ_RETENTION_DAYS: Positive = 7
    DLQ_WARNING_THRESHOLD: Positive = 100
    DLQ_CRITICAL_THRESHOLD: Positive = 1000

    APP_URL: HttpUrl = "https://integr8scode.cc"
    SERVICE_NAME: Text = "integr8scode-backend"
    SERVICE_VERSION: Text = "1.0.0"
    OTEL_EXPORTER_OTLP_ENDPOINT: HttpUrl | None = None
    OTEL_SERVICE_NAME: str | None = None
    OTEL_SERVICE_VERSION: str | None = None
    OTEL_RESOURCE_ATTRIBUTES: Attributes | None = None
    ENVIRONMENT: Text = "development"
    HOSTNAME: str = "unknown"
    DEVELOPMENT_MODE: bool = False
    LOG_LEVEL: Literal["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"] = "INFO"

    SERVER_HOST: Text = "localhost"
    SERVER_PORT: Port = 443
    SSL_KEYFILE: str = "/app/certs/server.key"
    SSL_CERTFILE: str = "/app/certs/server.crt"
    SECURE_COOKIES: bool = True
    CORS_ORIGINS: Origins = Field(default_factory=CORS_ORIGINS.copy)
    WEB_CONCURRENCY: Positive = 4
    WEB_THREADS: Positive = 1
    WEB_TIMEOUT: Positive = 60
    WEB_BACKLOG: Positive = 2048
    BCRYPT_ROUNDS: int = Field(12, ge=4, le=31)

    REDIS_HOST: Text = "redis"
    REDIS_PORT: Port = 6379
    REDIS_DB: NotNegative = 0
    REDIS_PASSWORD: str = Field("redispassword", repr=False)
    REDIS_SSL: bool = False
    REDIS_MAX_CONNECTIONS: Positive = 200
    REDIS_DECODE_RESPONSES: Literal[True] = True

    RATE_LIMITS: Limits = "100/minute"
    RATE_LIMIT_ENABLED: bool = True
    RATE_LIMIT_DEFAULT_REQUESTS: Positive = 100
    RATE_LIMIT_DEFAULT_WINDOW: Positive = 60
    RATE_LIMIT_BURST_MULTIPLIER: float = Field(1.5, ge=1, allow_inf_nan=False)
    RATE_LIMIT_REDIS_PREFIX: Text = "rate_limit:"
    RATE_LIMIT_ALGORITHM: Literal["sliding_window", "token_bucket"] = "sliding_window"

    NOTIF_THROTTLE_WINDOW_HOURS: Positive = 1
    NOTIF_THROTTLE_MAX_PER_HOUR: Positive = 5
    NOTIF_MAX_SCHEDULE_DAYS: Positive = 25

    @model_validator(mode="after")
    def _pairs(self) -> Self:
        if self.KAFKA_SESSION_TIMEOUT_MS <= self.KAFKA_HEARTBEAT_INTERVAL_MS:
            raise ValueError("KAFKA_SESSION_TIMEOUT_MS must exceed KAFKA_HEARTBEAT_INTERVAL_MS")
        if amount(self.K8S_POD_CPU_REQUEST) > amount(self.K8S_POD_CPU_LIMIT):
            raise ValueError("K8S_POD_CPU_REQUEST must be at most K8S_POD_CPU_LIMIT")
        if amount(self.K8S_POD_MEMORY_REQUEST) > amount(self.K8S_POD_MEMORY_LIMIT):
            raise ValueError("K8S_POD_MEMORY_REQUEST must be at most K8S_POD_MEMORY_LIMIT")
        if self.DLQ_RETRY_BASE_DELAY_SECONDS > self.DLQ_RETRY_MAX_DELAY_SECONDS:
            raise ValueError("DLQ_RETRY_BASE_DELAY_SECONDS must be at most the maximum delay")
        if self.DLQ_WARNING_THRESHOLD >= self.DLQ_CRITICAL_THRESHOLD:
            raise ValueError("DLQ_WARNING_THRESHOLD must be less than DLQ_CRITICAL_THRESHOLD")
        if self.KAFKA_HEARTBEAT_INTERVAL_MS * 3 > self.KAFKA_SESSION_TIMEOUT_MS:
            warnings.warn("heartbeats at most a third of the session timeout apart", stacklevel=2)
        if self.KAFKA_MAX_POLL_INTERVAL_MS < self.KAFKA_SESSION_TIMEOUT_MS:
            warnings.warn("KAFKA_MAX_POLL_INTERVAL_MS is below the session timeout", stacklevel=2)
        return self

    @classmethod
    def load(cls, base: str | Path, override: str | Path | None = None) -> Self:
        """Read the base file, then the override, then the secrets of the environment."""
        values: dict[str, Any] = {}
        for path in (base, override):
            if path is not None:
                with Path(path).open("rb") as file:
                    values |= tomllib.load(file)
        values |= {name: os.environ[name] for name in SECRETS if os.environ.get(name)}
        return cls(**values)
