"""Files that are not there, are no files, or hold no text."""

from .misconfiguration import BASE, OVERRIDE, Misconfiguration, Place, base

ROWS = (
    Misconfiguration(
        "base-file-misnamed",
        config_path="config.tests.toml",
        where=Place("config.tests.toml"),
        says="config.tests.toml",
    ),
    Misconfiguration(
        "base-file-is-a-folder",
        files={"conf.d/config.toml": b"WEB_THREADS = 4\n"},
        config_path="conf.d",
        where=Place("conf.d"),
        says="directory",
    ),
    Misconfiguration(
        "base-file-in-latin-1",
        files={BASE: b'# Pr\xfcfstand\nMONGO_HOST = "mongo"\n'},
        where=base("# Pr\udcfcfstand"),
        says="UTF-8",
    ),
    Misconfiguration(
        "base-file-in-utf-16",
        files={BASE: 'MONGO_HOST = "mongo"\n'.encode("utf-16")},
        where=Place(BASE),
        says="UTF-8",
    ),
    Misconfiguration(
        "base-file-far-too-long",
        files={BASE: b"# filler\n" * 150_000},
        where=Place(BASE),
        says="1 MiB",
    ),
    Misconfiguration(
        "base-file-with-a-nul",
        files={BASE: b'WEB_THREADS = 4\nMONGO_HOST = "mon\x00go"\n'},
        where=base('MONGO_HOST = "mon\x00go"'),
        absent="\x00",
    ),
    Misconfiguration(
        "base-file-of-brackets",
        files={BASE: b"CORS_ORIGINS = " + b"[" * 2000 + b"]" * 2000},
        where=Place(BASE),
    ),
    Misconfiguration(
        "override-file-in-latin-1",
        files={OVERRIDE: b'TRACING_SERVICE_NAME = "caf\xe9"\n'},
        where=Place(OVERRIDE),
        says="UTF-8",
    ),
    Misconfiguration(
        "override-file-misnamed",
        override_path="config.saga_orchestrator.toml",
        where=Place("config.saga_orchestrator.toml"),
        says="config.saga_orchestrator.toml",
    ),
    Misconfiguration(
        "override-file-given-as-a-module",
        override_path="config/saga-orchestrator",
        where=Place("config/saga-orchestrator"),
        says="config/saga-orchestrator",
    ),
)
