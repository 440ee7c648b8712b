"""``integr8s-conf export keys`` renews the table of keys in a plugin's README."""

from __future__ import annotations

import re
import sys

import click

from ..problems import ConfigError
from ..secret import escape_unprintable
from ..sources.safe_file import UnreadableError, read_small_file
from .command_error import CommandError
from .examples import examples
from .refusal import end_where_refused
from .tables import print_note
from .written_file import write_file

_MARKED = re.compile(r"(?<=<!-- keys -->\n).*?(?=<!-- /keys -->)", re.DOTALL)


@click.command(
    "keys",
    short_help="The table of a plugin's keys, within its README.",
    epilog=examples(
        ("After a change of the plugin tracing", "integr8s-conf export keys tracing README.md"),
    ),
)
@click.argument("plugin")
@click.argument("file")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 where the table is stale.")
def export_keys(plugin: str, file: str, check: bool) -> None:
    """Write the table of a PLUGIN's keys into FILE, between two lines that mark its place.

    The lines are <!-- keys --> and <!-- /keys -->; nothing else of the file is changed.
    """
    from ..export.key_table import key_table

    old = _read(file)
    try:
        table = key_table(plugin)
    except ConfigError as error:
        end_where_refused(error.problems)
        raise
    new = _MARKED.sub(lambda _: f"\n{table}\n", old)
    if new == old:
        return
    if check:
        print_note(f"{file} is stale; run the command without --check")
        sys.exit(1)
    write_file(file, new, replace=True)


def _read(file: str) -> str:
    try:
        text = read_small_file(file).data.decode()
    except UnreadableError as error:
        raise CommandError(escape_unprintable(f"{file} cannot be read: {error.found}")) from None
    except UnicodeDecodeError:
        raise CommandError(escape_unprintable(f"{file} is not UTF-8")) from None
    if len(_MARKED.findall(text)) != 1:
        said = f"{file} has no line <!-- keys --> with a line <!-- /keys --> behind it, or several"
        raise CommandError(escape_unprintable(said))
    return text
