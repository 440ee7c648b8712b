"""The program: its commands, its version, its exit codes."""

from __future__ import annotations

import gc
import io
import sys

import click

from .check import check
from .completion import completion
from .diff import diff
from .doctor import doctor
from .drift import drift
from .explain import explain
from .export import export
from .get import get
from .impact import impact
from .init import init
from .lint import lint
from .lock import lock
from .migrate import migrate
from .new_plugin import new_plugin
from .parity import parity
from .plugins import plugins
from .show import show
from .usage import usage


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 good; 1 the answer is no; 2 bad usage; 78 a configuration is refused.",
)
@click.version_option(package_name="integr8s-conf", prog_name="integr8s-conf")
@click.pass_context
def main(context: click.Context) -> None:
    """See and check a configuration of integr8s-conf."""
    _print_in_any_encoding()
    _leave_garbage(context)


def _print_in_any_encoding() -> None:
    """Let no character of a value or of a file's name fail to print: escape it instead."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _leave_garbage(context: click.Context) -> None:
    """Look for no garbage: a command ends before it could matter, and the process with it.

    With many keys that is half of a command's time, most of it at the very end of the process.
    """
    gc.disable()
    context.call_on_close(gc.enable)
    context.call_on_close(gc.freeze)  # the last one given is the first one called


for command in (
    check,
    completion,
    diff,
    doctor,
    drift,
    explain,
    export,
    get,
    impact,
    init,
    lint,
    lock,
    migrate,
    new_plugin,
    parity,
    plugins,
    show,
    usage,
):
    main.add_command(command)
