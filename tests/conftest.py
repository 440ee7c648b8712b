"""What every test may use: an environment that says nothing, and plugins of strangers."""

from __future__ import annotations

import importlib
import os
import re
import subprocess
import sys
from textwrap import dedent
from typing import TYPE_CHECKING, Protocol

import pytest
from hypothesis import HealthCheck, settings

from integr8s_conf.discover.discovery import installed_plugins, load_catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

VARIABLES = re.compile(
    r"INTEGR8S_.*"
    r"|(SECRET_KEY|MONGO_USER|MONGO_PASSWORD|REDIS_PASSWORD|MONGODB_URL)(_FILE)?"
    r"|CREDENTIALS_DIRECTORY"
    r"|PYTEST_ADDOPTS"
)
"""What the framework would read, or a pytest that a test runs."""


settings.register_profile(
    "any machine, busy or not", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine, busy or not")


class Stranger(Protocol):
    def __call__(self, source: str, name: str = ..., distribution: str = ...) -> None: ...


class Write(Protocol):
    def __call__(self, name: str, text: str) -> Path: ...


class Python(Protocol):
    def __call__(self, code: str, *options: str, **variables: str) -> str: ...


@pytest.fixture(autouse=True)
def _silent_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the machine's environment is, none of the variables above is set."""
    for variable in list(os.environ):
        if VARIABLES.fullmatch(variable):
            monkeypatch.delenv(variable)


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Make ``tmp_path`` the working directory; return a function that writes a text file there.

    Its folders are made as needed, and only the user who runs the tests may read it.
    """
    monkeypatch.chdir(tmp_path)

    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
        path.chmod(0o600)
        return path

    return write


@pytest.fixture
def python() -> Python:
    """Return a function that runs code in a process of its own and returns what it prints.

    The process has the test's variables, those that are given by name, and the test's working
    directory, from which it imports nothing: that may be the source tree. One that fails fails the
    test, with what the process wrote to standard error.
    """

    def run(code: str, *options: str, **variables: str) -> str:
        command = [sys.executable, "-P", *options, "-c", dedent(code)]
        done = subprocess.run(
            command, env=os.environ | variables, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


@pytest.fixture
def stranger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stranger]:
    """Install a stranger's plugin for this test: a module, and the metadata of a distribution.

    ``stranger(source, name="mail", distribution="mail-conf")`` writes ``source`` (which may be
    indented) as the module ``mail_conf.mail`` (distribution, then plugin name, hyphens as
    underscores) and declares it in the entry-point group, as version 1.0 of the distribution.
    Nothing is imported: the plugin is found at the next load, with those that are installed.

    May be called several times, before the first load or after; with one ``distribution`` twice,
    that distribution brings two plugins. Processes that the test starts find the plugins as well.
    At the end the plugins are gone again, also from ``sys.modules``.
    """
    root = tmp_path_factory.mktemp("strangers")
    modules: list[str] = []

    with pytest.MonkeyPatch.context() as patch:

        def install(source: str, name: str = "mail", distribution: str = "mail-conf") -> None:
            site = root / distribution
            if not site.exists():
                _make_distribution(site, distribution)
                patch.syspath_prepend(site)
                patch.setenv("PYTHONPATH", str(site), prepend=os.pathsep)
            package = distribution.replace("-", "_")
            module = name.replace("-", "_")
            (site / package / f"{module}.py").write_text(dedent(source), encoding="utf-8")
            metadata = site / f"{package}-1.0.dist-info"
            with (metadata / "entry_points.txt").open("a", encoding="utf-8") as entries:
                entries.write(f"{name} = {package}.{module}\n")
            modules.extend((f"{package}.{module}", package))
            _forget_plugins()

        yield install

    for name in modules:
        sys.modules.pop(name, None)
    _forget_plugins()


def _make_distribution(site: Path, distribution: str) -> None:
    package = distribution.replace("-", "_")
    metadata = site / f"{package}-1.0.dist-info"
    metadata.mkdir(parents=True)
    (site / package).mkdir()
    (metadata / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.0\n", encoding="utf-8"
    )
    (metadata / "entry_points.txt").write_text("[integr8s_conf]\n", encoding="utf-8")


def _forget_plugins() -> None:
    """Let the next load look for plugins anew: they are found once per process."""
    importlib.invalidate_caches()
    installed_plugins.cache_clear()
    load_catalogue.cache_clear()
