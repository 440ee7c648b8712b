"""Writes a new folder whole or not at all; writes into nothing that is there."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from ..secret import escape_unprintable
from .command_error import CommandError

if TYPE_CHECKING:
    from collections.abc import Mapping


def write_folder(folder: Path, files: Mapping[str, str]) -> None:
    """Write texts to files below a new ``folder``, which appears in one step, complete.

    Raises:
        CommandError: Something is there already, or the system refuses.

    """
    try:
        with TemporaryDirectory(dir=folder.parent, prefix=".integr8s-conf-") as made:
            built = Path(made, folder.name)
            for name, text in files.items():
                file = built / name
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(text.encode())
            _move(built, folder)
    except OSError as error:
        said = f"{folder} cannot be written: {error.strerror or error}"
        raise CommandError(escape_unprintable(said)) from None


def _move(built: Path, folder: Path) -> None:
    """Give ``built`` a name that must be free.

    A rename alone would take the place of an empty folder, so the name is claimed first.
    """
    folder.mkdir()
    try:
        built.rename(folder)
    except BaseException:
        with suppress(OSError):
            folder.rmdir()
        raise
