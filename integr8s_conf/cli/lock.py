"""``integr8s-conf lock`` writes down what the plugins declare."""

from __future__ import annotations

import click

from ..lock import NAME
from .examples import examples
from .export import loaded_catalogue


@click.command(
    short_help="Write down what the plugins declare.",
    epilog=examples(
        ("Before an upgrade, and after it was looked over", "integr8s-conf lock"),
        ("What an upgrade does to the files here", "integr8s-conf check --locked"),
        ("In CI: is the lock what is installed?", "integr8s-conf lock --check"),
    ),
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    default=NAME,
    show_default=True,
    help="Where to write; check --locked reads the default.",
)
@click.option("--check", is_flag=True, help="Write nothing; exit 1 where FILE is stale.")
def lock(output: str, *, check: bool) -> None:
    """Write a lock: every plugin with its version, and all that it declares of its keys.

    The lock is TOML, and the same wherever it is made: commit it, and a pull request that updates
    a plugin shows what that changes. Of a secret it says that it has a default, and no more.

    A lock that is there is replaced, and what changed is printed. A file that is no lock is left
    alone. Where a plugin fails, or is kept out, nothing is written: the exit code is 78.
    """
    from .kept_lock import keep_lock

    keep_lock(loaded_catalogue(), output, check=check)
