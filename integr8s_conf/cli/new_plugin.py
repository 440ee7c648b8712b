"""``integr8s-conf new-plugin`` writes the first files of a section plugin."""

from __future__ import annotations

import os
import shlex
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..display import show_short
from ..scaffold.names import faults_in_python, faults_of_form, names_of, normal_name, suggestion
from ..scaffold.taken import claims
from ..secret import escape_unprintable
from .command_error import CommandError
from .examples import examples
from .options import declared
from .tables import print_text
from .written_folder import write_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..declare.catalogue import Catalogue


@click.command(
    "new-plugin",
    short_help="Write the first files of a section plugin.",
    epilog=examples(
        ("A plugin of a name that is yours", "integr8s-conf new-plugin acme-mail"),
        ("In another folder", "integr8s-conf new-plugin acme-mail --path settings"),
    ),
)
@click.argument("name")
@click.option(
    "--path", "parent", metavar="FOLDER", default=".", help="Where its folder is made; else here."
)
def new_plugin(name: str, parent: str) -> None:
    """Write a distribution that installs, with its tests, into a new folder called NAME.

    NAME is what the distribution and the plugin are called: lower-case words joined by hyphens.
    It is checked before anything is written, and nothing that is there is changed.
    """
    from ..scaffold.author import author_of
    from ..scaffold.render import files_of

    folder = Path(parent, name)
    _refuse(name, parent, declared())
    files = files_of(names_of(name), author=author_of(name), year=date.today().year)
    write_folder(folder, files)
    print_text("\n".join(_said(folder, files)))


def _refuse(name: str, parent: str, catalogue: Catalogue) -> None:
    """End where the name or the folder will not do, and say everything that is wrong."""

    def faults(given: str) -> Iterator[str]:
        yield from faults_of_form(given)
        names = names_of(normal_name(given))
        if names.name:
            yield from faults_in_python(names)
            yield from claims(names, catalogue)

    of_name = list(faults(name))
    found = [*of_name, *_faults_of_folder(Path(parent), name)]
    if not found:
        return
    lines = [f"no plugin {show_short(name)} can be written"]
    lines += (f"  - {escape_unprintable(one)}" for one in found)
    better = suggestion(name, faults) if of_name else None
    if better:
        lines.append(f"try {better}")
    raise CommandError("\n".join(lines))


def _faults_of_folder(parent: Path, name: str) -> Iterator[str]:
    if not os.path.isdir(parent):  # noqa: PTH112 - Path.is_dir raises for a name that is too long
        yield f"there is no folder {parent}; make it first"
    elif os.path.lexists(parent / name):
        yield f"{parent / name} is there already, and stays as it is"


def _said(folder: Path, files: Iterable[str]) -> Iterator[str]:
    yield f"{folder}: written"
    yield from (f"  {file}" for file in files)
    yield ""
    yield "Next, in a virtual environment:"
    yield f"  cd {shlex.quote(str(folder))} && pip install -e '.[test]'"
    yield "  pytest"
    yield "  integr8s-conf check"
