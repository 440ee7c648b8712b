"""A file that is being written is read again, and refused where it never comes to rest."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from integr8s_conf import Settings

from .loading import refused

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BEFORE = b"WEB_THREADS = 2\n"
AFTER = b"WEB_THREADS = 3 # and more\n"


@pytest.fixture
def write_while_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Path, int], list[int]]:
    """Return a function: it makes the next reads of a file find it written meanwhile."""
    read = os.read

    def start(file: Path, times: int) -> list[int]:
        file.write_bytes(BEFORE)
        inode, left = file.stat().st_ino, [times]

        def read_and_write(descriptor: int, size: int) -> bytes:
            content = read(descriptor, size)
            if left[0] and os.fstat(descriptor).st_ino == inode:
                left[0] -= 1
                file.write_bytes(AFTER * (times - left[0]))
            return content

        monkeypatch.setattr(os, "read", read_and_write)
        return left

    return start


def test_file_that_changes_once_is_read_again(
    write_while_read: Callable[[Path, int], list[int]], folder: Path
) -> None:
    write_while_read(folder / "config.toml", 1)
    assert Settings().WEB_THREADS == 3


def test_file_that_never_rests_is_refused(
    write_while_read: Callable[[Path, int], list[int]], folder: Path
) -> None:
    left = write_while_read(folder / "config.toml", 100)
    problem = refused()
    assert problem.found == "it changes while it is read"
    assert problem.hint == "replace the file in one step: write another one and rename it"
    assert left[0] > 90


def test_override_that_never_rests_is_refused(
    write_while_read: Callable[[Path, int], list[int]], folder: Path
) -> None:
    write_while_read(folder / "worker.toml", 100)
    assert refused(override_path="worker.toml").found == "it changes while it is read"


def test_file_that_is_replaced_while_it_is_read_is_read_whole(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever writes another file and renames it harms nobody: one of the two is read."""
    file, read = folder / "config.toml", os.read
    file.write_bytes(BEFORE)

    def read_and_replace(descriptor: int, size: int) -> bytes:
        (folder / "new").write_bytes(AFTER)
        (folder / "new").replace(file)
        return read(descriptor, size)

    monkeypatch.setattr(os, "read", read_and_replace)
    assert Settings().WEB_THREADS == 2


def test_file_that_shrinks_while_it_is_read_is_read_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, read = folder / "config.toml", os.read
    written: list[int] = []
    file.write_bytes(b"WEB_THREADS = 2\n" + b"#" * 1000)

    def shrink_and_read(descriptor: int, size: int) -> bytes:
        if not written:
            written.append(file.write_bytes(b"WEB_THREADS = 3\n"))
        return read(descriptor, size)

    monkeypatch.setattr(os, "read", shrink_and_read)
    assert Settings().WEB_THREADS == 3
