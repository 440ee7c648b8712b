"""A hint names the key, value or line that was meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from integr8s_conf import Settings
from integr8s_conf.suggest import nearest

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Refuse

TOP = "keys stand at the top level"

pytestmark = pytest.mark.filterwarnings("ignore::integr8s_conf.ConfigWarning")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("KAFKA_BOOTSTRAP_SERVER", "KAFKA_BOOTSTRAP_SERVERS"),
        ("BCRYTP_ROUNDS", "BCRYPT_ROUNDS"),
        ("web_threads", "WEB_THREADS"),
        ("webThreads", "WEB_THREADS"),
        ("WEB-THREADS", "WEB_THREADS"),
        ("MONGO_P0RT", "MONGO_PORT"),
        ("MONGO_PASS", "MONGO_PASSWORD"),
        ("ENVIRON", "ENVIRONMENT"),
        ("KAFKA_SESSION_TIMEOUT", "KAFKA_SESSION_TIMEOUT_MS"),
        ("ACCESS_TOKEN", "ACCESS_TOKEN_EXPIRE_MINUTES"),
    ],
)
def test_nearest_key_is_named(name: str, meant: str, refuse: Refuse) -> None:
    [problem] = refuse(f"{name} = 1\n").problems
    assert problem.hint == f"did you mean {meant}?"


@pytest.mark.parametrize("name", ["COLOUR", "KAFKA", "K8S_POD", "X", "_", "__class__", "get"])
def test_no_key_is_named_where_none_or_many_are_near(name: str, refuse: Refuse) -> None:
    [problem] = refuse(f"{name} = 1\n").problems
    assert problem.hint == "remove it, or install the plugin that declares it"


@pytest.mark.parametrize(
    ("word", "candidates", "meant"),
    [
        ("abc", ["abd", "xyz"], "abd"),
        ("abc", ["acb"], "acb"),
        ("abc", ["abcd", "abce"], "abcd"),
        ("abcdef", ["abcxyz"], None),
        ("abcdef", ["abcdxy"], "abcdxy"),
        ("WARN", ["WARNING", "INFO"], "WARNING"),
        ("IN", ["INFO"], None),
        ("WARN", ["WARNING", "WARNINGS"], None),
        ("", ["a"], None),
        ("a" * 100_000, ["a"], None),
    ],
)
def test_nearest_is_the_one_with_the_least_edits(
    word: str, candidates: list[str], meant: str | None
) -> None:
    assert nearest(word, candidates) == meant
    assert nearest(word, candidates[::-1]) == meant


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ('MONGO_PORT = "27017"', "drop the quotes: MONGO_PORT = 27017"),
        ('SECURE_COOKIES = "true"', "drop the quotes: SECURE_COOKIES = true"),
        ("SERVICE_VERSION = 1.0", 'put it in quotes: SERVICE_VERSION = "1.0"'),
        ("LOG_LEVEL = 'debug'", 'did you mean LOG_LEVEL = "DEBUG"?'),
        ("LOG_LEVEL = 'WARN'", 'did you mean LOG_LEVEL = "WARNING"?'),
        ("CORS_ORIGINS = 'https://a'", 'put it in brackets: CORS_ORIGINS = ["https://a"]'),
        ("WEB_TIMEOUT = 60.0", "drop the fraction: WEB_TIMEOUT = 60"),
        ("[web]\nWEB_THREADS = 1", f"drop the header [web] at line 1: {TOP}"),
        ("[[a.b]]\nWEB_THREADS = 1", f"drop the header [[a.b]] at line 1: {TOP}"),
        ("[a]\nb.WEB_THREADS = 1", f"drop the header [a] at line 1: {TOP}"),
        ("web.WEB_THREADS = 1", f"drop web. in front of it, or move it out of web: {TOP}"),
    ],
)
def test_hint_says_what_to_write(line: str, hint: str, refuse: Refuse) -> None:
    [problem] = refuse(f"{line}\n").problems
    assert problem.hint == hint


FAULTS = {
    "MONGO_HOST = mongo": 'put the text in quotes: MONGO_HOST = "mongo"',
    "MONGO_HOST = “mongo”": 'put the text in quotes: MONGO_HOST = "mongo"',
    "MONGO_HOST = 'mongo\"": 'close the quotes: MONGO_HOST = "mongo"',
    'MONGO_HOST = "mongo': 'close the quotes: MONGO_HOST = "mongo"',
    "MONGO_HOST = mongo # the host": 'put the text in quotes: MONGO_HOST = "mongo"',
    "MONGO_HOST: 'mongo'": "write it so: MONGO_HOST = 'mongo'",
    "export WEB_THREADS=4": "write it so: WEB_THREADS = 4",
    "WEB_THREADS 4": "write it so: WEB_THREADS = 4",
    "WEB_THREADS == 4": "write it so: WEB_THREADS = 4",
    "WEB_THREADS = 4,": "drop what follows the value: WEB_THREADS = 4",
    "WEB_TIMEOUT = 60;": "drop what follows the value: WEB_TIMEOUT = 60",
    "MONGO_PORT = 027017": "write a bare number: MONGO_PORT = 27017",
    "WEB_TIMEOUT = 2m": "write a bare number: WEB_TIMEOUT = 120",
    "KAFKA_REQUEST_TIMEOUT_MS = 40_000ms": "write a bare number: KAFKA_REQUEST_TIMEOUT_MS = 40000",
    "WEB_TIMEOUT = 40x": "write a bare number: WEB_TIMEOUT = 40",
    "TRACING_SAMPLING_RATE = 10%": "write a bare number: TRACING_SAMPLING_RATE = 0.1",
    "TRACING_SAMPLING_RATE = .5": "write a bare number: TRACING_SAMPLING_RATE = 0.5",
    "RATE_LIMIT_BURST_MULTIPLIER = 1,5": ("write a bare number: RATE_LIMIT_BURST_MULTIPLIER = 1.5"),
    "SECURE_COOKIES = True": "TOML writes it so: SECURE_COOKIES = true",
    "SECURE_COOKIES = off": "TOML writes it so: SECURE_COOKIES = false",
    "OTEL_SERVICE_NAME = null": 'TOML writes it so: OTEL_SERVICE_NAME = ""',
    'CORS_ORIGINS = ["https://a"': 'close it with ]: CORS_ORIGINS = ["https://a"]',
    'CORS_ORIGINS = ["https://a': 'close it with ]: CORS_ORIGINS = ["https://a"]',
    'CORS_ORIGINS = ["https://a" "https://b"]': (
        'put a comma between the items: CORS_ORIGINS = ["https://a", "https://b"]'
    ),
    "CORS_ORIGINS = [https://a, https://b]": (
        'put each text in quotes: CORS_ORIGINS = [ "https://a", "https://b"]'
    ),
    r'KUBERNETES_CONFIG_PATH = "C:\Users\kube"': (
        "put it in single quotes, which leave a backslash alone:"
        r" KUBERNETES_CONFIG_PATH = 'C:\Users\kube'"
    ),
    "LOG_LEVEL = DEBUG": 'put the text in quotes: LOG_LEVEL = "DEBUG"',
    "LOG_LEVEL = TRACE": 'the default is LOG_LEVEL = "INFO"',
    "WEB_TIMEOUT =": "the default is WEB_TIMEOUT = 60",
    "OTEL_EXPORTER_OTLP_ENDPOINT = collector": (
        "leave OTEL_EXPORTER_OTLP_ENDPOINT out, as the default does"
    ),
    "// threads per worker": "a comment begins with #: # threads per worker",
    "; threads per worker": "a comment begins with #: # threads per worker",
    "[kafka": "drop the header: keys stand at the top level",
    "<<<<<<< HEAD": "resolve the conflict of the merge",
    "]": "write it so: KEY = VALUE, or put # in front of a comment",
    "MONGO_PASSWORD = swordfish": 'write it so: MONGO_PASSWORD = "text in quotes"',
    "WEB_THREDS = four": 'write it so: WEB_THREADS = "text in quotes"',
}


@pytest.mark.parametrize(("line", "hint"), FAULTS.items(), ids=FAULTS)
def test_hint_on_bad_toml_is_the_line_that_was_meant(line: str, hint: str, refuse: Refuse) -> None:
    [problem] = refuse(f"{line}\n").problems
    assert problem.hint == hint


@pytest.mark.parametrize("line", FAULTS)
def test_line_that_a_hint_proposes_is_good(line: str, refuse: Refuse, tmp_path: Path) -> None:
    [problem] = refuse(f"{line}\n").problems
    proposed = re.search(r"[A-Z0-9_]{3,} = .+$", problem.hint)
    if proposed and "VALUE" not in proposed[0] and "text in quotes" not in proposed[0]:
        (tmp_path / "config.toml").write_text(proposed[0], encoding="utf-8")
        assert Settings()
