"""Things in a folder that are no regular files of a decent size."""

from __future__ import annotations

import os
import socket
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HUGE = 64 * 1024 * 1024


def named_pipe(path: Path) -> None:
    os.mkfifo(path)


def listening_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(os.path.relpath(path))  # a socket's path has to be short


def endless_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def empty_device(path: Path) -> None:
    path.symlink_to("/dev/null")


def directory(path: Path) -> None:
    path.mkdir()


def dangling_link(path: Path) -> None:
    path.symlink_to("nowhere.toml")


def link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def huge_sparse_file(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(HUGE)


def process_memory(path: Path) -> None:
    path.symlink_to("/proc/self/mem")


KINDS: tuple[tuple[Callable[[Path], None], str], ...] = (
    (named_pipe, "pipe"),
    (listening_socket, "socket"),
    (endless_device, "device"),
    (empty_device, "device"),
    (directory, "directory"),
    (dangling_link, "a link to nowhere.toml, which does not exist"),
    (link_to_itself, "symbolic links"),
    (huge_sparse_file, "67,108,864 bytes"),
    (process_memory, "error"),
)
"""How to make each of them, and words that say what it is."""
