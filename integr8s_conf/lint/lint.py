"""All that lint finds in a deployment, and the lines that may go."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from ..project.project_file import read_project
from .committed_secrets import RULE as SECRET
from .committed_secrets import secrets_in_files
from .env_files import env_file_beside, env_files_of
from .inherited_values import RULE as INHERITED
from .inherited_values import inherited_values
from .never_wins import RULE as NEVER
from .never_wins import never_winning_lines, set_again, set_by_the_project
from .overrides import EVERYWHERE, REDUNDANT, in_every_override, redundant_overrides
from .repeated_base import RULE as REPEATED_BASE
from .repeated_base import repeated_bases
from .repeated_defaults import RULE as REPEATED_DEFAULT
from .repeated_defaults import repeated_in_compose, repeated_in_env_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ..diagnostic import Diagnostic
    from ..manifests.manifest import Manifest
    from .env_files import EnvFile
    from .examined import Examined
    from .finding import Finding, NoOp

RULES: Mapping[str, str] = MappingProxyType(
    {
        SECRET: "A committed file gives a secret a value.",
        INHERITED: "Several roles have one value of a key that wants one for each.",
        REDUNDANT: "A line sets what holds without it.",
        EVERYWHERE: "All overrides set a key to one value, which belongs in the base file.",
        REPEATED_BASE: "A full base file mostly repeats the deployment's base file.",
        NEVER: "Wherever a value is read, another one wins over it.",
        REPEATED_DEFAULT: "A variable repeats a default of the code.",
    }
)
"""The rules, the worst first."""


class Linted(NamedTuple):
    """What was found, and the lines that may go without a change."""

    diagnostics: tuple[Diagnostic, ...]
    no_ops: tuple[NoOp, ...]


def lint(examined: Examined, folder: str, manifests: Sequence[Manifest]) -> Linted:
    """Return what lint finds in a deployment, and in the Compose files that start it."""
    found = dict.fromkeys(_findings(examined, folder, manifests))
    return Linted(
        tuple(dict.fromkeys(one.diagnostic for one in found)),
        tuple(dict.fromkeys(one.no_op for one in found if one.no_op)),
    )


def _findings(examined: Examined, folder: str, manifests: Sequence[Manifest]) -> Iterator[Finding]:
    catalogue, project = examined.catalogue, read_project(folder)
    own = _unique(env_file_beside(run, catalogue) for run in examined.runs)
    named = _unique(env_files_of(project, folder, catalogue))
    yield from secrets_in_files(examined, _unique((*own, *named)), project, folder)
    yield from inherited_values(examined)
    yield from redundant_overrides(examined)
    yield from in_every_override(examined)
    yield from repeated_bases(examined)
    yield from never_winning_lines(examined)
    for file in _unique((*own, *named)):
        yield from set_again(file, catalogue)
    yield from set_by_the_project(project, named, catalogue)
    yield from repeated_in_env_files(examined, manifests)
    yield from repeated_in_compose(examined, manifests)


def _unique(files: Iterable[EnvFile | None]) -> tuple[EnvFile, ...]:
    return tuple({file.place.path: file for file in files if file}.values())
