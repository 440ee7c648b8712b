"""Writes a file whole or not at all; follows no link, and replaces nothing unasked."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

from ..secret import escape_unprintable
from .command_error import CommandError

_MODE = 0o644


def write_file(name: str, text: str, *, replace: bool) -> None:
    """Write ``text`` to the file ``name`` in one step.

    Raises:
        FileExistsError: A file is there, and ``replace`` is not given.
        CommandError: What is there is no regular file, or the system refuses.

    """
    path = Path(name)
    try:
        _refuse_what_is_no_file(path)
        _write(path, text.encode(), replace=replace)
    except FileExistsError:
        raise
    except FileNotFoundError:
        raise _failure(name, f"there is no folder {path.parent}; make it first") from None
    except ValueError:
        raise _failure(name, "a path has no NUL character") from None
    except OSError as error:
        raise _failure(name, error.strerror or str(error)) from None


def _failure(name: str, reason: str) -> CommandError:
    return CommandError(escape_unprintable(f"{name} cannot be written: {reason}"))


def _refuse_what_is_no_file(path: Path) -> None:
    """Refuse what must not be replaced: a link is no name for the file that it points to."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISLNK(mode):
        raise _failure(str(path), "it is a link, which is not followed; name a file")
    if not stat.S_ISREG(mode):
        raise _failure(str(path), "it is no regular file; name a file")


def _write(path: Path, data: bytes, *, replace: bool) -> None:
    """Write a file beside ``path``, and give it that name only once it is complete."""
    descriptor, made = tempfile.mkstemp(dir=path.parent, prefix=".integr8s-conf-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fchmod(file.fileno(), _mode_of(path))
            os.fsync(file.fileno())
        if not replace:
            _claim(path)
        Path(made).replace(path)
    finally:
        Path(made).unlink(missing_ok=True)


def _claim(path: Path) -> None:
    """Take a name that must be free: between a look and a rename, another could take it.

    A hard link would do it in one step, but not every file system has them.
    """
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC))


def _mode_of(path: Path) -> int:
    """Return the permissions of the file that is there, else those of a new one."""
    try:
        return stat.S_IMODE(path.lstat().st_mode)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return _MODE & ~mask
