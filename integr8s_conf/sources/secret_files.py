"""Reads secrets from files: NAME_FILE, a folder of secrets, systemd's credentials."""

from __future__ import annotations

import os
import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from .contained_file import read_contained_file
from .safe_file import FileContent, UnreadableError, read_small_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

DEFAULT_FOLDER = "/run/secrets"
_FOLDER = "a directory"

_PATH = re.compile(r"[\w./~-]*/[\w./~-]*")
_RANDOM = re.compile(r"(?=[^/]*[a-z])(?=[^/]*[A-Z])(?=[^/]*[0-9])[A-Za-z0-9]{12,}")
"""A part of a path that looks like a part of a key in base64."""


_NOTHING: Mapping[str, Any] = MappingProxyType({})


class SecretFault(NamedTuple):
    """Why a secret's file is refused, or what to warn of."""

    key: str | None
    place: str
    found: str
    wanted: str
    hint: str
    variable: str | None = None
    """The variable that names the file, where one does."""


class SecretFiles(NamedTuple):
    """The text of each secret that a file holds, and the file."""

    values: Mapping[str, str] = _NOTHING
    paths: Mapping[str, str] = _NOTHING
    faults: tuple[SecretFault, ...] = ()
    warnings: tuple[SecretFault, ...] = ()

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


class _Source(NamedTuple):
    """A file that holds a secret, and how it was found."""

    key: str
    path: str
    shown: str
    folder: str = ""
    """The folder that the file must not leave."""

    variable: str | None = None

    def read(self) -> FileContent:
        if self.folder:
            return read_contained_file(self.folder, self.key)
        return read_small_file(self.path)


def read_secret_files(
    secrets: Iterable[str], environ: Mapping[str, str], secrets_dir: str | None, folder: str
) -> SecretFiles:
    """Read each secret from the first file that exists: NAME_FILE, the folder, the credentials."""
    faults: list[SecretFault] = []
    folders = list(_folders(environ, secrets_dir, folder, faults))
    if not folders and not any(variable.endswith("_FILE") for variable in environ):
        return SecretFiles(faults=tuple(faults))
    sources = {key: _source(key, environ, folder, folders) for key in sorted(secrets)}
    values: dict[str, str] = {}
    paths: dict[str, str] = {}
    warnings: list[SecretFault] = []
    for key, source in sources.items():
        if source is None:
            continue
        try:
            content = source.read()
            values[key], paths[key] = _text(content), source.shown
        except UnreadableError as error:
            faults.append(_fault(source, error))
        else:
            warnings.extend(_grade(key, source.shown, content))
    return SecretFiles(values, paths, tuple(faults), tuple(warnings))


def _folders(
    environ: Mapping[str, str], secrets_dir: str | None, folder: str, faults: list[SecretFault]
) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Yield the folders that may hold secrets: as shown, their paths, and the names in them."""
    credentials = environ.get("CREDENTIALS_DIRECTORY")
    for shown, named in (
        (secrets_dir or DEFAULT_FOLDER, "secrets_dir="),
        (credentials, "CREDENTIALS_DIRECTORY"),
    ):
        if not shown:
            continue
        path = os.path.join(folder, shown)
        try:
            yield shown, path, frozenset(os.listdir(path))
        except OSError as error:
            if shown in (secrets_dir, credentials) or not isinstance(error, FileNotFoundError):
                hint = f"let this process read it, or name another folder in {named}"
                found = os.strerror(error.errno or 0).lower()
                faults.append(SecretFault(None, shown, found, "a folder of secrets", hint))


def _source(
    key: str,
    environ: Mapping[str, str],
    folder: str,
    folders: list[tuple[str, str, frozenset[str]]],
) -> _Source | None:
    variable = f"{key}_FILE"
    if named := environ.get(variable):
        return _Source(key, os.path.join(folder, named), named, variable=variable)
    for shown, path, names in folders:
        if key in names:
            return _Source(key, os.path.join(path, key), os.path.join(shown, key), path)
    return None


def _text(content: FileContent) -> str:
    try:
        return content.data.decode().removesuffix("\n")
    except UnicodeDecodeError:
        raise UnreadableError("not UTF-8", "a UTF-8 text", "save the secret as UTF-8") from None


def _fault(source: _Source, error: UnreadableError) -> SecretFault:
    key, shown, variable = source.key, source.shown, source.variable
    found, wanted = error.found, f"{error.wanted} with the secret"
    hint = "" if error.found == _FOLDER else error.hint
    if variable is None:
        return SecretFault(
            key, shown, found, wanted, hint or f"mount the file, or set {key} itself"
        )
    hint = hint or f"name a file that holds the secret in {variable}, or set {key} itself"
    if _PATH.fullmatch(shown) and not _RANDOM.search(shown):
        found = f"{found}: {shown}"
    else:
        found = f"{found} (what {variable} names is not shown: it may be the secret itself)"
    return SecretFault(key, shown, found, wanted, hint, variable)


def _grade(key: str, shown: str, content: FileContent) -> Iterator[SecretFault]:
    if content.mode & 0o077:
        yield SecretFault(
            key,
            shown,
            f"a file that others can read (mode {content.mode:04o})",
            "mode 0400 or 0600",
            "chmod 0400 it; in Kubernetes set defaultMode: 0400 on the volume",
        )
    if content.owner not in (0, os.geteuid()):
        yield SecretFault(
            key, shown, f"a file of user {content.owner}", "a file of your own", "chown it"
        )
