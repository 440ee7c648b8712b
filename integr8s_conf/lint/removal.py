"""Files without the lines that change nothing: comments and layout stay.

A comment behind a removed value goes with it. So does the comment of a paragraph of which nothing
else is left, with one of the blank lines around it; but not one that begins the file.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from ..origin import LayerKind
from ..resolve.former_names import by_names_of_now
from ..sources.edited_lines import EditedLine, lines_of
from ..sources.env_file import read_env_file
from ..sources.safe_file import read_small_file
from ..sources.toml import read_toml
from ..sources.toml_positions import scanned
from ..sources.variables import pick_variables
from .env_files import assignments

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence, Set

    from ..declare.catalogue import Catalogue
    from ..sources.locate import Place
    from .finding import NoOp


class _Statement(NamedTuple):
    first: int
    """Its lines count from 0; the last is its last one."""

    last: int
    goes: bool
    is_secret: bool


class Removal(NamedTuple):
    """The lines of a file without some of them, and the texts of the secrets that it sets."""

    lines: tuple[EditedLine, ...]
    secrets: tuple[str, ...]

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


def without_no_ops(place: Place, no_ops: Iterable[NoOp], catalogue: Catalogue) -> Removal:
    """Return the lines of a sound file without those that change nothing."""
    kinds = {one.kind for one in no_ops}
    names = {one.name for one in no_ops}
    if LayerKind.ENV_FILE in kinds:
        return _without_variables(place, names, catalogue)
    return _without_keys(place, names, catalogue)


def _without_keys(place: Place, names: Set[str], catalogue: Catalogue) -> Removal:
    """Return a TOML file without some keys, whatever names it has them by."""
    file = read_toml(place.name, place.path)
    statements = []
    for position, end, _ in scanned(file.text).statements:
        spelled = str(position.path[0])
        name = catalogue.renamed.get(spelled, spelled)
        secret = name in catalogue.secrets
        statements.append(_Statement(position.line - 1, end - 1, name in names, secret))
    values = by_names_of_now(file.values, catalogue).values
    secrets = tuple(str(values[name]) for name in catalogue.secrets & values.keys())
    return Removal(_without(file.text, statements), secrets)


def _without_variables(place: Place, names: Set[str], catalogue: Catalogue) -> Removal:
    """Return an env file without some variables."""
    text = read_small_file(place.path).data.decode()
    known = catalogue.keys, catalogue.secrets, catalogue.renamed
    found = pick_variables(read_env_file(place.path).variables, *known)
    hidden = {variable for key, variable in found.names.items() if key in catalogue.secrets}
    statements = [
        _Statement(first - 1, last - 1, variable in names, variable in hidden)
        for variable, first, last in assignments(text)
    ]
    secrets = tuple(found.values[key] for key in catalogue.secrets & found.values.keys())
    return Removal(_without(text, statements), secrets)


def _without(text: str, statements: Sequence[_Statement]) -> tuple[EditedLine, ...]:
    lines = lines_of(text)
    of_line = {at: one for one in statements for at in range(one.first, one.last + 1)}
    gone = {at for at, one in of_line.items() if one.goes}
    for paragraph in _paragraphs(lines, of_line):
        kept = [at for at in paragraph if at in of_line and at not in gone]
        if not kept and gone.intersection(paragraph) and not _begins_the_file(paragraph, of_line):
            gone.update(paragraph, _blank_beside(paragraph, lines))
    return tuple(
        _removed(line.was, of_line.get(at), at) if at in gone else line
        for at, line in enumerate(lines)
    )


def _paragraphs(lines: Sequence[EditedLine], of_line: Iterable[int]) -> Iterable[Sequence[int]]:
    """Return the numbers of the lines between blank ones; a value's own blank lines are its own."""
    inside = frozenset(of_line)

    def is_written(at: int) -> bool:
        return at in inside or bool(lines[at].was.strip())

    groups = groupby(range(len(lines)), is_written)
    return [list(group) for written, group in groups if written]


def _begins_the_file(paragraph: Sequence[int], of_line: Iterable[int]) -> bool:
    """Tell whether a paragraph begins with what may be said of the whole file."""
    return paragraph[0] == 0 and 0 not in of_line


def _blank_beside(paragraph: Sequence[int], lines: Sequence[EditedLine]) -> Iterable[int]:
    """Return the blank line before a paragraph that goes, or after one that begins the file."""
    before, after = paragraph[0] - 1, paragraph[-1] + 1
    beside = before if before >= 0 else after
    return [beside] if 0 <= beside < len(lines) and not lines[beside].was.strip() else []


def _removed(line: str, statement: _Statement | None, at: int) -> EditedLine:
    if statement is None or not statement.is_secret:
        return EditedLine(line, None)
    return EditedLine(line, None, "value" if at == statement.first else "all")
