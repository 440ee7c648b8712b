"""Writes a lock and says what changed, or says that it is stale."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ..lock.changes import changed_keys, changed_plugins
from ..lock.declared import lock_of
from ..lock.read import read_lock
from ..lock.summary import lines_of
from ..lock.written import TITLE, lock_text
from ..problems import Problem
from ..secret import escape_unprintable
from .command_error import CommandError
from .refusal import end_where_refused
from .tables import print_note, print_text
from .written_file import write_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..declare.catalogue import Catalogue
    from ..lock.entry import Lock
    from ..lock.read import LockFile


def keep_lock(catalogue: Catalogue, name: str, *, check: bool) -> None:
    """Write the lock of what is loaded to a file, or compare the file with it.

    Raises:
        CommandError: The file is no lock, or cannot be written.

    """
    end_where_refused(tuple(_kept_out(catalogue)))
    now = lock_of(catalogue)
    text, before = lock_text(now), read_lock(name, name)
    if before.file.text == text:
        print_text(f"{name}: up to date")
        return
    changes = _changes(before, now)
    if check:
        stale = f"there is no {name}" if _is_missing(before) else f"{name} is stale"
        print_note("\n".join([f"{stale}; run integr8s-conf lock", *changes]))
        sys.exit(1)
    _write(before, text)
    print_text("\n".join([f"{name}: written", *changes]))


def _kept_out(catalogue: Catalogue) -> Iterator[Problem]:
    """Yield a problem for each plugin that is kept out: a lock without it would be of a part."""
    for one in catalogue.admissions:
        if one.is_out:
            hint = "write the lock where every plugin is loaded"
            found = f"not loaded: {one.why}"
            yield Problem(None, found, "every installed plugin", hint=hint, plugin=one.plugin.name)


def _changes(before: LockFile, now: Lock) -> tuple[str, ...]:
    """Return a line for each thing that differs; none where there was no lock to be read."""
    if before.problems:
        return ()
    plugins, keys = changed_plugins(before.lock, now), changed_keys(before.lock, now)
    return tuple(f"  {line}" for line in lines_of(plugins, keys))


def _write(before: LockFile, text: str) -> None:
    """Write a lock over a lock, or where there is nothing.

    Raises:
        CommandError: What is there is no lock, or cannot be written.

    """
    name = before.file.name
    missing = _is_missing(before)
    if not missing and not before.file.text.startswith(TITLE):
        said = f"{name} is no lock, and stays as it is; name another file, or remove it"
        raise CommandError(escape_unprintable(said))
    write_file(name, text, replace=not missing)


def _is_missing(before: LockFile) -> bool:
    return before.file.unreadable is not None and before.file.unreadable.missing
