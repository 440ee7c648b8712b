"""A safe read of one small regular file: no blocking, no device, no half-written content."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

LIMIT = 1024 * 1024
"""The most bytes that a file may have."""

_MORE = 4096
"""How many bytes more than expected are asked for: a buffer of the whole limit costs time."""

DEEPEST = 64
"""The most levels of nesting that a file may have."""

RETRIES = 3
FLAGS = os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY


class UnreadableError(Exception):
    """Why a file cannot be read; ``missing`` where there is none."""

    def __init__(
        self, found: str, wanted: str = "a readable file", hint: str = "", *, missing: bool = False
    ) -> None:
        super().__init__()
        self.found, self.wanted, self.hint, self.missing = found, wanted, hint, missing


class FileContent(NamedTuple):
    """The bytes of a file, and who may read and write it."""

    data: bytes
    mode: int
    owner: int

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


def _open_any(path: str) -> int:
    return os.open(path, FLAGS)


def read_small_file(path: str, opener: Callable[[str], int] = _open_any) -> FileContent:
    """Return the content of a regular file of at most 1 MiB.

    Raises:
        UnreadableError: The file is missing, no regular file, too large, unreadable, or changes
            again and again while it is read.

    """
    for _ in range(RETRIES):
        descriptor = _open(path, opener)
        try:
            before = os.fstat(descriptor)
            _refuse_special(before, path)
            data = _read(descriptor, before.st_size)
            after = os.fstat(descriptor)
        except OSError as error:
            raise UnreadableError(os.strerror(error.errno or errno.EIO)) from None
        finally:
            os.close(descriptor)
        if (before.st_mtime_ns, before.st_size) == (after.st_mtime_ns, after.st_size):
            return FileContent(data, stat.S_IMODE(after.st_mode), after.st_uid)
    hint = "replace the file in one step: write another one and rename it"
    raise UnreadableError("it changes while it is read", "a file at rest", hint)


def _open(path: str, opener: Callable[[str], int]) -> int:
    try:
        return opener(path)
    except FileNotFoundError:
        if os.path.islink(path):
            target = os.readlink(path)
            raise UnreadableError(
                f"a link to {target}, which does not exist",
                "a readable file",
                "mend the link",
                missing=True,
            ) from None
        raise UnreadableError("there is no such file", missing=True) from None
    except PermissionError:
        raise UnreadableError(*_permission(path)) from None
    except ValueError:
        raise UnreadableError("a path with a NUL character", "a path", missing=True) from None
    except OSError as error:
        if error.errno == errno.ENXIO:
            raise UnreadableError("a socket or a device", "a regular file") from None
        raise UnreadableError(os.strerror(error.errno or errno.EIO)) from None


def _permission(path: str) -> tuple[str, str, str]:
    hint = f"let user id {os.geteuid()} read it: chmod u+r, or chown"
    try:
        status = os.stat(path)
    except OSError:
        return "permission denied for a folder on the way", "a readable file", hint
    mode = stat.S_IMODE(status.st_mode)
    found = f"permission denied (owner {status.st_uid}, mode {mode:04o}, running as {os.geteuid()})"
    return found, "a readable file", hint


def _refuse_special(status: os.stat_result, path: str) -> None:
    if stat.S_ISDIR(status.st_mode):
        inside = os.path.join(path, "config.toml")
        raise UnreadableError("a directory", "a file", f"did you mean {inside}?")
    if not stat.S_ISREG(status.st_mode):
        kind = "a named pipe" if stat.S_ISFIFO(status.st_mode) else "a device"
        raise UnreadableError(kind, "a regular file", "name a regular file")
    if status.st_size > LIMIT:
        raise _too_large(status.st_size)


def _read(descriptor: int, expected: int) -> bytes:
    chunks, size = [], 0
    while chunk := os.read(descriptor, min(expected, LIMIT) + _MORE):
        chunks.append(chunk)
        size += len(chunk)
        if size > LIMIT:
            raise _too_large(size)
        if size == expected:
            break
    return chunks[0] if len(chunks) == 1 else b"".join(chunks)


def _too_large(size: int) -> UnreadableError:
    found = f"{size:,} bytes or more"
    return UnreadableError(found, "at most 1 MiB", "keep bulk data out of configuration")
