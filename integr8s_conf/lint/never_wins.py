"""Values that another layer wins over wherever they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..origin import LayerKind, Origin
from .finding import Finding, Words, of_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..declare.catalogue import Catalogue
    from ..project.project_file import Project
    from ..resolve.layer import Layer
    from .env_files import EnvFile
    from .examined import Examined, Run

RULE = "never-wins"

_WANTED = "a value that wins somewhere"
_MOST = 3
"""The most winners that are named."""


def never_winning_lines(examined: Examined) -> Iterator[Finding]:
    """Yield each line of a TOML file over which something wins in all that the file takes part in.

    What this process's environment sets is not counted: elsewhere it may be another.
    """
    for file in examined.files.values():
        runs = tuple(examined.runs_of(file))
        for name in file.values:
            winners = [winner for run in runs if (winner := _winner(run, file, name))]
            if len(winners) == len(runs):
                yield _never(name, file.locate(name), winners, examined.catalogue)


def _winner(run: Run, file: Layer, name: str) -> Origin | None:
    """Return what is sure to win over a line of a file."""
    override, variables = run.override, run.variables
    if variables and name in variables.values:
        origin = variables.locate(name)
        return Origin(origin.layer, f"{origin.name} of {run.combination.environment}")
    if name in run.combination.assumed:
        return run.combination.assumed_at
    if override and file.name != override.name and name in override.values:
        return override.locate(name)
    return None


def _never(name: str, origin: Origin, winners: list[Origin], catalogue: Catalogue) -> Finding:
    by = tuple(dict.fromkeys(winners))
    more = f", and {len(by) - _MOST} more," if len(by) > _MOST else ""
    wins = "wins" if len(by) == 1 else "win"
    found = f"{' and '.join(map(str, by[:_MOST]))}{more} {wins} over it"
    words = Words(found, _WANTED, "remove the line")
    related = tuple((name, one) for one in by)
    return Finding(of_key(RULE, name, words, origin, catalogue, related))


def set_again(file: EnvFile, catalogue: Catalogue) -> Iterator[Finding]:
    """Yield each line of an env file that sets what a later line sets again."""
    last = {one.variable: one.first for one in file.assignments}
    keys = {variable: key for key, variable in file.variables.items()}
    for variable, first, _ in file.assignments:
        if variable in keys and first != last[variable]:
            origin, winner = (
                Origin(LayerKind.ENV_FILE, file.place.name, line)
                for line in (first, last[variable])
            )
            yield _never(keys[variable], origin, [winner], catalogue)


def set_by_the_project(
    project: Project, files: Iterable[EnvFile], catalogue: Catalogue
) -> Iterator[Finding]:
    """Yield each line of an env file that ``variables`` replace in all that name the file."""
    for file in files:
        users = [one for one in project.environments if one.env_file == file.place.name]
        for key, variable in file.variables.items():
            if users and all(variable in one.variables for one in users):
                winners = [
                    project.origin("environments", one.name, "variables", variable) for one in users
                ]
                yield _never(key, file.layer.locate(key), winners, catalogue)
