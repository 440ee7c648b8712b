"""Reads secrets from files: NAME_FILE, a folder of secrets, systemd's credentials."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .safe_file import FileContent, UnreadableError, read_small_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

DEFAULT_FOLDER = "/run/secrets"

_LIKE_A_PATH = re.compile(r"[\w./~+-]*/[\w./~+-]*")


@dataclass(frozen=True, slots=True)
class SecretFault:
    """Why a secret's file is refused, or what to warn of."""

    key: str | None
    place: str
    found: str
    wanted: str
    hint: str
    variable: str | None = None
    """The variable that names the file, where one does."""


@dataclass(frozen=True, slots=True, repr=False)
class SecretFiles:
    """The text of each secret that a file holds, and the file."""

    values: Mapping[str, str] = field(default_factory=dict)
    paths: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[SecretFault, ...] = ()
    warnings: tuple[SecretFault, ...] = ()


@dataclass(frozen=True, slots=True)
class _Source:
    """A file that holds a secret, and how it was found."""

    path: str
    shown: str
    root: str = ""
    """The folder that the file must not leave."""

    variable: str | None = None


def read_secret_files(
    secrets: Iterable[str], environ: Mapping[str, str], secrets_dir: str | None, folder: str
) -> SecretFiles:
    """Read each secret from the first file that exists: NAME_FILE, the folder, the credentials."""
    faults: list[SecretFault] = []
    folders = list(_folders(environ, secrets_dir, folder, faults))
    sources = {key: _source(key, environ, folder, folders) for key in sorted(secrets)}
    values: dict[str, str] = {}
    paths: dict[str, str] = {}
    warnings: list[SecretFault] = []
    for key, source in sources.items():
        if source is None:
            continue
        try:
            content = read_small_file(_inside(source))
            values[key], paths[key] = _text(content), source.shown
        except UnreadableError as error:
            faults.append(_fault(key, source, error))
        else:
            warnings.extend(_grade(key, source.shown, content))
    return SecretFiles(values, paths, tuple(faults), tuple(warnings))


def _folders(
    environ: Mapping[str, str], secrets_dir: str | None, folder: str, faults: list[SecretFault]
) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Yield the folders that may hold secrets: as they are shown, their paths, the names in them."""
    for shown in (secrets_dir or DEFAULT_FOLDER, environ.get("CREDENTIALS_DIRECTORY")):
        if not shown:
            continue
        path = os.path.join(folder, shown)
        try:
            yield shown, path, frozenset(os.listdir(path))
        except OSError as error:
            if shown == secrets_dir:
                hint = "name a folder that exists in secrets_dir="
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
        return _Source(os.path.join(folder, named), named, variable=variable)
    for shown, path, names in folders:
        if key in names:
            file, spelled = os.path.join(path, key), os.path.join(shown, key)
            return _Source(file, spelled, path)
    return None


def _inside(source: _Source) -> str:
    """Return the file behind a link (Kubernetes mounts links), which must not leave its folder."""
    if not source.root:
        return source.path
    real, real_root = os.path.realpath(source.path), os.path.realpath(source.root)
    if os.path.commonpath([real, real_root]) != real_root:
        raise UnreadableError(
            "a link that leaves its folder", f"a file within {source.root}", "mount the file itself"
        )
    return real


def _text(content: FileContent) -> str:
    try:
        return content.data.decode().removesuffix("\n")
    except UnicodeDecodeError:
        raise UnreadableError("not UTF-8", "a UTF-8 text", "save the secret as UTF-8") from None


def _fault(key: str, source: _Source, error: UnreadableError) -> SecretFault:
    hint = error.hint or f"mount the file, or set {key} itself"
    found, wanted = error.found, f"{error.wanted} with the secret"
    if source.variable is None:
        return SecretFault(key, source.shown, found, wanted, hint)
    hint = (
        error.hint or f"name a file that holds the secret in {source.variable}, or set {key} itself"
    )
    if _LIKE_A_PATH.fullmatch(source.shown):
        found = f"{found}: {source.shown}"
    else:
        found = f"{found} (what {source.variable} names is not shown: it may be the secret itself)"
    return SecretFault(key, source.shown, found, wanted, hint, source.variable)


def _grade(key: str, shown: str, content: FileContent) -> Iterator[SecretFault]:
    if content.mode & 0o077:
        yield SecretFault(
            key,
            shown,
            f"a file that others can read (mode {content.mode:04o})",
            "mode 0400 or 0600",
            "chmod 0400 it; in Kubernetes set defaultMode: 0400 on the volume",
        )
    elif content.owner not in (0, os.geteuid()):
        yield SecretFault(
            key, shown, f"a file of user {content.owner}", "a file of your own", "chown it"
        )
