"""Production refuses what development may do: default secrets, and secrets in its files."""

from .misconfiguration import Misconfiguration, Place, base, override

GOOD_SECRETS = {
    "SECRET_KEY": "a-signing-key-that-nobody-else-has-1",
    "MONGO_USER": "integr8s-app",
    "MONGO_PASSWORD": "made-by-a-password-manager-1",
    "REDIS_PASSWORD": "made-by-a-password-manager-2",
}
DEFAULT_KEY = "CHANGE_ME_min_32_chars_long_!!!!"
PRODUCTION = 'ENVIRONMENT = "production"'
DEFAULTS = Place("default")


def good_but(*names: str, **other: str) -> dict[str, str]:
    """Return variables with good secrets, all but those of ``names``, and others besides."""
    good = {name: text for name, text in GOOD_SECRETS.items() if name not in names}
    return good | other


ROWS = (
    # Development defaults, kept in production.
    Misconfiguration(
        "default-key-in-production",
        append=PRODUCTION,
        env=good_but("SECRET_KEY"),
        key="SECRET_KEY",
        where=DEFAULTS,
        says="default",
        hint="SECRET_KEY",
        absent=DEFAULT_KEY,
    ),
    Misconfiguration(
        "default-database-password-in-production",
        append=PRODUCTION,
        env=good_but("MONGO_PASSWORD"),
        key="MONGO_PASSWORD",
        where=DEFAULTS,
        says="default",
        hint="MONGO_PASSWORD",
        absent="rootpassword",
    ),
    Misconfiguration(
        "default-database-user-in-production",
        append=PRODUCTION,
        env=good_but("MONGO_USER"),
        key="MONGO_USER",
        where=DEFAULTS,
        says="default",
        hint="MONGO_USER",
    ),
    Misconfiguration(
        "default-redis-password-in-prod-by-a-variable",
        env=good_but("REDIS_PASSWORD", INTEGR8S_ENVIRONMENT=" Prod "),
        key="REDIS_PASSWORD",
        where=DEFAULTS,
        says="default",
        hint="REDIS_PASSWORD",
        absent="redispassword",
    ),
    Misconfiguration(
        "production-by-the-override-and-no-secret",
        override='ENVIRONMENT = "PRODUCTION"',
        key="MONGO_PASSWORD",
        where=DEFAULTS,
        says="default",
        absent=(DEFAULT_KEY, "rootpassword", "redispassword"),
        among_others=True,
    ),
    Misconfiguration(
        "default-key-passed-on-in-production",
        append=PRODUCTION,
        env=good_but(SECRET_KEY=DEFAULT_KEY),
        key="SECRET_KEY",
        where=Place("SECRET_KEY"),
        says="default",
        absent=DEFAULT_KEY,
    ),
    Misconfiguration(
        "empty-variable-in-production",
        append=PRODUCTION,
        env=good_but(REDIS_PASSWORD=""),
        key="REDIS_PASSWORD",
        where=DEFAULTS,
        says="default",
        absent="redispassword",
    ),
    Misconfiguration(
        "env-file-is-not-read-in-production",
        append=PRODUCTION,
        env=good_but("REDIS_PASSWORD"),
        env_file="REDIS_PASSWORD=from-the-laptop\n",
        key="REDIS_PASSWORD",
        where=DEFAULTS,
        says="default",
        absent=("redispassword", "from-the-laptop"),
    ),
    # Secrets in files that are committed.
    Misconfiguration(
        "secret-in-the-base-file-in-production",
        append=f'{PRODUCTION}\nREDIS_PASSWORD = "swordfish-swordfish"',
        env=good_but("REDIS_PASSWORD"),
        key="REDIS_PASSWORD",
        where=base('REDIS_PASSWORD = "swordfish-swordfish"'),
        hint="REDIS_PASSWORD",
        absent="swordfish",
    ),
    Misconfiguration(
        "secret-in-the-override-in-production",
        override='MONGO_PASSWORD = "swordfish-swordfish"\n',
        env=good_but("MONGO_PASSWORD", INTEGR8S_ENVIRONMENT="production"),
        key="MONGO_PASSWORD",
        where=override('MONGO_PASSWORD = "swordfish-swordfish"'),
        hint="MONGO_PASSWORD",
        absent="swordfish",
    ),
)
