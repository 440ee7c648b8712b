"""A safe read of a file in a folder that it must not leave, whatever links lead to it."""

from __future__ import annotations

import errno
import os

from .safe_file import FLAGS, RETRIES, FileContent, UnreadableError, read_small_file

_FOLDER = getattr(os, "O_PATH", os.O_RDONLY) | os.O_DIRECTORY | os.O_CLOEXEC
_SWAPPED = (errno.ELOOP, errno.ENOTDIR, errno.ENOENT)
"""What an open fails with where something has been replaced since its link was resolved."""


def read_contained_file(folder: str, name: str) -> FileContent:
    """Return the content of the file ``name`` in ``folder``; a link may lead within the folder.

    Raises:
        UnreadableError: As ``read_small_file`` does, or where a link leaves the folder.

    """
    return read_small_file(os.path.join(folder, name), lambda path: _open(folder, path))


def _open(folder: str, path: str) -> int:
    """Open the file behind a link; Kubernetes may swap the links of a mounted folder meanwhile."""
    attempts = RETRIES
    while True:
        real_folder, real = os.path.realpath(folder), os.path.realpath(path)
        if os.path.commonpath([real, real_folder]) != real_folder:
            raise UnreadableError(
                "a link that leaves its folder", f"a file within {folder}", "mount the file itself"
            )
        attempts -= 1
        try:
            return _open_below(real_folder, os.path.relpath(real, real_folder))
        except OSError as error:
            if not attempts or error.errno not in _SWAPPED:
                raise


def _open_below(folder: str, path: str) -> int:
    """Open a file below a folder step by step, and follow no link on the way."""
    *folders, name = path.split(os.sep)
    descriptor = os.open(folder, _FOLDER)
    for step in folders:
        descriptor = _step(descriptor, step, _FOLDER)
    return _step(descriptor, name, FLAGS)


def _step(descriptor: int, name: str, flags: int) -> int:
    try:
        return os.open(name, flags | os.O_NOFOLLOW, dir_fd=descriptor)
    finally:
        os.close(descriptor)
