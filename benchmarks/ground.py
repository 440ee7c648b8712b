"""What every measurement stands on: the files, the environment, and other processes."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from pathlib import Path
from time import perf_counter_ns
from typing import IO, TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PACKAGE = Path(__file__).parent
SETTINGS = PACKAGE.parent / "settings"
BASE, OVERRIDE = "config.toml", "config.saga-orchestrator.toml"
SECRETS = {
    "SECRET_KEY": "benchmark-key-of-more-than-32-characters",
    "MONGO_USER": "benchmark",
    "MONGO_PASSWORD": "p@ss/word",
    "REDIS_PASSWORD": "benchmark-redis",
}
PYTHON = (sys.executable, "-s", "-P")
"""Python without the user's packages and without the working folder on its path: ``-I``, except
that PYTHONPATH is read, which is how the generated plugins are found."""


@contextlib.contextmanager
def deployed() -> Iterator[None]:
    """Be a deployed worker: in the settings folder, secrets in the environment, nothing else."""
    ours = [name for name in os.environ if name.startswith("INTEGR8S_")]
    before = {name: os.environ.pop(name) for name in ours}
    before |= {name: os.environ[name] for name in SECRETS if name in os.environ}
    os.environ.update(SECRETS)
    try:
        with contextlib.chdir(SETTINGS):
            yield
    finally:
        for name in SECRETS:
            os.environ.pop(name)
        os.environ.update(before)


def environment(folder: Path, **more: str) -> dict[str, str]:
    """Return the whole environment of a process that finds the packages in ``folder``."""
    link = folder / PACKAGE.name
    if not link.exists():
        link.symlink_to(PACKAGE, target_is_directory=True)
    return {"PATH": os.defpath, "PYTHONPATH": str(folder), **SECRETS, **more}


def process_time(program: str, variables: Mapping[str, str], *arguments: str) -> float:
    """Run a program in a new Python; return its nanoseconds from start to end.

    What it prints is thrown away; it must end well, or with the 1 of a command that says no.
    """
    command = [*PYTHON, "-c", program, *arguments]
    start = perf_counter_ns()
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    done = subprocess.run(command, env=variables, check=False, close_fds=False, **quiet)
    taken = perf_counter_ns() - start
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(arguments) or program} ended with {done.returncode}")
    return taken


def printed_number(module: str, *arguments: str, variables: Mapping[str, str]) -> float:
    """Run a module in a new Python; return the number that it prints."""
    command = [*PYTHON, "-m", module, *arguments]
    done = subprocess.run(command, env=variables, check=True, stdout=subprocess.PIPE, text=True)
    return float(done.stdout)


class Worker:
    """A process that stays, and takes one sample of the subject that it is asked for."""

    def __init__(self, module: str, *arguments: str, variables: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            [*PYTHON, "-m", module, *arguments],
            env=variables,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, subject: str) -> float:
        """Return one sample of ``subject``."""
        to_it, from_it = self._pipes()
        to_it.write(f"{subject}\n")
        to_it.flush()
        answer = from_it.readline()
        if not answer:
            raise SystemExit(f"the process that measures {subject} has died")
        return float(answer)

    def _pipes(self) -> tuple[IO[str], IO[str]]:
        to_it, from_it = self._process.stdin, self._process.stdout
        if to_it is None or from_it is None:
            raise RuntimeError("the process was started without pipes")
        return to_it, from_it

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for pipe in self._pipes():
            pipe.close()
        self._process.wait()
