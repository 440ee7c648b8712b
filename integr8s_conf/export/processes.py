"""The processes of a deployment: one of the base file, and one of each override."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..deployment.roles import roles_of
from ..origin import LayerKind, Origin
from ..problems import ConfigError, Problem
from ..sources.locate import BASE_NAME, locate_base, locate_override
from ..sources.safe_file import UnreadableError, read_small_file

if TYPE_CHECKING:
    from ..deployment.combination import Deployment
    from ..sources.locate import Place

FOLDER = "/etc/integr8s-conf"
"""Where the processes find their TOML files."""


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
    found = []
    for name, combinations in roles_of(deployment).items():
        beside = locate_override(combinations[0].request, place)
        mounted = f"config.{name}.toml"
        text = _read(LayerKind.OVERRIDE_FILE, beside, mounted, problems) if beside else None
        found.append(Process(name, base, text))
    if problems:
        raise ConfigError(problems)
    return tuple(found)


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
