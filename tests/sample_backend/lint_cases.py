"""What ``lint`` finds in the sample backend, and what it leaves alone."""

from __future__ import annotations

from .case import CLEAN, Edit, Found, fault, look_alike

ROLES = (
    "dlq-processor",
    "event-replay",
    "k8s-worker",
    "pod-monitor",
    "result-processor",
    "saga-orchestrator",
)
BASE = "settings/config.toml"
TEST = "settings/config.test.toml"
POD_MONITOR = "settings/config.pod-monitor.toml"
PRODUCTION = 'variables = { INTEGR8S_ENVIRONMENT = "production" }'


def _in_overrides(line: str, *roles: str) -> tuple[Edit, ...]:
    return tuple(Edit(f"settings/config.{role}.toml", "", line) for role in roles)


def _production(*variables: str) -> Edit:
    more = "".join(f", {one}" for one in variables)
    return Edit("pyproject.toml", PRODUCTION, f"{PRODUCTION.removesuffix(' }')}{more} }}")


FAULTS = (
    fault(
        "an override leaves the backend's group as it is",
        Found("inherited-value", "KAFKA_CONSUMER_GROUP_ID", f"{BASE}:33"),
        Edit(POD_MONITOR, 'KAFKA_CONSUMER_GROUP_ID = "pod-monitor"\n', ""),
    ),
    fault(
        "an override repeats the base file",
        Found("redundant-override", "LOG_LEVEL", f"{POD_MONITOR}:5"),
        Edit(POD_MONITOR, "", 'LOG_LEVEL = "DEBUG"\n'),
    ),
    fault(
        "an override repeats a default that the base file leaves",
        Found("redundant-override", "SERVER_PORT", f"{POD_MONITOR}:5"),
        Edit(POD_MONITOR, "", "SERVER_PORT = 443\n"),
    ),
    fault(
        "a line of .env repeats the base file",
        Found("redundant-override", "WEB_TIMEOUT", "settings/.env:2"),
        Edit("settings/.env", "", "INTEGR8S_WEB_THREADS=8\nINTEGR8S_WEB_TIMEOUT=60\n"),
    ),
    fault(
        "a key is the same in every override",
        Found(
            "in-every-override", "KAFKA_MAX_POLL_RECORDS", "settings/config.dlq-processor.toml:5"
        ),
        *_in_overrides("KAFKA_MAX_POLL_RECORDS = 100\n", *ROLES),
    ),
    fault(
        "the test file is a copy of the base file",
        Found("repeated-base", None, TEST),
        Edit(TEST, (CLEAN / TEST).read_text(), (CLEAN / BASE).read_text()),
    ),
    fault(
        "a value of the base file is replaced wherever it is read",
        Found("never-wins", "LOG_LEVEL", f"{BASE}:61"),
        _production('INTEGR8S_LOG_LEVEL = "INFO"'),
    ),
    fault(
        "a line of .env repeats a default of the code",
        Found("repeated-default", "REDIS_PORT", "settings/.env:1"),
        Edit("settings/.env", "", "INTEGR8S_REDIS_PORT=6379\n"),
    ),
    fault(
        "a default in the Compose file repeats a default of the code",
        Found("repeated-default", "REDIS_DB", "docker-compose.yml:45"),
        Edit(
            "docker-compose.yml",
            '    ports: ["443:443"]\n',
            "      INTEGR8S_REDIS_DB: ${REDIS_DB:-0}\n",
        ),
    ),
    fault(
        "a line of .env is set again below it",
        Found("never-wins", "REDIS_PORT", "settings/.env:1"),
        Edit("settings/.env", "", "INTEGR8S_REDIS_PORT=6380\nINTEGR8S_REDIS_PORT=6381\n"),
    ),
    fault(
        "a password of production stands in the project file",
        Found("secret-in-file", "SECRET_KEY", "pyproject.toml:20"),
        _production('SECRET_KEY = "0123456789abcdef0123456789abcdef"'),
    ),
    fault(
        "a password stands in the test file",
        Found("secret-in-file", "REDIS_PASSWORD", f"{TEST}:22"),
        Edit(TEST, "", 'REDIS_PASSWORD = "correct horse"\n'),
    ),
)

LOOK_ALIKES = (
    look_alike(
        "an override goes back to the default that the base file replaces",
        Edit(POD_MONITOR, "", 'LOG_LEVEL = "INFO"\n'),
    ),
    look_alike(
        "a key is the same in five of six overrides",
        *_in_overrides("KAFKA_MAX_POLL_RECORDS = 100\n", *ROLES[1:]),
    ),
    look_alike(
        "a key is in every override, with two values",
        *_in_overrides("KAFKA_MAX_POLL_RECORDS = 100\n", *ROLES[1:]),
        *_in_overrides("KAFKA_MAX_POLL_RECORDS = 50\n", *ROLES[:1]),
    ),
    look_alike(
        "the test file repeats a few lines of the base file",
        Edit(TEST, "", 'PROJECT_NAME = "integr8scode"\nALGORITHM = "HS256"\nWEB_THREADS = 4\n'),
    ),
    look_alike(
        "production sets what the base file does not",
        _production('INTEGR8S_REDIS_PORT = "6380"'),
    ),
    look_alike(
        "the base file says what is the default of the code too",
        Edit(BASE, "", "REDIS_PORT = 6379\n"),
    ),
    look_alike(
        "a line of .env differs from the default",
        Edit("settings/.env", "", "INTEGR8S_REDIS_PORT=6380\nREDIS_PASSWORD=\n"),
    ),
    look_alike(
        "a default in the Compose file is the default of the code, but not of the base file",
        Edit(
            "docker-compose.yml",
            '    ports: ["443:443"]\n',
            "      INTEGR8S_SERVER_HOST: ${SERVER_HOST:-localhost}\n",
        ),
    ),
    look_alike(
        "a secret stands in a comment",
        Edit(BASE, "", '# REDIS_PASSWORD = "never here"\n'),
    ),
)
