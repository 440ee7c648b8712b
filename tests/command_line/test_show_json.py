"""``integr8s-conf show --format json`` is for programs: a fixed shape, plain values."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from integr8s_conf import Settings

from .commands import SETTINGS, integr8s_conf
from .everything import EVERYTHING, PLAIN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest

    from .conftest import Answers

SHOW = ("integr8s-conf", "show", "--format", "json")
COMMANDS = [SHOW, (*SHOW, "--section", "redis")]
ORIGIN = {"layer": str, "name": str, "line": (int, None), "column": (int, None)}
PROBLEM = {
    "key": (str, None),
    "path": [object],
    "found": str,
    "wanted": str,
    "hint": str,
    "origin": (ORIGIN, None),
    "section": (str, None),
    "plugin": (str, None),
    "related": [{"key": str, "origin": ORIGIN}],
}
SHAPE = {
    "files": [str],
    "sections": [
        {
            "section": str,
            "plugin": (str, None),
            "distribution": (str, None),
            "keys": [{"key": str, "value": object, "shown": str, "secret": bool, "origin": ORIGIN}],
        }
    ],
    "not_loaded": [str],
    "skipped": [str],
    "valid": bool,
    "problems": [PROBLEM],
    "warnings": [PROBLEM],
}


def assert_shape(data: Any, shape: Any, where: str = "") -> None:
    """Fail where ``data`` has not the names and types of ``shape``; a tuple is a choice."""
    if isinstance(shape, tuple):
        shape = next(one for one in shape if (one is None) == (data is None))
    if isinstance(shape, dict):
        assert isinstance(data, dict), where
        assert list(data) == list(shape), where
        for name, part in shape.items():
            assert_shape(data[name], part, f"{where}.{name}")
    elif isinstance(shape, list):
        assert isinstance(data, list), where
        for number, item in enumerate(data):
            assert_shape(item, shape[0], f"{where}[{number}]")
    elif shape is not None:
        assert isinstance(data, shape), where


def keys_of(report: Any) -> dict[str, Any]:
    return {key["key"]: key for section in report["sections"] for key in section["keys"]}


def test_shape(answers: Answers) -> None:
    done = answers[SHOW]
    assert (done.code, done.err) == (0, "")
    report = json.loads(done.out)
    assert_shape(report, SHAPE)
    assert report["files"] == ["config.toml"]
    assert (report["valid"], report["problems"], report["warnings"]) == (True, [], [])


def test_shape_with_problems_and_warnings(edit: Callable[..., None]) -> None:
    edit(
        'REDIS_PASSWORD = "hunter2"',
        "K8S_POD_CPU_REQUEST = '2000m'",
        "MONGO_DB = oops",
        "NOBODY = 3",
    )
    done = integr8s_conf("show", "--format", "json")
    assert done.code == 78
    report = json.loads(done.out)
    assert_shape(report, SHAPE)
    assert report["valid"] is False
    assert len(report["problems"]) == 3
    assert [one["key"] for one in report["warnings"]] == ["REDIS_PASSWORD"]
    [syntax] = [one for one in report["problems"] if one["key"] in (None, "MONGO_DB")]
    assert (syntax["origin"]["line"], syntax["origin"]["column"]) == (13, 12)
    [rule] = [one for one in report["problems"] if one["related"]]
    assert (rule["key"], rule["related"][0]["key"]) == ("K8S_POD_CPU_REQUEST", "K8S_POD_CPU_LIMIT")
    assert (rule["origin"]["line"], rule["related"][0]["origin"]["line"]) == (19, 17)


def test_values_are_those_of_the_settings(answers: Answers) -> None:
    settings = Settings(SETTINGS / "config.toml", env_file=None, secrets_dir=SETTINGS)
    keys = keys_of(json.loads(answers[SHOW].out))
    assert {name: key["value"] for name, key in keys.items()} == settings.as_dict()


def test_origin_names_the_layer(answers: Answers) -> None:
    keys = keys_of(json.loads(answers[SHOW].out))
    assert keys["REDIS_MAX_CONNECTIONS"]["origin"] == {
        "layer": "base file",
        "name": "config.toml",
        "line": 74,
        "column": None,
    }
    assert keys["REDIS_HOST"]["origin"]["layer"] == "defaults"
    assert keys["MONGODB_URL"]["origin"]["layer"] == "computed"


def test_secret_is_marked(answers: Answers) -> None:
    keys = keys_of(json.loads(answers[SHOW].out))
    hidden = {name for name, key in keys.items() if key["secret"]}
    names = {"SECRET_KEY", "MONGO_USER", "MONGO_PASSWORD", "MONGODB_URL", "REDIS_PASSWORD"}
    assert hidden == names
    assert {keys[name]["value"] for name in names} == {"********"}


def test_one_section(answers: Answers) -> None:
    report = json.loads(answers[*SHOW, "--section", "redis"].out)
    assert [section["section"] for section in report["sections"]] == ["Redis"]
    assert report["sections"][0]["plugin"] == "redis"
    assert report["sections"][0]["distribution"].startswith("integr8s-conf ")


def test_values_of_every_type(deployment: Path, stranger: Callable[[str], None]) -> None:
    stranger(EVERYTHING)
    done = integr8s_conf("show", "--section", "every", "--format", "json")
    assert done.out.isascii()

    def refuse(text: str) -> None:
        raise AssertionError(f"{text} is no JSON")

    keys = keys_of(json.loads(done.out, parse_constant=refuse))
    assert {name: key["value"] for name, key in keys.items()} == PLAIN


def test_what_a_plugin_prints_is_not_in_it(
    deployment: Path, stranger: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    stranger("""
        from integr8s_conf import hookimpl

        print("the mail plugin says hello")

        @hookimpl
        def integr8s_defaults():
            return {}
    """)
    done = integr8s_conf("show", "--format", "json")
    assert json.loads(done.out)["valid"] is True
    assert "the mail plugin says hello" in done.err
