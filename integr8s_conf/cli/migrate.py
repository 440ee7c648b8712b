"""``integr8s-conf migrate`` writes files anew by the names that keys have now."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from ..deployment.combinations import find_deployment
from ..export.migration import migrated
from ..origin import LayerKind, Origin
from ..problems import Problem, render_warning
from ..request import request_from_process
from ..resolve.file_layers import file_problems, names_beside
from ..resolve.former_names import by_names_of_now
from ..resolve.notices import deprecated_notice, removed_problem
from ..sources.locate import Place, locate_base, locate_override
from ..sources.toml import read_toml
from .edited_file import EditedFile, print_diff, write_edited
from .examples import examples
from .export import loaded_catalogue
from .refusal import end_where_refused
from .tables import print_note, print_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..declare.catalogue import Catalogue
    from ..sources.toml import TomlFile

_KIND = LayerKind.BASE_FILE


class _Migration(NamedTuple):
    """A file as it should be, and what there is to say of that."""

    file: EditedFile
    notes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


@click.command(
    short_help="Rename and remove keys in files as the plugins ask for.",
    epilog=examples(
        ("What would change in the files of this deployment?", "integr8s-conf migrate"),
        ("Change them", "integr8s-conf migrate --write"),
        ("One file", "integr8s-conf migrate settings/config.toml"),
    ),
)
@click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path())
@click.option("--write", is_flag=True, help="Change the files; without it they are only compared.")
def migrate(files: tuple[str, ...], *, write: bool) -> None:
    """Give each key the name that it has now, and drop the keys that were removed.

    Without FILE these are all TOML files of the deployment: those that [tool.integr8s-conf] of
    pyproject.toml lists, else those that check finds by name. Comments and layout stay as they
    are. The diff is shown first, with secrets masked. Notes on standard error say what is instead
    of a removed key, and which deprecated keys are left to you.

    A file that has a key by two of its names is refused, and so is one that is not TOML: then no
    file is written.

    The exit code is 0 where nothing is to be changed, or --write has changed it, 1 where a file is
    to be changed, and 78 where one is refused.
    """
    catalogue = loaded_catalogue()
    places = _named(files) if files else _deployed()
    found = [_migration(place, catalogue) for place in _each_once(places)]
    end_where_refused([problem for one in found for problem in one.problems])
    changed = [one.file for one in found if one.file.changes]
    for one in changed:
        print_diff(one)
    for note in (note for one in found for note in one.notes):
        print_note(note)
    if not changed:
        print_text(f"{len(found)} file{'' if len(found) == 1 else 's'}: nothing to change")
    elif write:
        for one in changed:
            write_edited(one)
    else:
        print_note("nothing is written yet: give --write")
        sys.exit(1)


def _named(files: Sequence[str]) -> Iterator[Place]:
    folder = request_from_process().folder
    return (Place(name, str(Path(folder, name))) for name in files)


def _deployed() -> Iterator[Place]:
    """Yield the files of the deployment; end where they are not listed as they should be."""
    deployment = find_deployment(request_from_process().of_process(), environments=False)
    end_where_refused(deployment.problems)
    for one in deployment.combinations:
        base = locate_base(one.request)
        override = locate_override(one.request, base)
        yield from (place for place in (base, override) if place)


def _each_once(places: Iterable[Place]) -> Iterable[Place]:
    return {os.path.realpath(place.path): place for place in places}.values()


def _migration(place: Place, catalogue: Catalogue) -> _Migration:
    file = read_toml(place.name, place.path)
    renamed = by_names_of_now(file.values, catalogue)
    problems = file_problems(_KIND, file, place, catalogue)
    problems += names_beside(_KIND, file, renamed.beside, catalogue)
    if problems:
        return _Migration(EditedFile(place), problems=tuple(problems))
    secrets = tuple(str(renamed.values[name]) for name in catalogue.secrets & renamed.values.keys())
    notes = tuple(_notes(file, renamed.former, catalogue))
    return _Migration(EditedFile(place, migrated(file.text, catalogue), secrets), notes)


def _notes(file: TomlFile, former: dict[str, str], catalogue: Catalogue) -> Iterator[str]:
    """Yield what is instead of each removed key of a file, and its deprecated keys."""

    def origin(name: str) -> Origin:
        return Origin(_KIND, file.name, file.line_of((name,)))

    for name in (name for name in catalogue.removed if name in file.values):
        yield f"goes: {render_warning(removed_problem(name, origin(name), catalogue))}"
    for name in catalogue.deprecated:
        spelled = former.get(name, name)
        if spelled in file.values:
            notice = deprecated_notice(name, origin(spelled), catalogue)
            yield f"left to you: {render_warning(notice)}"
