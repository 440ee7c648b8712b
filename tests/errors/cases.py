"""A case of each kind of mistake; ``golden/NAME.txt`` holds the text that it must give."""

from .case import Case

KAFKA = "KAFKA_HEARTBEAT_INTERVAL_MS = 10000\n"
PRODUCTION = {"INTEGR8S_ENVIRONMENT": "production"}
SIGNING_KEY = "a-signing-key-that-is-really-long-enough"

FILES = {
    "three-problems": Case(
        base="# The broker.\n"
        'KAFKA_SESSION_TIMEOUT_MS = "45000"\n'
        'KAFKA_BOOTSTRAP_SERVER = "kafka:29092"\n\n'
        "TRACING_SAMPLING_RATE = 10\n",
    ),
    "number-in-quotes": Case(base='KAFKA_SESSION_TIMEOUT_MS = "45000"\n'),
    "text-without-quotes-that-reads-as-a-number": Case(base="SERVICE_VERSION = 1.0\n"),
    "wrong-item-of-a-list": Case(base='CORS_ORIGINS = [\n  "https://a.example",\n  443,\n]\n'),
    "list-in-one-text": Case(base='CORS_ORIGINS = "https://a.example, https://b.example"\n'),
    "out-of-range": Case(base="MONGO_PORT = 70000\n"),
    "not-a-number": Case(base="TRACING_SAMPLING_RATE = nan\n"),
    "choice": Case(base='LOG_LEVEL = "debug"\n'),
    "choice-like-none": Case(base='LOG_LEVEL = "TRACE"\n'),
    "empty-text": Case(base='SERVICE_NAME = "  "\n'),
    "url-without-a-scheme": Case(base='OTLP_TRACES_ENDPOINT = "jaeger:4317"\n'),
    "url-of-an-optional-key": Case(base='OTEL_EXPORTER_OTLP_ENDPOINT = "grpc://jaeger:4317"\n'),
    "url-with-a-password": Case(base='APP_URL = "htp://otel:hunter2@jaeger:4317"\n'),
    "quantity": Case(base='K8S_POD_MEMORY_LIMIT = "128MB"\n'),
    "quantity-of-the-wrong-type": Case(base="K8S_POD_CPU_REQUEST = 1\n"),
    "pair-of-keys": Case(base=f"{KAFKA}KAFKA_SESSION_TIMEOUT_MS = 6000\n"),
    "pair-over-two-files": Case(
        base=KAFKA,
        files={"worker.toml": "KAFKA_SESSION_TIMEOUT_MS = 6000\n"},
        request={"override_path": "worker.toml"},
    ),
    "pair-of-quantities": Case(base='K8S_POD_CPU_LIMIT = "1"\nK8S_POD_CPU_REQUEST = "2"\n'),
    "unknown-key": Case(base="KAFKA_REQUST_TIMEOUT_MS = 40000\n"),
    "unknown-key-like-none": Case(base='FAVOURITE_COLOUR = "#4682b4"\n'),
    "unknown-key-beside-the-right-one": Case(base='log_level = "INFO"\nLOG_LEVEL = "INFO"\n'),
    "unknown-secret": Case(base='MONGO_PASWORD = "hunter2"\n'),
    "key-in-a-table": Case(base="[server]\nSERVER_PORT = 8443\n"),
    "many-keys-in-a-table": Case(
        base='LOG_LEVEL = "INFO"\n\n[kafka]\nKAFKA_MAX_POLL_RECORDS = 500\n'
        "KAFKA_GRACEFUL_TIMEOUT = 15.0\nKAFKA_POLL_RECORDS = 500\n",
    ),
    "key-in-an-array-of-tables": Case(base="[[redis]]\nREDIS_DB = 2\n"),
    "dotted-key": Case(base="redis.REDIS_DB = 2\n"),
    "empty-table": Case(base="[kafka]\n"),
    "key-twice": Case(base="WEB_THREADS = 4\nLOG_LEVEL = 'INFO'\nWEB_THREADS = 8\n"),
    "table-twice": Case(base="[a]\nx = 1\n[b]\n[a]\ny = 2\n"),
    "quotes-forgotten": Case(base="LOG_LEVEL = 'INFO'\nMONGO_HOST = mongo\n"),
    "quote-not-closed": Case(base='MONGO_HOST = "mongo\nWEB_THREADS = 4\n'),
    "list-not-closed": Case(
        base='CORS_ORIGINS = [\n  "https://a.example",\n  "https://b.example"\nWEB_THREADS = 4\n'
    ),
    "comma-forgotten": Case(
        base='CORS_ORIGINS = [\n  "https://a.example"\n  "https://b.example",\n]\nWEB_THREADS = 4\n'
    ),
    "equals-sign-forgotten": Case(base="WEB_THREADS 4\n"),
    "yaml": Case(base="WEB_THREADS: 4\n"),
    "value-forgotten": Case(base="WEB_TIMEOUT =\n"),
    "python": Case(base="SECURE_COOKIES = True\n"),
    "unit-behind-a-number": Case(base="KAFKA_REQUEST_TIMEOUT_MS = 40s\n"),
    "path-of-windows": Case(base='KUBERNETES_CONFIG_PATH = "C:\\Users\\kube"\n'),
    "conflict-of-a-merge": Case(
        base="<<<<<<< HEAD\nWEB_CONCURRENCY = 2\n=======\nWEB_CONCURRENCY = 8\n>>>>>>> scale-up\n"
    ),
    "fault-in-a-long-line": Case(
        base='CORS_ORIGINS = ["https://app.integr8scode.cc", "https://integr8scode.cc",'
        ' "https://localhost:5001", https://127.0.0.1:5001, "https://localhost"]\n'
    ),
    "fault-in-a-line-with-a-password": Case(base="APP_URL = https://otel:hunter2@jaeger:4317\n"),
    "fault-in-a-line-of-a-secret": Case(base='MONGO_PASSWORD = "swordfish\n'),
    "fault-in-a-line-of-an-unknown-key": Case(base="MONGO_PASWORD = swordfish\n"),
    "fault-in-a-line-of-no-key": Case(base="swordfish!\n"),
    "secret-twice": Case(base="MONGO_USER = 'one'\nMONGO_USER = 'two'\n"),
    "control-character": Case(base='MONGO_HOST = "mon\x1b[31mgo"\n'),
    "no-break-space": Case(base="WEB_THREADS =\u00a04\n"),
    "line-breaks-of-old-macs": Case(base="WEB_THREADS = 4\rWEB_TIMEOUT = 60\r"),
    "latin-1": Case(files={"config.toml": b"# Pr\xfcfstand\n"}),
    "utf-16": Case(files={"config.toml": "WEB_THREADS = 4\n".encode("utf-16")}),
    "too-large": Case(files={"config.toml": b"#" * 1_350_000}),
    "nested-too-deep": Case(base=f"CORS_ORIGINS = {'[' * 99}{']' * 99}\n"),
}
PLACES = {
    "no-default-base-file": Case(base=None),
    "no-base-file": Case(files={"elsewhere/config.toml": ""}, request={"config_path": "app.toml"}),
    "no-override": Case(
        files={"config.saga-orchestrator.toml": ""},
        request={"override_path": "config.saga_orchestrator.toml"},
    ),
    "folder-for-a-file": Case(files={"conf.d/config.toml": ""}, request={"config_path": "conf.d"}),
    "no-env-file": Case(request={"env_file": "production.env"}),
    "no-folder-of-secrets": Case(request={"secrets_dir": "keys"}),
}
VARIABLES = {
    "unknown-variable": Case(env={"INTEGR8S_KAFKA_BOOTSTRAP_SERVER": "kafka:29092"}),
    "unknown-variable-like-none": Case(env={"INTEGR8S_SMTP_RELAY": "mail:25"}),
    "wrong-variable": Case(env={"INTEGR8S_WEB_TIMEOUT": "a minute"}),
    "variable-out-of-range": Case(env={"INTEGR8S_SERVER_PORT": "0"}),
    "undecodable-variable": Case(env={"INTEGR8S_PROJECT_NAME": "caf\udce9"}),
    "wrong-line-of-the-env-file": Case(files={".env": "A=1\nINTEGR8S_BCRYPT_ROUNDS=four\n"}),
    "prefix-and-none": Case(env={"MONGO_USER": "one", "INTEGR8S_MONGO_USER": "two"}),
}
SECRETS = {
    "secret-too-short": Case(env={"SECRET_KEY": "tiger-lily"}),
    "secret-too-short-in-a-file": Case(base='SECRET_KEY = "tiger-lily"\n'),
    "secret-without-quotes": Case(base="REDIS_PASSWORD = 12345\n"),
    "secret-and-its-file": Case(
        files={"key": SIGNING_KEY}, env={"SECRET_KEY": SIGNING_KEY, "SECRET_KEY_FILE": "./key"}
    ),
    "file-of-a-secret-missing": Case(env={"SECRET_KEY_FILE": "./keys/signing"}),
    "default-secrets-in-production": Case(env=PRODUCTION | {"SECRET_KEY": SIGNING_KEY}),
    "secret-in-a-file-in-production": Case(
        base='REDIS_PASSWORD = "swordfish-of-production"\n',
        env=PRODUCTION
        | {"SECRET_KEY": SIGNING_KEY, "MONGO_USER": "mongo", "MONGO_PASSWORD": "swordfish"},
    ),
}
OVERRIDES = {
    "unknown-override": Case(request={"overrides": {"REDIS_DATABASE": 3}}),
    "wrong-override": Case(request={"overrides": {"REDIS_DB": "3"}}),
}
MAIL = """
from integr8s_conf import Section, hookimpl, rule, setting

class Mail(Section):
    MAIL_HOST: str = setting(description="SMTP host", min_length=1)
    MAIL_PASSWORD: str = setting(description="SMTP password", secret=True)
    MAIL_FROM: str = setting("a@b", "Sender", pattern=".+@.+", examples=("ops@example.org",))

@hookimpl
def integr8s_sections():
    return [Mail]
"""
RUNTIMES = """\
from dataclasses import dataclass
from integr8s_conf import Section, hookimpl, setting

@dataclass(frozen=True)
class LanguageInfo:
    versions: list[str]
    file_ext: str

class Runtimes(Section):
    SUPPORTED_RUNTIMES: dict[str, LanguageInfo] = setting(dict, "Languages that run")

@hookimpl
def integr8s_sections():
    return [Runtimes]
"""
PLUGINS = {
    "parts-of-tables": Case(
        base='[SUPPORTED_RUNTIMES.python]\nversions = [\n  "3.12",\n  "3.11",\n  3.9,\n]\n'
        'file_ext = "py"\n\n[SUPPORTED_RUNTIMES."c++"]\nversion = ["20"]\nfile_ext = true\n',
        plugins={"runtimes": RUNTIMES},
    ),
    "required-keys-missing": Case(plugins={"mail": MAIL}),
    "example-of-a-plugin": Case(
        base='MAIL_HOST = "smtp"\nMAIL_FROM = "ops"\n',
        env={"MAIL_PASSWORD": "swordfish"},
        plugins={"mail": MAIL},
    ),
    "plugin-that-cannot-be-imported": Case(
        base="MAIL_HOST = 'smtp'\n", plugins={"mail": "import surely_not_installed\n"}
    ),
    "plugin-that-is-not-allowed": Case(
        base="REDIS_DB = 2\nWEB_THREAD = 2\nSSE_CONSUMER_POOL_SIZE = 20\nSSE_TIMEOUT = 1\n",
        env={"INTEGR8S_CONF_PLUGINS": "server,sse"},
    ),
    "allowed-plugin-that-is-not-installed": Case(env={"INTEGR8S_CONF_PLUGINS": "sse,redys"}),
}
CASES = FILES | PLACES | VARIABLES | SECRETS | OVERRIDES | PLUGINS
