"""What is no regular file, or far too large a one, is refused at once, whatever it stands for."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from integr8s_conf import ConfigError, Settings

from .loading import refused
from .special import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

every_kind = pytest.mark.parametrize(
    ("make", "words"), KINDS, ids=[make.__name__ for make, _ in KINDS]
)


@every_kind
def test_as_base_file(make: Callable[[Path], None], words: str, folder: Path) -> None:
    make(folder / "strange.toml")
    problem = refused(config_path="strange.toml")
    assert words in problem.found
    assert str(problem.origin) == "strange.toml"
    assert "base file" in problem.wanted


@every_kind
def test_as_default_base_file(make: Callable[[Path], None], words: str, folder: Path) -> None:
    (folder / "config.toml").unlink()
    make(folder / "config.toml")
    problem = refused()
    assert words in problem.found
    assert str(problem.origin) == "config.toml"


@every_kind
def test_as_override(make: Callable[[Path], None], words: str, folder: Path) -> None:
    make(folder / "worker.toml")
    problem = refused(override_path="worker.toml")
    assert words in problem.found
    assert str(problem.origin) == "worker.toml"
    assert "override file" in problem.wanted


@every_kind
def test_as_env_file(make: Callable[[Path], None], words: str, folder: Path) -> None:
    make(folder / ".env")
    problem = refused()
    assert words in problem.found.lower()
    assert str(problem.origin) == ".env"
    assert "env file" in problem.wanted


@every_kind
def test_as_file_that_a_variable_names(
    make: Callable[[Path], None], words: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(folder / "key")
    monkeypatch.setenv("SECRET_KEY_FILE", "./key")
    problem = refused()
    assert words in problem.found.lower()
    assert problem.key == "SECRET_KEY"
    assert "SECRET_KEY_FILE" in str(problem.origin)


@every_kind
def test_as_secret_file(make: Callable[[Path], None], words: str, folder: Path) -> None:
    make(folder / "secrets" / "SECRET_KEY")
    problem = refused(secrets_dir="secrets")
    assert problem.key == "SECRET_KEY"
    assert str(problem.origin) == "secrets/SECRET_KEY"


def test_folder_of_secrets_that_is_a_file(folder: Path) -> None:
    (folder / "keys").touch()
    problem = refused(secrets_dir="keys")
    assert problem.found == "not a directory"


@pytest.mark.parametrize("name", ["maps", "cmdline", "pagemap", "status"])
def test_files_of_the_kernel_are_refused(name: str) -> None:
    with pytest.raises(ConfigError, match=f"/proc/self/{name}"):
        Settings(f"/proc/self/{name}")


def test_environment_as_a_file_is_not_shown() -> None:
    """It is one line that begins with a key which is no secret, and goes on with secrets."""
    environment = {"HOSTNAME": "machine-7", "MONGO_PASSWORD": "swordfish", "UNKNOWN": "hunter2"}
    program = "from integr8s_conf import Settings; Settings('/proc/self/environ')"
    path = {"PYTHONPATH": os.pathsep.join(sys.path)}
    result = subprocess.run(
        [sys.executable, "-c", program],
        env=environment | path,
        capture_output=True,
        timeout=60,
        check=False,
    )
    said = result.stderr.decode()
    assert "/proc/self/environ:1:" in said
    assert not any(value in said for value in environment.values())


def test_folder_that_holds_the_base_file_is_told_apart(folder: Path) -> None:
    (folder / "conf.d").mkdir()
    assert refused(config_path="conf.d").hint == "name a file in it"
    (folder / "conf.d" / "config.toml").touch()
    assert refused(config_path="conf.d").hint == "did you mean conf.d/config.toml?"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("config.toml/more", "not a directory"),
        ("a" * 300, "name too long"),
        ("a\0b", "NUL"),
        ("", "directory"),
        ("no\x1b[31m", "no such file"),
        ("no\u202efile", "no such file"),
    ],
)
def test_path_that_cannot_be_one(path: str, words: str) -> None:
    assert words in refused(config_path=path).found
    assert words in refused(override_path=path).found
