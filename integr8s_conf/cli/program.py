"""The program: its commands, its version, its exit codes."""

from __future__ import annotations

from importlib.metadata import version

import click

from .check import check
from .show import show


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("integr8s-conf"), prog_name="integr8s-conf")
def main() -> None:
    """See and check a configuration of integr8s-conf.

    Exit codes: 0 good, 1 the answer is no, 2 bad usage, 78 a configuration that is refused.
    """


main.add_command(show)
main.add_command(check)
