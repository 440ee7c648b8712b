"""``integr8s-conf init`` writes the first base file of a project."""

from __future__ import annotations

import click

from ..secret import escape_unprintable
from .command_error import CommandError
from .examples import examples
from .export import loaded_catalogue
from .tables import print_text
from .written_file import write_file


@click.command(
    short_help="Write a config.toml where there is none.",
    epilog=examples(
        ("In the working directory", "integr8s-conf init"),
        ("Under another name", "integr8s-conf init service.toml"),
    ),
)
@click.argument("file", default="config.toml")
def init(file: str) -> None:
    """Write a commented base file with every key at its default; never over a file."""
    from ..export.config_file import config_text

    text = config_text(loaded_catalogue())
    try:
        write_file(file, text, replace=False)
    except FileExistsError:
        said = f"{file} is there already, and stays as it is; name another file, or remove it"
        raise CommandError(escape_unprintable(said)) from None
    print_text(f"{file}: written; integr8s-conf check says whether it is valid")
