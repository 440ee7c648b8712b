"""The example distribution of a deployment's own application: tables of dataclasses, and a rule."""

from __future__ import annotations

import importlib
import json
import os
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from integr8s_conf import ConfigError, Settings
from integr8s_conf.discover.discovery import installed_plugins, load_catalogue

from ..command_line.commands import integr8s_conf
from ..exports.ecma_validator import accepts, exported

if TYPE_CHECKING:
    from collections.abc import Iterator

    from integr8s_conf import Problem

    from ..conftest import Write

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "runtimes"
CONFIG = (EXAMPLE / "config.toml").read_text("utf-8")
MISTAKES = {
    'versions = ["1.23"]': [
        ("versions = []", "SUPPORTED_RUNTIMES", 3),
        ('version = ["1.23"]', "SUPPORTED_RUNTIMES.go.version", 12),
        ("versions = [1.23]", "SUPPORTED_RUNTIMES.go.versions[0]", 12),
        ('versions = "1.23"', "SUPPORTED_RUNTIMES.go.versions", 12),
    ],
    '"3.11"': [("3.11", "SUPPORTED_RUNTIMES.python.versions[2]", 7)],
    'file_ext = "go"\n': [("", "SUPPORTED_RUNTIMES.go", 11)],
    'go = "package main"': [("go = 1", "EXAMPLE_SCRIPTS.go", 17)],
}


@pytest.fixture(autouse=True)
def _installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Install the example as pip would: its package, and metadata of what its project says."""
    project = tomllib.loads((EXAMPLE / "pyproject.toml").read_text("utf-8"))["project"]
    name, version = project["name"], project["version"]
    metadata = tmp_path / "site" / f"{name.replace('-', '_')}-{version}.dist-info"
    metadata.mkdir(parents=True)
    said = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    (metadata / "METADATA").write_text(said, encoding="utf-8")
    [(group, plugins)] = project["entry-points"].items()
    entries = [f"[{group}]", *(f"{plugin} = {module}" for plugin, module in plugins.items())]
    (metadata / "entry_points.txt").write_text("\n".join(entries), encoding="utf-8")
    for folder in (metadata.parent, EXAMPLE):
        monkeypatch.syspath_prepend(folder)
        monkeypatch.setenv("PYTHONPATH", str(folder), prepend=os.pathsep)
    _look_for_plugins_anew()
    yield
    for module in [name for name in sys.modules if name.partition(".")[0] == "integr8s_runtimes"]:
        del sys.modules[module]
    _look_for_plugins_anew()


def _look_for_plugins_anew() -> None:
    importlib.invalidate_caches()
    installed_plugins.cache_clear()
    load_catalogue.cache_clear()


@pytest.fixture
def deployed(write: Write) -> Write:
    """The base file is the example's."""
    write("config.toml", CONFIG)
    return write


def problems() -> tuple[Problem, ...]:
    with pytest.raises(ConfigError) as refusal:
        Settings()
    return refusal.value.problems


def heading(problem: Problem) -> str:
    return str(problem).partition("\n")[0].strip()


def test_default_is_of_five_languages_with_a_script_each(write: Write) -> None:
    write("config.toml", "")
    settings = Settings()
    runtimes: Any = settings["SUPPORTED_RUNTIMES"]
    assert set(runtimes) == set(settings["EXAMPLE_SCRIPTS"])
    assert set(runtimes) == {"python", "node", "ruby", "go", "bash"}
    assert type(runtimes["python"]).__module__ == "integr8s_runtimes.languages"
    assert all(len(language.versions) > 1 for language in runtimes.values())


def test_file_changes_it_with_headers(deployed: Write) -> None:
    runtimes: Any = Settings()["SUPPORTED_RUNTIMES"]
    assert list(runtimes) == ["python", "go"]
    assert runtimes["python"].versions == ["3.13", "3.12", "3.11"]
    assert runtimes["go"].file_ext == "go"


@pytest.mark.parametrize(
    ("right", "wrong", "path", "line"),
    [(right, *mistake) for right, mistakes in MISTAKES.items() for mistake in mistakes],
)
def test_mistake_has_its_path_and_line_and_no_editor_takes_it(
    right: str, wrong: str, path: str, line: int, write: Write
) -> None:
    text = CONFIG.replace(right, wrong)
    write("config.toml", text)
    assert f"{path}   config.toml:{line}" in map(heading, problems())
    by_a_check_of_the_author_s = wrong == "versions = []"
    assert accepts(exported(), tomllib.loads(text)) == by_a_check_of_the_author_s
    assert accepts(exported(), tomllib.loads(CONFIG))


def test_unknown_name_and_what_it_stands_for_are_told_at_once(write: Write) -> None:
    write("config.toml", CONFIG.replace("file_ext = ", "file_exts = "))
    told = [(heading(one), one.found, one.hint) for one in problems()]
    assert told[:2] == [
        (
            "SUPPORTED_RUNTIMES.python   config.toml:3",
            "no file_ext",
            "add file_ext to it",
        ),
        (
            "SUPPORTED_RUNTIMES.python.file_exts   config.toml:9",
            "an unknown name",
            "did you mean file_ext?",
        ),
    ]
    assert len(told) == 4


def test_json_of_a_variable(deployed: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    value = {name: {"versions": ["1"], "file_ext": "x"} for name in ("python", "go", "zig")}
    monkeypatch.setenv("INTEGR8S_SUPPORTED_RUNTIMES", json.dumps(value))
    assert list(Settings()["SUPPORTED_RUNTIMES"]) == ["python", "go", "zig"]


def test_mistake_in_the_json_of_a_variable(
    deployed: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    value = {"python": {"versions": ["3.12", "3.11", 3.1], "file_ext": "py"}}
    monkeypatch.setenv("INTEGR8S_SUPPORTED_RUNTIMES", json.dumps(value))
    [problem] = problems()
    where = "environment variable INTEGR8S_SUPPORTED_RUNTIMES"
    assert heading(problem) == f"SUPPORTED_RUNTIMES.python.versions[2]   {where}"


def test_script_of_no_supported_runtime_is_refused(write: Write) -> None:
    write("config.toml", f'{CONFIG}cobol = "STOP RUN."\n')
    [problem] = problems()
    assert (problem.key, problem.path) == ("EXAMPLE_SCRIPTS", ())
    assert problem.found.endswith(": cobol cannot run")


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("explain SUPPORTED_RUNTIMES", "config.toml:3"),
        ("show --section runtimes", '["3.13", "3.12", "3.11"]'),
        ("export docs", "dict[str, LanguageInfo]"),
        ("export stubs", "dict[str, integr8s_runtimes.languages.LanguageInfo]"),
        ("export config", "bash = { versions = "),
    ],
)
def test_command_knows_it(command: str, said: str, deployed: Write) -> None:
    done = integr8s_conf(*command.split())
    assert (done.code, done.err) == (0, "")
    assert said in done.out


def test_exported_file_reads_back(write: Write) -> None:
    write("config.toml", "")
    default = Settings()
    write("config.toml", integr8s_conf("export", "config").out)
    assert Settings().as_dict() == default.as_dict()
