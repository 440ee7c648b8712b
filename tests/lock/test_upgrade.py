"""An upgrade of a plugin: what ``check --locked`` says of it, in every form."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .conftest import Said, run
from .upgrade import AFTER, BASE, BEFORE, COMPUTED, RULE, WORKER

if TYPE_CHECKING:
    from ..conftest import Write
    from .conftest import Release

GOLDEN = Path(__file__).parent / "golden"

FOUND = [
    ("tightened-rule", "error", "MAIL_BATCH", "integr8s-conf.lock:10"),
    ("tightened-rule", "error", "MAIL_BATCH", "config.worker.toml:1"),
    ("new-required-key", "error", "MAIL_LANGUAGE", "integr8s-conf.lock:30"),
    ("tightened-rule", "error", "MAIL_PORT", "config.toml:3"),
    ("new-required-key", "error", "MAIL_REGION", "integr8s-conf.lock:5"),
    ("removed-key", "error", "MAIL_SPOOL", "config.worker.toml:4"),
    ("changed-type", "error", "MAIL_TLS", "config.worker.toml:6"),
    ("changed-declaration", "warning", "MAIL_COLOUR", "integr8s-conf.lock:15"),
    ("changed-default", "warning", "MAIL_FROM", "integr8s-conf.lock:22"),
    ("changed-declaration", "warning", "MAIL_GONE", "integr8s-conf.lock:25"),
    ("deprecated-key", "warning", "MAIL_OLD", "config.worker.toml:3"),
    ("new-key", "warning", "MAIL_RETRIES", "integr8s-conf.lock:5"),
    ("changed-type", "warning", "MAIL_TIMEOUT", "config.worker.toml:5"),
    ("changed-default", "warning", "MAIL_TLS", "integr8s-conf.lock:73"),
    ("became-secret", "warning", "MAIL_TOKEN", "config.toml:4"),
    ("renamed-key", "warning", "MAIL_USER", "config.toml:5"),
    ("version-changed", "warning", None, "integr8s-conf.lock:7"),
]
"""Each kind of change, and where it is told."""


@pytest.fixture
def upgraded(release: Release, write: Write) -> str:
    """Lock version 1.0 of the plugin, and install 2.0; return what the lock was."""
    write("config.toml", BASE)
    write("config.worker.toml", WORKER)
    release("1.0", BEFORE, COMPUTED)
    assert run("lock") == Said(0, "integr8s-conf.lock: written\n")
    release("2.0", AFTER, COMPUTED + RULE)
    return Path("integr8s-conf.lock").read_text(encoding="utf-8")


def golden(name: str) -> str:
    return (GOLDEN / name).read_text(encoding="utf-8")


def place(origin: dict[str, str | int]) -> str:
    return f"{origin['name']}:{origin['line']}" if origin["line"] else str(origin["name"])


@pytest.mark.usefixtures("upgraded")
def test_each_kind_of_change_is_told_where_it_is_to_be_mended() -> None:
    done = run("check", "--locked", "--format", "json")
    told = json.loads(done.out)["locked"]["diagnostics"]
    assert done.code == 78
    assert [(one["rule"], one["level"], one["key"], place(one["origin"])) for one in told] == FOUND


@pytest.mark.usefixtures("upgraded")
def test_the_text_says_what_was_what_is_and_what_to_do() -> None:
    _, _, said = run("check", "--locked").out.partition("since integr8s-conf.lock\n")
    said, count, total = said.rpartition("check --locked: 17 findings; ")
    assert count, total
    assert said == golden("upgrade.txt")


@pytest.mark.usefixtures("upgraded")
def test_code_scanning_and_github_get_the_same_findings_with_their_places() -> None:
    [scan] = json.loads(run("check", "--locked", "--format", "sarif").out)["runs"]
    rules = [one["id"] for one in scan["tool"]["driver"]["rules"]]
    results = scan["results"][-len(FOUND) :]
    assert [one["ruleId"] for one in results] == [rule for rule, *_ in FOUND]
    assert all(rules[one["ruleIndex"]] == one["ruleId"] for one in results)

    lines = run("check", "--locked", "--format", "github").out.splitlines()
    told = [line for line in lines if "%0Arule: " in line]
    assert [line.partition("%0Arule: ")[2] for line in told] == [rule for rule, *_ in FOUND]
    assert told[5].startswith("::error file=config.worker.toml,line=4,title=MAIL_SPOOL::")


def test_the_new_lock_says_what_changed_and_then_nothing_differs(upgraded: str) -> None:
    stale = run("lock", "--check")
    assert stale.code == 1
    assert stale.err.startswith("integr8s-conf.lock is stale; run integr8s-conf lock\n")
    assert Path("integr8s-conf.lock").read_text(encoding="utf-8") == upgraded

    written = run("lock")
    assert written.out == golden("changes.txt")
    assert stale.err.splitlines()[1:] == written.out.splitlines()[1:]
    assert run("lock", "--check") == Said(0, "integr8s-conf.lock: up to date\n")
    assert json.loads(run("check", "--locked", "--format", "json").out)["locked"]["clean"]


def test_an_upgrade_that_touches_no_file_still_fails(release: Release, write: Write) -> None:
    write("config.toml", "")
    release("1.0", 'MAIL_HOST: str = setting("a", "Host")')
    run("lock")
    assert run("check", "--locked").code == 0
    release("1.1", 'MAIL_HOST: str = setting("a", "The host, in other words")')
    done = run("check", "--locked")
    assert done.code == 1
    assert done.out.endswith("check --locked: 1 finding; 86 keys of 12 plugins\n")


def test_no_secret_and_no_trace_of_one_is_in_a_lock_or_a_report(upgraded: str) -> None:
    texts = [upgraded, run("check", "--locked").out, run("lock").out]
    texts.append(Path("integr8s-conf.lock").read_text(encoding="utf-8"))
    for text in texts[1:]:
        assert not any(f"dev-{what}" in text for what in ("mail-1", "mail-2", "token-1", "token-2"))
    assert "dev-mail-1" not in upgraded
    [_, password] = upgraded.split("MAIL_PASSWORD]\n")
    assert password.startswith('type = "str"\nsecret = true\ndefault = "********"\n\n')


def test_what_variables_set_by_names_of_before_is_told_too(
    release: Release, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("config.toml", "")
    release("1.0", 'SMTP_USER: str = setting("", "Who")\nSMTP_SPOOL: str = setting("", "Where")')
    run("lock")
    monkeypatch.setenv("INTEGR8S_SMTP_USER", "me")
    monkeypatch.setenv("INTEGR8S_SMTP_SPOOL", "/tmp")
    release("2.0", 'MAIL_USER: str = setting("", "Who", renamed_from="SMTP_USER")')
    told = json.loads(run("check", "--locked", "--format", "json").out)["locked"]["diagnostics"]
    assert [(one["rule"], one["origin"]["name"]) for one in told[:2]] == [
        ("removed-key", "environment variable INTEGR8S_SMTP_SPOOL"),
        ("renamed-key", "environment variable INTEGR8S_SMTP_USER"),
    ]
