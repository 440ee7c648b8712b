"""Texts that are blank, or break a notation."""

from .misconfiguration import Misconfiguration

ROWS = (
    Misconfiguration("project-without-a-name", line='PROJECT_NAME = ""', wanted="non-empty"),
    Misconfiguration("database-of-blanks", line='DATABASE_NAME = "   "', wanted="non-empty"),
    Misconfiguration("host-of-a-tab", line='MONGO_HOST = "\\t"', wanted="non-empty"),
    Misconfiguration("service-of-a-line-break", line='SERVICE_NAME = "\\n"', wanted="non-empty"),
    Misconfiguration("prefix-empty", line='RATE_LIMIT_REDIS_PREFIX = ""', wanted="non-empty"),
    Misconfiguration("environment-empty", line='ENVIRONMENT = ""', wanted="non-empty"),
    Misconfiguration("bind-to-nothing", line='SERVER_HOST = ""', wanted="non-empty"),
    Misconfiguration(
        "group-emptied-in-the-override",
        override='KAFKA_CONSUMER_GROUP_ID = ""',
        wanted="non-empty",
    ),
    Misconfiguration(
        "name-emptied-by-a-variable",
        env={"INTEGR8S_TRACING_SERVICE_NAME": ""},
        wanted="non-empty",
    ),
    Misconfiguration("limit-without-a-unit", line='RATE_LIMITS = "100"', says="100"),
    Misconfiguration("limit-without-a-slash", line='RATE_LIMITS = "100 minute"', says="minute"),
    Misconfiguration("limit-per-fortnight", line='RATE_LIMITS = "100/fortnight"', wanted="minute"),
    Misconfiguration("limit-backwards", line='RATE_LIMITS = "minute/100"', wanted="minute"),
    Misconfiguration("limit-without-a-number", line='RATE_LIMITS = "/minute"', wanted="minute"),
    Misconfiguration("limit-in-words", line='RATE_LIMITS = "unlimited"', wanted="minute"),
    Misconfiguration("limit-below-zero", line='RATE_LIMITS = "-5/minute"', wanted="minute"),
    Misconfiguration("limit-with-a-fraction", line='RATE_LIMITS = "1.5/second"', wanted="second"),
    Misconfiguration("limits-with-an-and", line='RATE_LIMITS = "5/second and 100/minute"'),
    Misconfiguration("second-limit-broken", line='RATE_LIMITS = "100/minute;1000"', says="1000"),
    Misconfiguration("limit-empty", line='RATE_LIMITS = ""', wanted="minute"),
    Misconfiguration("limit-in-a-variable", env={"INTEGR8S_RATE_LIMITS": "100 per sol"}),
)
