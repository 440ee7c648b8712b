"""What all loaded plugins declare together; refuses what two of them claim."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ..problems import Problem
from .declarations import Key, declared_keys

if TYPE_CHECKING:
    from .plugin import Contribution, Plugin
    from .section import Section


@dataclass(frozen=True, slots=True)
class Owned:
    """Something of a plugin's: a default, a rule, a Validator, a computing function."""

    plugin: Plugin
    value: Any = field(repr=False)


@dataclass(frozen=True, slots=True)
class Skipped:
    """What a plugin said of keys that no loaded plugin declares."""

    plugin: Plugin
    what: str
    keys: tuple[str, ...]
    names: tuple[str, ...] = ()
    """All the keys that it speaks of."""

    def __str__(self) -> str:
        return f"{self.what} of {self.plugin}: no loaded plugin declares {', '.join(self.keys)}"


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Catalogue:
    """Every declared key with its owner, and all that plugins say of keys."""

    keys: Mapping[str, Key]
    sections: Mapping[type[Section], tuple[str, ...]]
    defaults: Mapping[str, Any]
    """Ready values, in the order of the declarations; MISSING for keys that have none."""

    changed_defaults: Mapping[str, Owned]
    rules: tuple[Owned, ...]
    validators: tuple[Owned, ...]
    computed: Mapping[str, Owned]
    plugins: tuple[Plugin, ...]
    blocked: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    problems: tuple[Problem, ...] = ()
    secrets: frozenset[str] = frozenset()
    renamed: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Former name -> key."""

    callable_defaults: Mapping[str, tuple[Callable[[], Any], Plugin]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    deprecated: tuple[str, ...] = ()
    undefaulted: tuple[str, ...] = ()
    """The keys without a ready default: required, computed, or made by a function."""

    def skipped_for(self, key: str) -> list[Skipped]:
        """Return what was skipped of what plugins say of ``key`` together with other keys."""
        return [one for one in self.skipped if key in one.names]

    def rules_of(self, key: str) -> list[Owned]:
        """Return the rules between keys that speak of ``key``: those that name it first."""
        return [owned for owned in self.rules if owned.value.keys[0] == key]


class Claims:
    """Who claimed a name first; says what is wrong with a second claim."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._owners: dict[str, Plugin] = {}

    def taken(self, name: str, plugin: Plugin, *, key: str | None = None) -> Problem | None:
        owner = self._owners.setdefault(name, plugin)
        if owner is plugin:
            return None
        return Problem(
            key,
            found=f"{plugin} and {owner} both claim the {self._what} {name}",
            wanted=f"one owner of each {self._what}",
            hint=f"remove one of the two plugins, or rename the {self._what} in one of them",
            plugin=plugin.name,
        )


def collect_keys(
    contributions: Iterable[Contribution],
) -> tuple[dict[str, Key], dict[type[Section], tuple[str, ...]], list[Problem]]:
    """Return the keys of all sections, the keys by section, and the problems of declarations."""
    keys: dict[str, Key] = {}
    sections: dict[type[Section], tuple[str, ...]] = {}
    problems: list[Problem] = []
    names, claims = Claims("section"), Claims("key")
    for contribution in contributions:
        plugin = contribution.plugin
        for section in dict.fromkeys(contribution.sections):
            if taken := names.taken(section.__name__, plugin):
                problems.append(taken)
                continue
            declared = declared_keys(section, plugin)
            problems.extend(declared.problems)
            owned = []
            for key in declared.keys:
                if taken := claims.taken(key.name, plugin, key=key.name):
                    problems.append(taken)
                else:
                    keys.setdefault(key.name, key)
                    owned.append(key.name)
            sections[section] = tuple(owned)
    return keys, sections, problems


Function = Callable[[Mapping[str, Any]], Any]
