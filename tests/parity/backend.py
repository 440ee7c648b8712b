"""A settings class as backends have it: pydantic, TOML files, secrets from the environment."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote

from pydantic import BaseModel, ConfigDict, Field, SecretStr, computed_field

SECRETS = ("SECRET_KEY", "MONGO_USER", "MONGO_PASSWORD", "REDIS_PASSWORD")


class Settings(BaseModel):
    """Every key of the backend."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    # Core
    PROJECT_NAME: str = Field("integr8scode", min_length=1)
    DATABASE_NAME: str = Field("integr8scode_db", min_length=1)
    API_V1_STR: str = Field("/api/v1", pattern="^/")
    SECRET_KEY: SecretStr = Field(SecretStr("CHANGE_ME_min_32_chars_long_!!!!"), min_length=32)
    ALGORITHM: Literal["HS256", "HS384", "HS512"] = "HS256"
    ACCESS_TOKEN_EXPIRE_MINUTES: int = Field(1440, gt=0)
    MONGO_HOST: str = Field("mongo", min_length=1)
    MONGO_PORT: int = Field(27017, ge=1, le=65535)
    MONGO_DB: str = Field("integr8scode", min_length=1)
    MONGO_USER: SecretStr = SecretStr("root")
    MONGO_PASSWORD: SecretStr = SecretStr("rootpassword")

    # Kubernetes
    KUBERNETES_CONFIG_PATH: str = "~/.kube/config"
    KUBERNETES_CA_CERTIFICATE_PATH: str | None = None
    K8S_POD_CPU_LIMIT: str = "1000m"
    K8S_POD_MEMORY_LIMIT: str = "128Mi"
    K8S_POD_CPU_REQUEST: str = "200m"
    K8S_POD_MEMORY_REQUEST: str = "128Mi"
    K8S_POD_EXECUTION_TIMEOUT: int = Field(300, gt=0)
    K8S_POD_PRIORITY_CLASS_NAME: str | None = None
    K8S_POD_RUNTIME_CLASS_NAME: str | None = None
    K8S_NAMESPACE: str = "integr8scode"

    # Kafka
    KAFKA_BOOTSTRAP_SERVERS: str = "kafka:29092"
    ENABLE_EVENT_STREAMING: bool = False
    EVENT_RETENTION_DAYS: int = Field(30, gt=0)
    KAFKA_CONSUMER_GROUP_ID: str = Field("integr8scode-backend", min_length=1)
    KAFKA_AUTO_OFFSET_RESET: Literal["earliest", "latest", "none"] = "earliest"
    KAFKA_ENABLE_AUTO_COMMIT: bool = True
    KAFKA_SESSION_TIMEOUT_MS: int = Field(45000, gt=0)
    KAFKA_HEARTBEAT_INTERVAL_MS: int = Field(10000, gt=0)
    KAFKA_MAX_POLL_INTERVAL_MS: int = Field(300000, gt=0)
    KAFKA_REQUEST_TIMEOUT_MS: int = Field(40000, gt=0)
    KAFKA_MAX_POLL_RECORDS: int = Field(500, gt=0)
    KAFKA_GRACEFUL_TIMEOUT: float = Field(15.0, ge=0)

    # SSE
    SSE_CONSUMER_POOL_SIZE: int = Field(10, gt=0)
    SSE_HEARTBEAT_INTERVAL: int = Field(30, gt=0)

    # Tracing
    OTLP_TRACES_ENDPOINT: str = ""
    TRACING_SERVICE_NAME: str = Field("integr8scode-backend", min_length=1)
    TRACING_SERVICE_VERSION: str = Field("1.0.0", min_length=1)
    TRACING_SAMPLING_RATE: float = Field(0.1, ge=0.0, le=1.0)

    # DLQ
    DLQ_RETRY_MAX_ATTEMPTS: int = Field(5, ge=0)
    DLQ_RETRY_BASE_DELAY_SECONDS: float = Field(60.0, gt=0)
    DLQ_RETRY_MAX_DELAY_SECONDS: float = Field(3600.0, gt=0)
    DLQ_RETENTION_DAYS: int = Field(7, gt=0)
    DLQ_WARNING_THRESHOLD: int = Field(100, gt=0)
    DLQ_CRITICAL_THRESHOLD: int = Field(1000, gt=0)

    # Service
    APP_URL: str = "https://integr8scode.cc"
    SERVICE_NAME: str = Field("integr8scode-backend", min_length=1)
    SERVICE_VERSION: str = Field("1.0.0", min_length=1)
    OTEL_EXPORTER_OTLP_ENDPOINT: str | None = None
    OTEL_SERVICE_NAME: str | None = None
    OTEL_SERVICE_VERSION: str | None = None
    OTEL_RESOURCE_ATTRIBUTES: str | None = None
    ENVIRONMENT: str = Field("development", min_length=1)
    HOSTNAME: str = "unknown"
    DEVELOPMENT_MODE: bool = False
    LOG_LEVEL: Literal["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"] = "INFO"

    # Server
    SERVER_HOST: str = Field("localhost", min_length=1)
    SERVER_PORT: int = Field(443, ge=1, le=65535)
    SSL_KEYFILE: str = "/app/certs/server.key"
    SSL_CERTFILE: str = "/app/certs/server.crt"
    SECURE_COOKIES: bool = True
    CORS_ORIGINS: list[str] = [
        "https://localhost:5001",
        "https://127.0.0.1:5001",
        "https://[::1]:5001",
        "https://localhost",
        "https://127.0.0.1",
        "https://localhost:443",
        "https://127.0.0.1:443",
        "https://[::1]:443",
    ]
    WEB_CONCURRENCY: int = Field(4, gt=0)
    WEB_THREADS: int = Field(1, gt=0)
    WEB_TIMEOUT: int = Field(60, gt=0)
    WEB_BACKLOG: int = Field(2048, gt=0)
    BCRYPT_ROUNDS: int = Field(12, ge=4, le=31)

    # Redis
    REDIS_HOST: str = Field("redis", min_length=1)
    REDIS_PORT: int = Field(6379, ge=1, le=65535)
    REDIS_DB: int = Field(0, ge=0)
    REDIS_PASSWORD: SecretStr = SecretStr("redispassword")
    REDIS_SSL: bool = False
    REDIS_MAX_CONNECTIONS: int = Field(200, gt=0)
    REDIS_DECODE_RESPONSES: Literal[True] = True

    # Rate limits
    RATE_LIMITS: str = "100/minute"
    RATE_LIMIT_ENABLED: bool = True
    RATE_LIMIT_DEFAULT_REQUESTS: int = Field(100, gt=0)
    RATE_LIMIT_DEFAULT_WINDOW: int = Field(60, gt=0)
    RATE_LIMIT_BURST_MULTIPLIER: float = Field(1.5, ge=1)
    RATE_LIMIT_REDIS_PREFIX: str = Field("rate_limit:", min_length=1)
    RATE_LIMIT_ALGORITHM: Literal["sliding_window", "token_bucket"] = "sliding_window"

    # Notifications
    NOTIF_THROTTLE_WINDOW_HOURS: int = Field(1, gt=0)
    NOTIF_THROTTLE_MAX_PER_HOUR: int = Field(5, gt=0)
    NOTIF_MAX_SCHEDULE_DAYS: int = Field(25, gt=0)

    def __init__(self, config_path: str, override_path: str | None = None) -> None:
        super().__init__(**read(config_path, override_path))

    @computed_field  # type: ignore[prop-decorator]
    @property
    def MONGODB_URL(self) -> str:
        """Return the connection string."""
        user, password = (
            quote(secret.get_secret_value(), safe="")
            for secret in (self.MONGO_USER, self.MONGO_PASSWORD)
        )
        place = f"{self.MONGO_HOST}:{self.MONGO_PORT}/{self.MONGO_DB}"
        return f"mongodb://{user}:{password}@{place}?authSource=admin"


def read(config_path: str, override_path: str | None) -> dict[str, Any]:
    """Return what the files say, and the secrets of the environment."""
    found = tomllib.loads(Path(config_path).read_text("utf-8"))
    if override_path:
        override = tomllib.loads(Path(override_path).read_text("utf-8"))
        found |= override
    return found | secrets()


def secrets() -> dict[str, str]:
    """Return the secrets that the environment has; an empty one counts as none."""
    return {name: text for name in SECRETS if (text := os.environ.get(name))}
