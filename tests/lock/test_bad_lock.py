"""A lock that is missing, edited, in conflict or of another format: where, and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import run

BAD = {
    "an edited value": (
        'version = "',
        'version = "9',
        "plugin core   {lock}:5",
        "not as it was written",
    ),
    "a line taken out": (
        'unit = "minutes"\n',
        "",
        "plugin core   {lock}:5",
        "not as it was written",
    ),
    "another type": ('type = "int"', "type = 7", "plugin core   {lock}:5", "not as it was written"),
    "an unknown name": (
        'type = "int"',
        'kind = "int"',
        "plugin core   {lock}:5",
        "as it was written",
    ),
    "a conflict": (
        "[plugins.core]",
        "<<<<<<< HEAD\n[plugins.core]",
        "{lock}:5",
        "conflict of a merge",
    ),
    "no TOML": ("[plugins.core]", "[plugins.core", "{lock}:5", "wanted  TOML"),
    "a newer format": ("lock-version = 1", "lock-version = 2", "{lock}:3", "update integr8s-conf"),
    "no format": ("lock-version = 1", "", "{lock}:1", "wanted  lock-version = 1"),
    "a table too many": (
        "[plugins.core]",
        "[mine]\n[plugins.core]",
        "{lock}:5",
        "mine, which no lock has",
    ),
    "plugins as a text": (
        "lock-version = 1",
        'lock-version = 1\nplugins = "all"\n[x',
        "{lock}",
        "TOML",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_lock_that_is_not_as_it_was_written_is_refused_at_its_line(
    name: str, locked: str
) -> None:
    was, now, place, said = BAD[name]
    Path("integr8s-conf.lock").write_text(locked.replace(was, now, 1), encoding="utf-8")
    done = run("check", "--locked")
    assert done.code == 78
    assert f"  {place.format(lock='integr8s-conf.lock')}" in done.out
    assert said in done.out
    assert "since integr8s-conf.lock" not in done.out

    assert run("lock").out == "integr8s-conf.lock: written\n"
    assert Path("integr8s-conf.lock").read_text(encoding="utf-8") == locked


@pytest.fixture
def locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the text of the lock in the working directory, which has an empty base file."""
    monkeypatch.chdir(tmp_path)
    Path("config.toml").write_text("")
    run("lock")
    return Path("integr8s-conf.lock").read_text(encoding="utf-8")


def test_without_a_lock_there_is_nothing_to_compare(write: object) -> None:
    Path("config.toml").write_text("")
    done = run("check", "--locked")
    assert done.code == 2
    assert "there is no integr8s-conf.lock here; make it with integr8s-conf lock" in done.err


def test_a_lock_is_of_all_sections() -> None:
    done = run("check", "--locked", "--section", "kafka")
    assert done.code == 2
    assert "give --locked or --section, not both" in done.err
