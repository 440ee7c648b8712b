"""What ``usage`` finds in the code of the sample backend, and what it leaves alone."""

from __future__ import annotations

from .case import Case, Edit, Found, fault, look_alike

APP = "backend/app"
STORE = f"{APP}/events/store.py"
"""It reads ``conf``, the process's own settings; its last line is the 22nd."""

BASE = "settings/config.toml"
HEARTBEAT = "config.SSE_HEARTBEAT_INTERVAL"
STREAM = f"{APP}/sse/stream.py"


def _undeclared(key: str, place: str) -> Found:
    return Found("undeclared-read", key, f"{APP}/{place}")


def _in_store(*body: str, head: str = "def more() -> object:") -> Edit:
    """Return a function at the end of a module: its body begins in line 26."""
    return Edit(STORE, "", f"\n\n{head}\n" + "".join(f"    {line}\n" for line in body))


def _module(*lines: str) -> Edit:
    return Edit(f"{APP}/legacy.py", "", "".join(f"{line}\n" for line in lines))


FAULTS = (
    fault(
        "a key of the base file is read no more",
        Found("unread-key", "SSE_HEARTBEAT_INTERVAL", f"{BASE}:43"),
        Edit(STREAM, HEARTBEAT, "30"),
    ),
    fault(
        "a key that no file sets is read no more",
        Found("unread-key", "REDIS_DB", "section Redis"),
        Edit(f"{APP}/db/redis.py", "        db=redis.REDIS_DB,\n", ""),
    ),
    Case(
        "a worker's override sets a key that is read no more",
        (
            Edit(f"{APP}/notifications/service.py", "settings.NOTIF_MAX_SCHEDULE_DAYS", "25"),
            Edit("settings/config.saga-orchestrator.toml", "", "NOTIF_MAX_SCHEDULE_DAYS = 5\n"),
        ),
        (
            Found("unread-key", "NOTIF_MAX_SCHEDULE_DAYS", "section Notifications"),
            Found(
                "unread-override",
                "NOTIF_MAX_SCHEDULE_DAYS",
                "settings/config.saga-orchestrator.toml:5",
            ),
        ),
    ),
    fault(
        "a key is read by a test alone",
        Found("read-only-in-tests", "DLQ_RETENTION_DAYS", f"{BASE}:55"),
        Edit(f"{APP}/dlq/manager.py", "self.settings.DLQ_RETENTION_DAYS", "7"),
        Edit(
            "backend/tests/api_case.py",
            "",
            "\n\ndef days() -> int:\n    return settings.DLQ_RETENTION_DAYS\n",
        ),
    ),
    fault(
        "an attribute is misspelt",
        _undeclared("EVENT_RETENTION_DAY", "events/store.py:26"),
        _in_store("return conf.EVENT_RETENTION_DAY"),
    ),
    fault(
        "an item is misspelt",
        _undeclared("LOG_LEVELS", "core/logs.py:16"),
        Edit(f"{APP}/core/logs.py", "", '    logging.info(settings["LOG_LEVELS"])\n'),
    ),
    fault(
        "a name that getattr is given is misspelt",
        _undeclared("K8S_NAME_SPACE", "k8s/pods.py:22"),
        Edit(
            f"{APP}/k8s/pods.py",
            "        kubernetes_config.load_kube_config(",
            '        getattr(self.settings, "K8S_NAME_SPACE")\n'
            "        kubernetes_config.load_kube_config(",
        ),
    ),
    fault(
        "a name that get is given is misspelt",
        _undeclared("KAFKA_GRACE_TIMEOUT", "events/consumer.py:34"),
        Edit(f"{APP}/events/consumer.py", '"KAFKA_GRACEFUL_TIMEOUT")', '"KAFKA_GRACE_TIMEOUT", 5)'),
        _in_store("return conf.KAFKA_GRACEFUL_TIMEOUT"),
    ),
    fault(
        "a section's view is asked for a key that the section has not",
        _undeclared("SSE_HEARTBEAT_INTERVAL", "events/consumer.py:28"),
        Edit(
            f"{APP}/events/consumer.py",
            "max_poll_records=kafka.KAFKA_MAX_POLL_RECORDS",
            "max_poll_records=kafka.KAFKA_MAX_POLL_RECORDS // kafka.SSE_HEARTBEAT_INTERVAL",
        ),
    ),
    fault(
        "a key is misspelt where the settings have another name",
        _undeclared("APP_URI", "events/store.py:27"),
        _in_store("ours = conf", "return ours.APP_URI"),
    ),
    fault(
        "a key is misspelt in a closure, of settings that are given or the process's own",
        _undeclared("PROJECT_TITLE", "main.py:29"),
        Edit(
            f"{APP}/main.py",
            "        app.state.settings = settings\n",
            "        app.state.settings = settings\n        app.title = settings.PROJECT_TITLE\n",
        ),
    ),
)

