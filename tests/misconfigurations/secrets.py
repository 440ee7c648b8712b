"""Secrets that are too short, given twice, or in files that can't be read; none is ever shown."""

from .misconfiguration import SECRETS_FOLDER, Misconfiguration, Place, env_file

ROWS = (
    # A signing key that is too short, by each way in.
    Misconfiguration(
        "short-key-in-a-variable",
        env={"SECRET_KEY": "tiger-lily"},
        wanted="32",
        absent="tiger-lily",
    ),
    Misconfiguration(
        "short-key-in-a-prefixed-variable",
        env={"INTEGR8S_SECRET_KEY": "tiger-lily"},
        wanted="32",
        absent="tiger-lily",
    ),
    Misconfiguration(
        "short-key-in-the-base-file",
        line='SECRET_KEY = "tiger-lily"',
        wanted="32",
        absent="tiger-lily",
    ),
    Misconfiguration(
        "short-key-in-the-override",
        override='SECRET_KEY = "tiger-lily"',
        wanted="32",
        absent="tiger-lily",
    ),
    Misconfiguration(
        "short-key-in-the-env-file",
        env_file="SECRET_KEY=tiger-lily\n",
        wanted="32",
        absent="tiger-lily",
    ),
    Misconfiguration(
        "short-key-in-a-secret-file",
        secret_files={"SECRET_KEY": "tiger-lily\n"},
        wanted="32",
        absent="tiger-lily",
    ),
    Misconfiguration(
        "short-key-in-a-named-file",
        files={"keys/signing": b"tiger-lily\n"},
        env={"SECRET_KEY_FILE": "keys/signing"},
        key="SECRET_KEY",
        where=Place("keys/signing"),
        wanted="32",
        absent="tiger-lily",
    ),
    Misconfiguration(
        "key-of-31-characters-and-a-line-break",
        secret_files={"SECRET_KEY": "thirty-one-characters-long-only\n"},
        wanted="32",
        absent="thirty-one-characters",
    ),
    # One secret, two ways.
    Misconfiguration(
        "variable-and-file",
        env={
            "SECRET_KEY": "one-signing-key-of-some-good-length",
            "SECRET_KEY_FILE": "keys/signing",
        },
        files={"keys/signing": b"another-signing-key-of-some-length"},
        key="SECRET_KEY",
        where=Place("SECRET_KEY"),
        says="SECRET_KEY_FILE",
        absent=("one-signing-key", "another-signing-key"),
    ),
    Misconfiguration(
        "variable-with-and-without-prefix",
        env={"MONGO_PASSWORD": "swordfish-1", "INTEGR8S_MONGO_PASSWORD": "swordfish-2"},
        key="MONGO_PASSWORD",
        where=Place("MONGO_PASSWORD"),
        says="INTEGR8S_MONGO_PASSWORD",
        absent="swordfish",
    ),
    # Files that can't be read.
    Misconfiguration(
        "named-file-is-not-there",
        env={"REDIS_PASSWORD_FILE": "keys/redis"},
        key="REDIS_PASSWORD",
        where=Place("REDIS_PASSWORD_FILE"),
        says="keys/redis",
    ),
    Misconfiguration(
        "named-file-is-a-folder",
        env={"REDIS_PASSWORD_FILE": SECRETS_FOLDER},
        key="REDIS_PASSWORD",
        where=Place("REDIS_PASSWORD_FILE"),
        says="directory",
    ),
    Misconfiguration(
        "named-file-is-far-too-long",
        files={"keys/dump": b"swordfish" * 150_000},
        env={"MONGO_PASSWORD_FILE": "keys/dump"},
        key="MONGO_PASSWORD",
        where=Place("MONGO_PASSWORD_FILE"),
        says="1 MiB",
        absent="swordfish",
    ),
    Misconfiguration(
        "password-where-a-file-is-named",
        env={"MONGO_PASSWORD_FILE": "swordfish"},
        key="MONGO_PASSWORD",
        where=Place("MONGO_PASSWORD_FILE"),
    ),
    Misconfiguration(
        "secret-file-that-is-no-text",
        files={f"{SECRETS_FOLDER}/REDIS_PASSWORD": b"swordfish\xff\xfe"},
        key="REDIS_PASSWORD",
        where=Place(f"{SECRETS_FOLDER}/REDIS_PASSWORD"),
        says="UTF-8",
        absent="swordfish",
    ),
    Misconfiguration(
        "named-file-in-the-env-file-is-not-there",
        env_file="MONGO_USER_FILE=keys/user\n",
        key="MONGO_USER",
        where=env_file("MONGO_USER_FILE=keys/user"),
        says="keys/user",
    ),
)
