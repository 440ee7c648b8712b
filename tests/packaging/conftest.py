"""A copy of the sources, the wheel that is built from it, and an editable install of it."""

from __future__ import annotations

import fcntl
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable
from importlib.metadata import Distribution, distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CACHES = shutil.ignore_patterns("__pycache__", "*.egg-info")

Run = Callable[..., str]
BuildOnce = Callable[[str, Callable[[Path], None]], Path]


def _run(*command: str | Path) -> str:
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def _pip(*arguments: str | Path) -> None:
    _run(sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", *arguments)


@pytest.fixture(scope="session")
def run() -> Run:
    """Run a command and return its standard output; where it fails, show all that it said."""
    return _run


@pytest.fixture(scope="session")
def build_once(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> BuildOnce:
    """Fill a folder once for all worker processes, one folder at a time."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent

    def once(name: str, build: Callable[[Path], None]) -> Path:
        folder, built = shared / name, shared / f"{name}.built"
        with (shared / "building").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not built.exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir()
                build(folder)
                built.touch()
        return folder

    return once


@pytest.fixture(scope="session")
def sources(build_once: BuildOnce) -> Path:
    """Return a copy of what the build reads: a build folder left in the checkout has no say."""

    def copy(folder: Path) -> None:
        for name in ("pyproject.toml", "README.md", "LICENSE"):
            shutil.copy(ROOT / name, folder)
        for name in ("integr8s_conf", "plugins"):
            shutil.copytree(ROOT / name, folder / name, ignore=CACHES)

    return build_once("sources", copy)


@pytest.fixture(scope="session")
def wheel(sources: Path, build_once: BuildOnce) -> Path:
    """Return the wheel, built by pip."""

    def build(folder: Path) -> None:
        _pip("wheel", "--no-deps", "--wheel-dir", folder, sources)

    [built] = build_once("wheel", build).glob("*.whl")
    return built


@pytest.fixture(scope="session")
def distribution(wheel: Path) -> Distribution:
    """Return the wheel's metadata."""
    [found] = distributions(path=[str(wheel)])
    return found


@pytest.fixture(scope="session")
def editable_python(sources: Path, build_once: BuildOnce) -> Path:
    """Return the Python of a fresh venv with an editable install, dependencies included."""

    def install(folder: Path) -> None:
        venv.create(folder, symlinks=True)
        _pip("--python", folder / "bin" / "python", "install", "--editable", sources)

    return build_once("editable", install) / "bin" / "python"