LOOK_ALIKES = (
    look_alike(
        "a read by a function that is handed the settings",
        Edit(f"{APP}/core/logs.py", "level=settings.LOG_LEVEL", "level=level(settings)"),
        Edit(f"{APP}/core/logs.py", "", "\n\ndef level(config):\n    return config.LOG_LEVEL\n"),
    ),
    look_alike(
        "the settings of another framework",
        _module("from django.conf import settings", "", "DEBUG = settings.DEBUG"),
    ),
    look_alike(
        "a mapping that is called settings",
        _module('settings = {"TIMEOUT": 1}', "", 'TIMEOUT = settings["TIMEOUT"]'),
    ),
    look_alike(
        "another class that is called Settings",
        _module(
            "from pydantic_settings import BaseSettings",
            "class Settings(BaseSettings):",
            '    TOKEN: str = ""',
            "TOKEN = Settings().TOKEN",
        ),
    ),
    look_alike(
        "methods of settings",
        _in_store('conf.explain("MONGODB_URL")', "return conf.replace(REDIS_DB=3).as_dict()"),
    ),
    look_alike("a read in lower case", Edit(STREAM, HEARTBEAT, HEARTBEAT.lower())),
    look_alike("a read within a text", Edit(STREAM, HEARTBEAT, f'len(f"{{{HEARTBEAT}!s}} s")')),
    look_alike(
        "a parameter of the name of the settings",
        _in_store('return conf["EVENT_KIND"]', head="def kind(conf: dict[str, str]) -> str:"),
    ),
    look_alike(
        "a constant of a class that has settings",
        Edit(
            f"{APP}/dlq/manager.py",
            "        if attempt > self.settings.DLQ_RETRY_MAX_ATTEMPTS:",
            "        if attempt > min(self.MOST, self.settings.DLQ_RETRY_MAX_ATTEMPTS):",
        ),
        Edit(
            f"{APP}/dlq/manager.py",
            '    """When a message is tried again."""\n',
            '    """When a message is tried again."""\n\n    MOST = 9\n',
        ),
    ),
    look_alike(
        "a test for a key of a plugin that may be missing",
        _in_store('return "SENTRY_DSN" in conf'),
    ),
    look_alike(
        "a variable of the environment",
        _module("import os", "", 'URL = os.environ["MONGO_URL"]'),
    ),
    look_alike(
        "a member of a subclass of Settings",
        _module(
            "from integr8s_conf import Settings",
            "class Ours(Settings):",
            "    @property",
            "    def FULL_NAME(self) -> str:",
            '        return f"{self.PROJECT_NAME} {self.SERVICE_VERSION}"',
            "NAME = Ours().FULL_NAME",
        ),
    ),
    look_alike(
        "a read that waits in a lambda",
        Edit(STREAM, HEARTBEAT, f"(lambda: {HEARTBEAT})()"),
    ),
    look_alike(
        "words of a comment",
        _in_store("# conf.EVENT_RETENTION_DAY was here", 'return "conf.EVENT_RETENTION_DAY"'),
    ),
)
