"""``integr8s-conf get``: the bare value of one key, for scripts."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import click

from ..display import plain, show, without_user_info
from ..lookup import MISSED, key_of, lookup
from ..secret import escape_unprintable
from ..suggest import did_you_mean
from .examples import examples
from .options import complete_key, of_files, resolved
from .refusal import end_where_refused

if TYPE_CHECKING:
    from ..resolve.resolution import Resolution


@click.command(
    short_help="Print the bare value of one key, for scripts.",
    epilog=examples(
        ("In a shell script", "integr8s-conf get KAFKA_BOOTSTRAP_SERVERS"),
        ("A secret, for a program that must have it", "integr8s-conf get REDIS_PASSWORD --reveal"),
    ),
)
@click.argument("key", shell_complete=complete_key)
@of_files
@click.option("--reveal", is_flag=True, help="Print a secret as it is.")
def get(key: str, config: str | None, override: str | None, *, reveal: bool) -> None:
    """Print the value of KEY: a text without quotes, true or false, a list or table as JSON.

    None is an empty line. KEY may lead into a table, with dots. A secret, and a URL with a
    password, is printed with --reveal alone; on a terminal, what would move it is escaped.

    Of a configuration that is refused nothing is printed, and the exit code is 78.
    """
    resolution = resolved(config, override)
    end_where_refused(resolution.problems)
    value = _value(resolution, key)
    if not reveal and _is_hidden(resolution, key, value):
        raise click.UsageError(f"{key} holds a secret; give --reveal to print it")
    text = _raw(value)
    # With color=True click leaves escape sequences in: a script gets the value as it is.
    click.echo(escape_unprintable(text) if sys.stdout.isatty() else text, color=True)


def _value(resolution: Resolution, key: str) -> Any:
    value = lookup(resolution.values, key)
    if value is MISSED:
        near = did_you_mean(key, resolution.catalogue.keys)
        raise click.BadParameter(f"{key} is no declared key{near}", param_hint="KEY")
    return value


def _is_hidden(resolution: Resolution, key: str, value: Any) -> bool:
    """Tell whether a value is not for everyone: a secret, or a URL with a password in it."""
    secret = key in resolution.hidden or key_of(key) in resolution.hidden
    return (secret and value is not None) or without_user_info(value) != value


def _raw(value: Any) -> str:
    """Return the text of a value as a script wants it."""
    bare = plain(str(value) if isinstance(value, str) else value, mask=str)
    match bare:
        case None:
            return ""
        case str():
            return bare
        case list() | dict():
            return json.dumps(bare, ensure_ascii=False)
        case _:
            return show(bare)
