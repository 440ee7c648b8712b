"""Idioms of other tools and of dynaconf itself, which are plain text or unknown keys here."""

from .misconfiguration import Misconfiguration, Place, base

ROWS = (
    Misconfiguration(
        "cast-in-a-token", line='WEB_THREADS = "@int 4"', wanted="integer", says="@int 4"
    ),
    Misconfiguration(
        "cast-in-a-variable",
        env={"INTEGR8S_WEB_THREADS": "@int 4"},
        wanted="integer",
        says="@int 4",
    ),
    Misconfiguration(
        "template", line='LOG_LEVEL = "@format {env[LEVEL]}"', wanted="INFO", says="@format"
    ),
    Misconfiguration(
        "jinja",
        line='APP_URL = "@jinja {{ this.SCHEME }}://integr8scode.cc"',
        wanted="http",
        says="@jinja",
    ),
    Misconfiguration(
        "secret-read-from-a-file",
        env={"SECRET_KEY": "@read_file /etc/key"},
        wanted="32",
        absent="@read_file",
    ),
    Misconfiguration("value-deleted", line='MONGO_PORT = "@del"', wanted="integer", says="@del"),
    Misconfiguration("include", line='dynaconf_include = ["plugins.toml"]', absent="plugins.toml"),
    Misconfiguration("merge", line="dynaconf_merge = true"),
    Misconfiguration(
        "loaders", line='LOADERS_FOR_DYNACONF = ["vault_loader"]', absent="vault_loader"
    ),
    Misconfiguration(
        "merge-of-a-list",
        line='CORS_ORIGINS = ["dynaconf_merge", "https://localhost:5001"]',
        wanted="scheme://host",
        says="dynaconf_merge",
    ),
    Misconfiguration(
        "default-environment",
        append="[default]\nWEB_BACKLOG = 4096",
        replace={"WEB_BACKLOG": "# WEB_BACKLOG: see [default]"},
        key="WEB_BACKLOG",
        where=base("WEB_BACKLOG = 4096"),
        hint="[default]",
    ),
    Misconfiguration(
        "nested-variable",
        env={"INTEGR8S_KAFKA__SESSION_TIMEOUT_MS": "45678"},
        hint="INTEGR8S_KAFKA_SESSION_TIMEOUT_MS",
        absent="45678",
    ),
    Misconfiguration(
        "interpolation-of-compose",
        env={"INTEGR8S_SERVER_PORT": "${PORT:-8443}"},
        wanted="integer",
        says="${PORT:-8443}",
    ),
    Misconfiguration(
        "interpolation-of-the-env-file",
        env_file="PORT=8443\nINTEGR8S_SERVER_PORT=${PORT}\n",
        key="SERVER_PORT",
        where=Place(".env", "INTEGR8S_SERVER_PORT=${PORT}"),
        wanted="integer",
        says="${PORT}",
    ),
)
