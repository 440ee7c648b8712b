"""The hash of an installed wheel: of its files as RECORD names them, and as they are on disk."""

from __future__ import annotations

import csv
import hashlib
import os
from base64 import urlsafe_b64encode
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from ..declare.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.metadata import Distribution

    from ..declare.plugin import Plugin

_ALGORITHMS = ("sha256", "sha384", "sha512")
"""Those that the format of wheels admits, and a RECORD has."""


class UnpinnableError(Exception):
    """An installed distribution has no files that a hash could stand for; the text says why."""


def wheel_hash(plugin: Plugin) -> str:
    """Return the hash of a plugin's wheel: the same whatever has installed it, and where.

    Raises:
        UnpinnableError: RECORD is missing, or does not list what is imported.

    """
    files = _own_files(plugin.source)
    if not _holds(plugin, files):
        raise UnpinnableError(f"a RECORD that does not list {plugin.module}, as of an editable one")
    return _hash_of(files)


def pin_fault(plugin: Plugin, hashes: tuple[str, ...]) -> Fault | None:
    """Return how a plugin's wheel differs from the one that is pinned; None where it does not."""
    wanted = f"the wheel of sha256:{' or sha256:'.join(hashes)}"
    try:
        files = _own_files(plugin.source)
    except UnpinnableError as error:
        return Fault(str(error), wanted, "install it from a wheel")
    found = _hash_of(files)
    if found not in hashes:
        hint = "reinstall the pinned wheel, or pin this one with integr8s-conf plugins --pin"
        return Fault(f"a wheel of sha256:{found}", wanted, hint)
    for path, digest in sorted(files.items()):
        if not _is_intact(_path(plugin.source, path), digest):
            found = f"the file {path}, changed since it was installed"
            return Fault(found, wanted, f"reinstall {plugin.distribution}")
    if not _holds(plugin, files):
        hint = "remove what hides it on the path of imports"
        return Fault(f"a module {plugin.module} that is none of its files", wanted, hint)
    return None


def _own_files(source: Distribution | None) -> Mapping[str, str]:
    """Return path -> hash of the files that came in the wheel, but for the metadata."""
    try:
        text = source.read_text("RECORD") if source else None
    except UnicodeDecodeError:
        text = None
    if not text:
        raise UnpinnableError("a distribution without a RECORD that can be read")
    rows = (row for row in csv.reader(text.splitlines()) if len(row) > 1 and row[1])
    files = {path: digest for path, digest, *_ in rows if _is_own(path)}
    if not files:
        raise UnpinnableError("a RECORD that lists no file")
    return files


def _is_own(path: str) -> bool:
    first = path.partition("/")[0]
    return first not in ("", "..") and not first.endswith(".dist-info")


def _hash_of(files: Mapping[str, str]) -> str:
    lines = [f"{path},{digest}" for path, digest in sorted(files.items())]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _is_intact(path: str, digest: str) -> bool:
    """Tell whether a file has the hash that RECORD has of it."""
    algorithm, _, wanted = digest.partition("=")
    if algorithm not in _ALGORITHMS:
        return False
    try:
        found = hashlib.new(algorithm, Path(path).read_bytes()).digest()
    except OSError:
        return False
    return urlsafe_b64encode(found).rstrip(b"=").decode() == wanted


def _holds(plugin: Plugin, files: Mapping[str, str]) -> bool:
    """Tell whether what the import of a plugin runs first is among some files."""
    return _first_file(plugin.module) in {_path(plugin.source, path) for path in files}


def _path(source: Distribution | None, path: str) -> str:
    return os.path.realpath(str(source.locate_file(path))) if source else path


def _first_file(module: str) -> str | None:
    """Return the file that the import of a module runs first; nothing is run to find it."""
    for name in accumulate(module.split("."), "{}.{}".format):
        try:
            spec = find_spec(name)
        except (ImportError, ValueError):
            return None
        if spec is None or spec.origin is not None:
            return os.path.realpath(spec.origin) if spec and spec.origin else None
    return None
