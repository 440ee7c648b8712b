"""Looking works where loading does not: commands show what resolves, and name all problems."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from integr8s_conf import Settings

from .commands import SETTINGS
from .conftest import BREAKS, edited

if TYPE_CHECKING:
    from pathlib import Path

    from .commands import Done
    from .conftest import Answers

ON = ("dynaconf", "-i", "integr8s_conf.settings")
OWN = ("dynaconf", "-i", "app_settings.settings")
LOOKING = (
    ("list",),
    ("list", "--json"),
    ("list", "-o", "all.json"),
    ("list", "-k", "REDIS_PORT"),
    ("inspect",),
    ("inspect", "-k", "REDIS_PORT"),
    ("inspect", "-e", "main"),
    ("inspect", "-f", "yaml"),
    ("inspect", "-m", "debug", "-vv"),
    ("inspect", "-k", "KAFKA_SESSION_TIMEOUT_MS"),
)
READING = (
    ("get", "REDIS_PORT"),
    ("get", "KAFKA_SESSION_TIMEOUT_MS"),
    ("get", "REDIS_PORT", "-d", "1"),
    ("validate", "--path", "."),
)
SHOW = ("integr8s-conf", "show")
CHECK = ("integr8s-conf", "check", "--config", "config.toml")
COMMANDS = [
    *((*who, *words) for who in (ON, OWN) for words in (*LOOKING, *READING)),
    SHOW,
    (*SHOW, "--format", "json"),
    CHECK,
    (*CHECK, "--format", "json"),
]
UNRESOLVED = "KAFKA_SESSION_TIMEOUT_MS"


def prepare(folder: Path) -> None:
    edited(folder / "config.toml", *BREAKS)
    text = "from integr8s_conf import Settings\n\nsettings = Settings()\n"
    (folder / "app_settings.py").write_text(text, encoding="utf-8")
    (folder / "dynaconf_validators.toml").write_text("REDIS_PORT = { eq = 6379 }", "utf-8")


def names_both_problems(text: str) -> bool:
    """Tell whether a text is the list of the two problems, given once."""
    head, *lines = text.splitlines()
    said = [line.split(maxsplit=1) for line in lines if line.strip()]
    hints = [rest for label, rest in said if label == "hint"]
    return (
        head.removeprefix("Error: ") == "2 problems in the configuration"
        and [line for line in said if line[0].isupper()]
        == [[UNRESOLVED, "config.toml:37"], ["KAFKA_MAX_POL_RECORDS", "config.toml:75"]]
        and hints[0] == f"drop the quotes: {UNRESOLVED} = 45000"
        and hints[1].startswith("did you mean KAFKA_MAX_POLL_RECORDS?")
        and len(hints) == 2
    )


def keys_listed(done: Done) -> list[str]:
    return [line.partition("<")[0] for line in done.out.splitlines() if "<" in line]


@pytest.fixture(scope="module")
def keys() -> list[str]:
    """Return every key that resolves in the broken configuration."""
    sound = Settings(SETTINGS / "config.toml", env_file=None, secrets_dir=SETTINGS)
    return [key for key in sound if key != UNRESOLVED]


@pytest.mark.parametrize("words", LOOKING)
@pytest.mark.parametrize("who", [ON, OWN])
def test_command_that_looks_names_both_problems_beside_it(
    who: tuple[str, ...], words: tuple[str, ...], answers: Answers
) -> None:
    done = answers[*who, *words]
    assert done.code == 0
    assert done.out
    assert names_both_problems(done.err)


@pytest.mark.parametrize("words", READING)
@pytest.mark.parametrize("who", [ON, OWN])
def test_command_that_reads_fails_with_the_problems(
    who: tuple[str, ...], words: tuple[str, ...], answers: Answers
) -> None:
    done = answers[*who, *words]
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("Error: ")
    assert names_both_problems(done.err)


@pytest.mark.parametrize("who", [ON, OWN])
def test_list_has_every_key_that_resolves(
    who: tuple[str, ...], answers: Answers, keys: list[str]
) -> None:
    assert keys_listed(answers[*who, "list"]) == keys
    assert sorted(json.loads(answers[*who, "list", "--json"].out)) == sorted(keys)


@pytest.mark.parametrize("who", [ON, OWN])
def test_inspect_has_every_key_that_resolves(
    who: tuple[str, ...], answers: Answers, keys: list[str]
) -> None:
    assert list(json.loads(answers[*who, "inspect"].out)["current"]) == keys


@pytest.mark.parametrize("who", [ON, OWN])
def test_inspect_shows_what_each_layer_says_of_a_key_that_does_not_resolve(
    who: tuple[str, ...], answers: Answers
) -> None:
    shown = json.loads(answers[*who, "inspect", "-k", UNRESOLVED].out)
    assert [(one["identifier"], one["value"]) for one in shown["history"]] == [
        ("config.toml", "45000"),
        ("defaults", 45000),
    ]


def test_show_has_every_key_that_resolves(answers: Answers, keys: list[str]) -> None:
    done = answers[SHOW]
    assert done.code == 78
    assert names_both_problems(done.err)
    rows = [line.split() for line in done.out.splitlines() if line.startswith("  ")]
    assert sorted(row[0] for row in rows if row[0] != "key") == sorted(keys)
    assert ["KAFKA_HEARTBEAT_INTERVAL_MS", "10000", "config.toml:38"] in rows


def test_show_as_json_has_keys_and_problems(answers: Answers, keys: list[str]) -> None:
    done = answers[*SHOW, "--format", "json"]
    assert (done.code, done.err) == (78, "")
    shown = json.loads(done.out)
    assert sorted(key["key"] for part in shown["sections"] for key in part["keys"]) == sorted(keys)
    assert shown["valid"] is False
    assert [(one["key"], one["origin"]["line"]) for one in shown["problems"]] == [
        (UNRESOLVED, 37),
        ("KAFKA_MAX_POL_RECORDS", 75),
    ]


def test_check_has_the_problems_alone(answers: Answers) -> None:
    done = answers[CHECK]
    assert (done.code, done.err) == (78, "")
    assert names_both_problems(done.out)


def test_check_as_json(answers: Answers) -> None:
    done = answers[*CHECK, "--format", "json"]
    assert (done.code, done.err) == (78, "")
    shown = json.loads(done.out)
    assert shown["valid"] is False
    assert [one["key"] for one in shown["problems"]] == [UNRESOLVED, "KAFKA_MAX_POL_RECORDS"]


def test_no_command_ends_in_a_traceback(answers: Answers) -> None:
    assert len(answers) == len(COMMANDS)
    assert not [words for words, done in answers.items() if "Traceback" in done.err + done.out]
