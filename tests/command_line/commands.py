"""Runs the two command lines in processes of their own."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import struct
import subprocess
import sys
import termios
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

SETTINGS = Path(__file__).parents[2] / "settings"
DYNACONF = (sys.executable, "-m", "dynaconf")


@dataclass(frozen=True)
class Done:
    """What a command wrote, and its exit code."""

    code: int
    out: str
    err: str


def own_command() -> tuple[str, ...]:
    """Return the command ``integr8s-conf``: the script beside Python, or what it runs."""
    script = Path(sys.executable).with_name("integr8s-conf")
    if script.exists():
        return (str(script),)
    return (sys.executable, "-c", "from integr8s_conf.cli import main; main()")


def run(*command: str, **variables: str) -> Done:
    """Run a command in the working directory, with more variables."""
    done = subprocess.run(
        command,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Done(done.returncode, done.stdout, done.stderr)


def dynaconf(*arguments: str, instance: str = "integr8s_conf.settings", **variables: str) -> Done:
    """Run ``dynaconf`` on the process's own settings, or on another instance."""
    return run(*DYNACONF, "-i", instance, *arguments, **variables)


def integr8s_conf(*arguments: str, **variables: str) -> Done:
    """Run ``integr8s-conf``."""
    return run(*own_command(), *arguments, **variables)


@dataclass(frozen=True)
class Call:
    """A call of one of the two command lines, somewhere, with more variables."""

    program: str
    arguments: tuple[str, ...]
    folder: Path
    variables: Mapping[str, str] = field(default_factory=dict)


_RUN_ALL = """
import json, os, sys, traceback
import dynaconf.cli, integr8s_conf.cli
from integr8s_conf.discover.discovery import load_catalogue
from integr8s_conf.discover.policy import PluginPolicy

load_catalogue(PluginPolicy())
for number, [program, arguments, folder, variables] in enumerate(json.load(sys.stdin)):
    child = os.fork()
    if child:
        _, status = os.waitpid(child, 0)
        with open(f"{number}.code", "w") as file:
            print(os.waitstatus_to_exitcode(status), file=file)
        continue
    for stream, name in ((1, "out"), (2, "err")):
        os.dup2(os.open(f"{number}.{name}", os.O_WRONLY | os.O_CREAT, 0o600), stream)
    os.chdir(folder)
    os.environ.update(variables)
    sys.argv = [program, *arguments]
    code = 0
    try:
        dynaconf.cli.main() if program == "dynaconf" else integr8s_conf.cli.main()
    except SystemExit as error:
        code = error.code or 0
    except BaseException:
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
"""


def run_all(calls: Iterable[Call], results: Path) -> list[Done]:
    """Make many calls, each in a fork of one process that has loaded the plugins, and no settings.

    What they write is kept in the folder ``results``. ``dynaconf validate`` wants ``--path .``:
    it takes the working directory from when dynaconf was imported.
    """
    asked = [
        (call.program, call.arguments, str(call.folder), dict(call.variables)) for call in calls
    ]
    host = subprocess.run(
        [sys.executable, "-c", _RUN_ALL],
        input=json.dumps(asked),
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=results,
    )
    assert host.returncode == 0, host.stderr
    return [
        Done(
            int((results / f"{number}.code").read_text()),
            (results / f"{number}.out").read_text(encoding="utf-8"),
            (results / f"{number}.err").read_text(encoding="utf-8"),
        )
        for number in range(len(asked))
    ]


def on_terminal(columns: int, *arguments: str, **variables: str) -> Done:
    """Run ``integr8s-conf`` on a terminal of some columns; both its streams are in ``out``."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    unset = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "TERM")
    environ = {name: text for name, text in os.environ.items() if name not in unset}
    with subprocess.Popen(
        [*own_command(), *arguments],
        env={**environ, "TERM": "xterm-256color", "PYTHONIOENCODING": "utf-8", **variables},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    ) as process:
        os.close(theirs)
        said = b"".join(_until_closed(ours))
    os.close(ours)
    return Done(process.returncode, said.decode().replace("\r\n", "\n"), "")


def _until_closed(terminal: int) -> Iterator[bytes]:
    while True:
        try:
            data = os.read(terminal, 65536)
        except OSError:  # Linux says so that the other end is closed
            return
        if not data:
            return
        yield data
