"""Each command explains itself, with examples that work."""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import click
import pytest

from integr8s_conf.cli import main

from .commands import SETTINGS, integr8s_conf, own_command

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ..conftest import Stranger
    from .conftest import Answers


def commands(group: click.Group = main, *words: str) -> Iterator[tuple[str, ...]]:
    for name, command in group.commands.items():
        yield (*words, name)
        if isinstance(command, click.Group):
            yield from commands(command, *words, name)


NAMES = list(commands())
GROUPS = [("export",)]


COMMANDS = [("integr8s-conf", *words, "--help") for words in ((), *NAMES)]


@pytest.mark.parametrize("words", NAMES, ids=" ".join)
def test_help_of_a_command_says_what_it_does(words: tuple[str, ...], answers: Answers) -> None:
    done = answers["integr8s-conf", *words, "--help"]
    assert (done.code, done.err) == (0, "")
    assert re.match(rf"Usage: \S.* {' '.join(words)} ", done.out)
    if words not in GROUPS:
        assert "\n  Examples:\n    # " in done.out
    assert max(map(len, done.out.splitlines())) <= 100


@pytest.mark.parametrize("words", NAMES, ids=" ".join)
def test_command_has_a_line_in_the_list_of_its_group(
    words: tuple[str, ...], answers: Answers
) -> None:
    *group, name = words
    out = answers["integr8s-conf", *group, "--help"].out
    (line,) = [line for line in out.splitlines() if re.match(rf"  {name}  +\S", line)]
    assert line.endswith(".")


FILES = {
    "README.md": "<!-- keys -->\n<!-- /keys -->\n",
    "app/config.py": "load = lambda config_path, override_path=None: {'DEBUG': True}\n",
    "app/settings.py": "class Settings:\n    brokers = 'kafka:29092'\n    DEBUG = True\n",
    "tests/test_app.py": "from app.config import load\n",
    "docker-compose.yml": "services: {backend: {image: backend}}\n",
    "deploy/compose.yaml": "services: {backend: {image: backend}}\n",
    "deploy/Dockerfile": "FROM python:3.13\n",
}
ANSWERS = {
    " diff ": (0, 1),
    " drift": (0, 1),
    " lint": (0, 1),
    " parity ": (1,),
    " usage ": (0, 1),
    "--assume-env": (78,),
}
"""The exit codes of examples that may find something; all others find nothing."""


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository with the deployment's settings folder and two commits."""
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copytree(SETTINGS, folder / "settings")
    (folder / "typings").mkdir()
    for name, text in FILES.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text)
    identity = ("-c", "user.name=Ann", "-c", "user.email=ann@localhost")
    for words in (
        ("init", "--quiet"),
        ("add", "."),
        (*identity, "commit", "--quiet", "--message", "The deployment"),
        (*identity, "commit", "--quiet", "--allow-empty", "--message", "Nothing"),
    ):
        subprocess.run(["git", *words], cwd=folder, check=True)
    (folder / "integr8s-conf").write_text(f'#!/bin/sh\nexec {own_line()} "$@"\n')
    (folder / "integr8s-conf").chmod(0o755)
    subprocess.run([*own_command(), "lock"], cwd=folder, check=True)
    return folder


def own_line() -> str:
    return " ".join(f"'{word}'" for word in own_command())


def examples() -> Iterator[str]:
    for words in NAMES:
        command: click.Command = main
        for word in words:
            assert isinstance(command, click.Group)
            command = command.commands[word]
        for line in (command.epilog or "").splitlines():
            if line.startswith("  $ "):
                yield line.removeprefix("  $ ")


@pytest.mark.parametrize("line", list(examples()))
def test_example_works(
    line: str, checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(checkout), prepend=":")
    shutil.copytree(checkout, tmp_path, dirs_exist_ok=True)
    for of_a_shell in ('eval "$(', ')"', "| source"):
        line = line.replace(of_a_shell, "")
    done = subprocess.run(
        ["bash", "-c", line], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )
    assert "Error" not in done.stderr
    assert done.returncode in next((ANSWERS[part] for part in ANSWERS if part in line), (0,))


@pytest.mark.parametrize("words", [("--help",), ("--version",), ("check", "--help"), ("plugins",)])
def test_broken_plugin_does_not_keep_one_from_looking(
    words: tuple[str, ...], stranger: Stranger
) -> None:
    stranger("import nowhere_at_all")
    assert integr8s_conf(*words).code == 0


@pytest.mark.parametrize("words", [("--help",), ("--version",), ("plugins",)])
def test_broken_metadata_does_not_keep_one_from_looking(
    words: tuple[str, ...], stranger: Stranger, monkeypatch: pytest.MonkeyPatch
) -> None:
    stranger("", name="mail = x\n[broken\nx")
    assert integr8s_conf(*words).code == 0
