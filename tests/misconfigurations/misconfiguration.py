"""One mistake in a deployment's configuration, and the refusal that it must meet."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

BASE = "config.toml"
OVERRIDE = "config.saga-orchestrator.toml"
ENV_FILE = ".env"
SECRETS_FOLDER = "secrets"
PREFIX = "INTEGR8S_"


@dataclass(frozen=True)
class Place:
    """Where a problem must point: a line of a file, or a thing without lines."""

    name: str
    line: str | None = None
    """The whole line, as it stands in the file; the test finds its number."""


@dataclass(frozen=True, kw_only=True)
class Misconfiguration:
    """An edit of the real deployment, and what the problem that it causes must say.

    An edit that writes one line, one variable or one secret file says by that which key is at
    fault, and where; other edits say ``key`` and ``where``.
    """

    name: str = field(kw_only=False)

    # The edit.

    line: str = ""
    """A line of the base file: it takes the place of its key's line, or is added at the end."""

    replace: Mapping[str, str] = field(default_factory=dict)
    """Key of a line of the base file -> what stands there instead."""

    before: Mapping[str, str] = field(default_factory=dict)
    """Key of a line of the base file -> lines that are put in front of it."""

    append: str = ""
    """Lines at the end of the base file."""

    override: str = ""
    """The text of a worker's override file."""

    env: Mapping[str, str] = field(default_factory=dict)
    """Environment variables."""

    env_file: str = ""
    """The text of the ``.env`` beside the base file."""

    secret_files: Mapping[str, str] = field(default_factory=dict)
    """Name -> text of the files in the secrets folder."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    """Other files; they are written last, so one may take the base file's place."""

    config_path: str = BASE

    override_path: str | None = None
    """The override file that is asked for, where there is none of it."""

    # The refusal.

    key: str | None = None
    """The key that the problem names; None where it is about a file and not about a key."""

    where: Place | None = None
    """Where the problem must point."""

    column: bool = False
    """Whether the problem must name the column, as those of unreadable TOML do."""

    also: tuple[Place, ...] = ()
    """Further places that the problem must cite, as a rule between keys does."""

    wanted: str | tuple[str, ...] = ()
    """Words of what is wanted."""

    hint: str | tuple[str, ...] = ()
    """Words of the hint."""

    says: str | tuple[str, ...] = ()
    """Words that may stand anywhere in the problem."""

    absent: str | tuple[str, ...] = ()
    """Texts that no part of the error may hold: secrets, and the values of unknown keys."""

    among_others: bool = False
    """Whether the edit rightly causes more problems than the one that is described."""


def key_of(line: str) -> str:
    """Return what stands in front of a line's first equals sign."""
    return line.partition("=")[0].strip()


def base(line: str) -> Place:
    """Point to a line of the base file."""
    return Place(BASE, line)


def override(line: str) -> Place:
    """Point to a line of the override file."""
    return Place(OVERRIDE, line)


def env_file(line: str) -> Place:
    """Point to a line of the ``.env``."""
    return Place(ENV_FILE, line)
