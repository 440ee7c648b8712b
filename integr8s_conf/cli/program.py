"""The program: its commands, its version, its exit codes."""

from __future__ import annotations

import io
import sys

import click

from .check import check
from .show import show


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 good; 1 the answer is no; 2 bad usage; 78 a configuration is refused.",
)
@click.version_option(package_name="integr8s-conf", prog_name="integr8s-conf")
def main() -> None:
    """See and check a configuration of integr8s-conf."""
    _print_in_any_encoding()


def _print_in_any_encoding() -> None:
    """Let no character of a value or of a file's name fail to print: escape it instead."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


main.add_command(show)
main.add_command(check)
