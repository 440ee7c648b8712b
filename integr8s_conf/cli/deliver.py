"""Hands a generated text over: to standard output, to a file, or to a comparison with one."""

from __future__ import annotations

import os
import sys
from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from ..secret import escape_unprintable
from ..sources.safe_file import UnreadableError, read_small_file
from .command_error import CommandError
from .tables import print_note
from .written_file import write_file

if TYPE_CHECKING:
    from collections.abc import Callable


class Delivery(NamedTuple):
    """Where a generated text goes."""

    output: str | None
    check: bool
    force: bool


_OPTIONS = (
    click.option("-o", "--output", metavar="FILE", help="Write to a file, not to standard output."),
    click.option("--force", is_flag=True, help="Replace the file that is there."),
    click.option(
        "--check", is_flag=True, help="Write nothing; exit 1 where FILE is not what it should be."
    ),
)


def of_delivery(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that say where its text goes, as its argument ``delivery``."""

    @wraps(command)
    def delivering(*, output: str | None, check: bool, force: bool, **others: Any) -> Any:
        return command(delivery=Delivery(output, check, force), **others)

    wrapped: Callable[..., Any] = delivering
    for option in reversed(_OPTIONS):
        wrapped = option(wrapped)
    return wrapped


def deliver(text: str, delivery: Delivery) -> None:
    """Print a text, write it to a file, or compare it with the file.

    Raises:
        UsageError: ``--check`` or ``--force`` without ``--output``, or both of them.
        CommandError: The file is there and may not be replaced, or cannot be written.

    """
    if delivery.check and delivery.force:
        raise click.UsageError("--check writes nothing: leave out --force")
    if delivery.output is None:
        if delivery.check or delivery.force:
            raise click.UsageError("name the file: --output FILE")
        click.echo(text.encode(), nl=False)  # whatever the encoding here, files are UTF-8
    elif delivery.check:
        _compare(text, delivery.output)
    elif not _is_current(text, delivery.output):
        _write(text, delivery.output, replace=delivery.force)


def _write(text: str, name: str, *, replace: bool) -> None:
    try:
        write_file(name, text, replace=replace)
    except FileExistsError:
        said = f"{name} is there already; give --force to replace it"
        raise CommandError(escape_unprintable(said)) from None


def _compare(text: str, name: str) -> None:
    if _is_current(text, name):
        return
    if os.path.lexists(name):
        print_note(f"{name} is stale; run the command with --force in place of --check")
    else:
        print_note(f"there is no {name}; run the command without --check")
    sys.exit(1)


def _is_current(text: str, name: str) -> bool:
    """Tell whether a file holds just this text."""
    try:
        return read_small_file(name).data == text.encode()
    except UnreadableError:
        return False
