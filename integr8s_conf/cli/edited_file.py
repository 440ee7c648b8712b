"""A file with its lines as they are and as they should be: shows the diff, and writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..secret import escape_unprintable
from ..sources.edited_lines import EditedLine, shown_diff, text_of
from ..sources.safe_file import UnreadableError, read_small_file
from ..sources.toml import BOM
from .command_error import CommandError
from .tables import print_marked, print_text
from .written_file import write_file

if TYPE_CHECKING:
    from ..sources.locate import Place


class EditedFile(NamedTuple):
    """A file, and what is to be changed in it."""

    place: Place
    lines: tuple[EditedLine, ...] = ()
    secrets: tuple[str, ...] = ()
    """The texts of the secrets that it sets."""

    @property
    def changes(self) -> bool:
        """Whether any line is not as it should be."""
        return any(line.was != line.now for line in self.lines)

    def __repr__(self) -> str:
        return f"<edited {self.place.name}>"


def print_diff(file: EditedFile) -> None:
    """Print the unified diff of a file, with what is secret masked."""
    diff = shown_diff(file.place.name, file.lines, file.secrets)
    print_marked([(line[:1], line[1:]) for line in diff])


def write_edited(file: EditedFile) -> None:
    """Write a file as it should be, and say so.

    Raises:
        CommandError: The file is not what it was when it was read, or cannot be written.

    """
    write_file(file.place.path, f"{_mark(file)}{text_of(file.lines)}", replace=True)
    print_text(f"{file.place.name}: written")


def _mark(file: EditedFile) -> str:
    """Return the byte order mark that a file begins with, if it does."""
    try:
        data = read_small_file(file.place.path).data
    except UnreadableError:
        data = b""
    if data.removeprefix(BOM) != "".join(line.was for line in file.lines).encode():
        said = f"{file.place.name} has changed meanwhile; run the command again"
        raise CommandError(escape_unprintable(said))
    return BOM.decode() if data.startswith(BOM) else ""
