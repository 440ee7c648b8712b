"""One combination of files and variables that some process will run with."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from ..sources.locate import locate_base, locate_override

if TYPE_CHECKING:
    from ..origin import Origin
    from ..problems import Problem
    from ..request import Request


class Combination(NamedTuple):
    """A base file, perhaps an override, perhaps in a named environment."""

    base: str
    """As its user named it."""

    override: str | None
    request: Request
    environment: str | None = None
    assumed: frozenset[str] = frozenset()
    """Secrets that the environment is said to set to values of its own."""

    assumed_at: Origin | None = None
    """Where the environment is said to set them."""

    def __repr__(self) -> str:
        return f"<combination {self.name}>"

    @property
    def name(self) -> str:
        """The files, and the environment: ``config.toml + config.k8s-worker.toml [production]``."""
        files = " + ".join(self.files)
        return f"{files} [{self.environment}]" if self.environment else files

    @property
    def files(self) -> tuple[str, ...]:
        """The TOML files, the base file first."""
        return (self.base, self.override) if self.override else (self.base,)

    @property
    def paths(self) -> tuple[str, ...]:
        """Where the TOML files are, links followed."""
        base = locate_base(self.request)
        override = locate_override(self.request, base)
        return tuple(os.path.realpath(place.path) for place in (base, override) if place)


class Deployment(NamedTuple):
    """Every combination that runs somewhere, and what is wrong with how they are listed."""

    combinations: tuple[Combination, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def main(self) -> tuple[Combination, ...]:
        """The combinations of the first base file: what is deployed, without the test file."""
        base = self.combinations[0].base
        return tuple(one for one in self.combinations if one.base == base)
