"""The processes of a deployment: one of the base file, and one of each override."""

from __future__ import annotations

import re
from itertools import chain, count
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from ..origin import LayerKind, Origin
from ..problems import ConfigError, Problem
from ..sources.locate import BASE_NAME, locate_base, locate_override
from ..sources.safe_file import UnreadableError, read_small_file

if TYPE_CHECKING:
    from ..deployment.combination import Deployment
    from ..sources.locate import Place

FOLDER = "/etc/integr8s-conf"
"""Where the processes find their TOML files."""

_MAIN = "backend"
_LONGEST = 50


class TomlText(NamedTuple):
    """A TOML file of a deployment: as its user named it, as it is named in FOLDER, its text."""

    name: str
    mounted: str
    text: str


class Process(NamedTuple):
    """What runs with one combination of TOML files; its name is an RFC 1123 label."""

    name: str
    base: TomlText
    override: TomlText | None = None

    @property
    def files(self) -> tuple[TomlText, ...]:
        """The TOML files that it reads, the base file first."""
        return (self.base, self.override) if self.override else (self.base,)

    @property
    def variables(self) -> dict[str, str]:
        """The variables that tell it which files to read."""
        variables = {"INTEGR8S_CONF_DIR": FOLDER}
        if self.override:
            variables["INTEGR8S_CONF_OVERRIDE"] = f"{FOLDER}/{self.override.mounted}"
        return variables


def processes_of(deployment: Deployment) -> tuple[Process, ...]:
    """Return the processes of what is deployed, the one without an override first.

    Raises:
        ConfigError: A TOML file cannot be read.

    """
    request = deployment.main[0].request
    place = locate_base(request)
    problems: list[Problem] = []
    base = _read(LayerKind.BASE_FILE, place, BASE_NAME, problems)
    found = [Process(_MAIN, base)]
    stem = PurePath(place.path).stem
    for override in dict.fromkeys(one.override for one in deployment.main if one.override):
        beside = locate_override(request._replace(override_path=override), place) or place
        name = _unlike(_label(override, stem), {process.name for process in found})
        text = _read(LayerKind.OVERRIDE_FILE, beside, f"config.{name}.toml", problems)
        found.append(Process(name, base, text))
    if problems:
        raise ConfigError(problems)
    return tuple(found)


def _label(override: str, stem: str) -> str:
    """Return what distinguishes an override: ``k8s-worker`` for ``config.k8s-worker.toml``."""
    name = PurePath(override).name.removesuffix(".toml").removeprefix(f"{stem}.")
    return re.sub("[^a-z0-9]+", "-", name.lower())[:_LONGEST].strip("-") or "worker"


def _unlike(name: str, taken: set[str]) -> str:
    """Return a name, with a number behind it where it is taken."""
    numbered = (f"{name}-{number}" for number in count(2))
    return next(one for one in chain([name], numbered) if one not in taken)


def _read(kind: LayerKind, place: Place, mounted: str, problems: list[Problem]) -> TomlText:
    try:
        return TomlText(place.name, mounted, read_small_file(place.path).data.decode())
    except UnreadableError as error:
        found, wanted, hint = error.found, f"{error.wanted} as the {kind}", error.hint
    except UnicodeDecodeError:
        found, wanted, hint = "not UTF-8", "a UTF-8 text", "save the file as UTF-8"
    origin = Origin(kind, place.name)
    problems.append(Problem(None, found, wanted, origin, hint or f"looked for {place.path}"))
    return TomlText(place.name, mounted, "")
