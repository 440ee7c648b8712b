"""The catalogue while it is being put together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..problems import Problem
from .catalogue import Owned, Skipped

if TYPE_CHECKING:
    from .declarations import Key
    from .placing import PlacedSource
    from .plugin import Plugin


@dataclass(slots=True, repr=False, eq=False)
class Draft:
    """Every declared key, and what the plugins say of keys, as far as it has been judged."""

    keys: dict[str, Key]
    problems: list[Problem]
    skipped: list[Skipped] = field(default_factory=list)
    defaults: dict[str, Owned] = field(default_factory=dict)
    computed: dict[str, Owned] = field(default_factory=dict)
    rules: list[Owned] = field(default_factory=list)
    validators: list[Owned] = field(default_factory=list)
    sources: list[PlacedSource] = field(default_factory=list)

    def skips(self, plugin: Plugin, what: str, named: tuple[str, ...]) -> bool:
        """Tell whether a key of ``named`` is not declared; then note ``what`` as skipped."""
        absent = tuple(key for key in named if key not in self.keys)
        if absent:
            self.skipped.append(Skipped(plugin, what, absent, named))
        return bool(absent)

    def refuse(self, plugin: Plugin, key: str | None, found: str, wanted: str, hint: str) -> None:
        """Note a problem of ``plugin``, of a declared key where ``key`` is one."""
        owner = self.keys.get(key) if key else None
        section = owner.section.__name__ if owner else None
        self.problems.append(
            Problem(key, found, wanted, None, hint, section, plugin.name, quoted=True)
        )

    def refused(self, key: str) -> bool:
        """Tell whether something is wrong with ``key`` already."""
        return any(problem.key == key for problem in self.problems)
