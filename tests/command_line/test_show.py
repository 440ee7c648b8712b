"""``integr8s-conf show`` prints a table for each section; plain text where it is piped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from integr8s_conf import Settings

from .commands import SETTINGS, integr8s_conf
from .everything import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .conftest import Answers

SHOW = ("integr8s-conf", "show")
COMMANDS = [
    SHOW,
    *((*SHOW, "--section", name) for name in ("kafka", "Kafka", "RATE_LIMIT", "rate-limit")),
    (*SHOW, "--section", "sse", "--section", "redis"),
]
REDIS = """\
Redis   plugin redis (integr8s-conf {version})
  key                     value     origin
  REDIS_HOST              "redis"   default
  REDIS_PORT              6379      default
  REDIS_DB                0         default
  REDIS_PASSWORD          ********  default
  REDIS_SSL               false     default
  REDIS_MAX_CONNECTIONS   200       config.toml:74
  REDIS_DECODE_RESPONSES  true      default

"""


def sections(out: str) -> list[str]:
    """Return the names of the sections that are shown."""
    return [line.split()[0] for line in out.splitlines() if line and not line.startswith(" ")]


def rows(out: str) -> dict[str, tuple[str, ...]]:
    """Return the rows of all tables: key -> value and origin."""
    cells = [
        [cell.strip() for cell in line.strip().split("  ") if cell.strip()]
        for line in out.splitlines()
        if line.startswith("  ")
    ]
    return {name: tuple(rest) for name, *rest in cells if name != "key"}


def test_every_section_and_key_is_shown(answers: Answers) -> None:
    done = answers[SHOW]
    assert (done.code, done.err) == (0, "")
    assert list(rows(done.out)) == list(
        Settings(SETTINGS / "config.toml", env_file=None, secrets_dir=SETTINGS)
    )
    assert len(sections(done.out)) == 11


def test_table(answers: Answers) -> None:
    out = answers[*SHOW, "--section", "sse", "--section", "redis"].out
    version = out.split("integr8s-conf ")[1].split(")")[0]
    assert out[out.index("Redis") :] == REDIS.format(version=version)


def test_origin_is_the_line_of_the_file_or_what_gave_the_value(
    deployment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (deployment / ".env").write_text("\nINTEGR8S_REDIS_DB=2\n", encoding="utf-8")
    monkeypatch.setenv("INTEGR8S_REDIS_PORT", "6380")
    monkeypatch.setenv("REDIS_PASSWORD", "hunter2")
    done = integr8s_conf("show", "--override", "config.k8s-worker.toml")
    shown = rows(done.out)
    assert shown["REDIS_DB"] == ("2", ".env:2")
    assert shown["REDIS_PORT"] == ("6380", "environment variable INTEGR8S_REDIS_PORT")
    assert shown["REDIS_PASSWORD"] == ("********", "environment variable REDIS_PASSWORD")
    assert shown["TRACING_SERVICE_NAME"] == ('"k8s-worker"', "config.k8s-worker.toml:3")
    assert shown["MONGODB_URL"][1].startswith("computed by core from MONGO_USER, MONGO_PASSWORD")
    assert shown["REDIS_HOST"] == ('"redis"', "default")


@pytest.mark.parametrize("name", ["kafka", "Kafka", "RATE_LIMIT", "rate-limit"])
def test_one_section_by_the_name_of_its_plugin_or_class(name: str, answers: Answers) -> None:
    done = answers[*SHOW, "--section", name]
    assert (done.code, done.err) == (0, "")
    assert sections(done.out) == ["Kafka" if name.lower() == "kafka" else "RateLimit"]


def test_several_sections_in_the_order_that_is_asked_for(answers: Answers) -> None:
    assert sections(answers[*SHOW, "--section", "sse", "--section", "redis"].out) == [
        "Sse",
        "Redis",
    ]


def test_default_that_another_plugin_gives_names_the_plugin(
    deployment: Path, stranger: Callable[[str], None]
) -> None:
    stranger("""
        from integr8s_conf import hookimpl

        @hookimpl
        def integr8s_defaults():
            return {"REDIS_HOST": "other", "NO_KEY": 3}
    """)
    done = integr8s_conf("show", "--section", "redis")
    assert rows(done.out)["REDIS_HOST"] == ('"other"', "default of plugin mail (mail-conf 1.0)")
    assert done.code == 0


def test_skipped_and_plugins_that_are_not_loaded_are_noted_on_standard_error(
    deployment: Path, stranger: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    stranger("""
        from integr8s_conf import hookimpl, rule

        @hookimpl
        def integr8s_defaults():
            return {"NO_KEY": 3}

        @hookimpl
        def integr8s_validators():
            return [rule("REDIS_DB", "NO_KEY", check=max, wanted="at most NO_KEY")]
    """)
    (deployment / "config.toml").write_text("REDIS_DB = 3\n", encoding="utf-8")
    monkeypatch.setenv("INTEGR8S_CONF_PLUGINS", "redis,mail")
    done = integr8s_conf("show")
    assert done.code == 0
    assert sections(done.out) == ["Redis"]
    notes = done.err.splitlines()
    assert "not loaded: plugin kafka (INTEGR8S_CONF_PLUGINS does not name it)" in notes
    assert not [note for note in notes if note.startswith("not loaded: plugin redis")]
    skipped = [note for note in notes if note.startswith("skipped: ")]
    assert len(skipped) == 2
    assert all("plugin mail (mail-conf 1.0)" in note and "NO_KEY" in note for note in skipped)


def test_warning_is_noted_on_standard_error(edit: Callable[..., None]) -> None:
    edit('REDIS_PASSWORD = "hunter2"')
    done = integr8s_conf("show", "--section", "redis")
    assert done.code == 0
    assert done.err.startswith("warning: REDIS_PASSWORD (config.toml:75): ********, a secret")
    assert "hunter2" not in done.out + done.err


def test_values_of_every_type(deployment: Path, stranger: Callable[[str], None]) -> None:
    stranger(EVERYTHING)
    shown = rows(integr8s_conf("show", "--section", "every").out)
    assert {key: value for key, (value, _) in shown.items()} == {
        "EVERY_BOOL": "true",
        "EVERY_INT": "3",
        "EVERY_FLOAT": "0.5",
        "EVERY_INFINITY": "inf",
        "EVERY_NONE": "none",
        "EVERY_LITERAL": "2",
        "EVERY_ENUM": '"red"',
        "EVERY_ENUMS": '["red", 1]',
        "EVERY_PATH": '"~/x"',
        "EVERY_DURATION": "90s",
        "EVERY_DATE": "2026-01-31",
        "EVERY_DATETIME": "2026-01-31T12:00:00",
        "EVERY_TIME": "12:00:00",
        "EVERY_TUPLE": '[1, "a"]',
        "EVERY_SET": "[2, 9, 10]",
        "EVERY_POINTS": '[{ x = 1, url = "http://********@host" },'
        ' { x = 2, url = "http://********@host" }]',
        "EVERY_TABLE": '{ "a b" = ["/x"] }',
        "EVERY_RECORD": '{ x = 1, url = "http://********@host" }',
        "EVERY_NAMES": '{ first = "a" }',
        "EVERY_ANY": '[{ a = { 1 = "http://********@host" } }]',
        "EVERY_CAST": "(1+2j)",
        "EVERY_URL": '"http://********@host/x"',
        "EVERY_ODD": '"\\u001b[31mred\\u0007 \\u202e é"',
    }
