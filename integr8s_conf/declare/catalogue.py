"""What all loaded plugins declare together; refuses what two of them claim."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from ..problems import Problem
from .declarations import declared_keys

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ..discover.admission import Admission
    from .checks import Take
    from .declarations import Key
    from .placing import PlacedSource
    from .plugin import Contribution, Plugin
    from .removed_keys import RemovedKey
    from .section import Section


_EMPTY = (dict, list, set, tuple)
"""Callable defaults that give the same value at each load."""


class Owned(NamedTuple):
    """Something of a plugin's: a default, a rule, a Validator, a computing function."""

    plugin: Plugin
    value: Any

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


class Skipped(NamedTuple):
    """What a plugin said of keys that no loaded plugin declares."""

    plugin: Plugin
    what: str
    keys: tuple[str, ...]
    names: tuple[str, ...] = ()
    """All the keys that it speaks of."""

    def __str__(self) -> str:
        return f"{self.what} of {self.plugin}: no loaded plugin declares {', '.join(self.keys)}"


class Catalogue(NamedTuple):
    """Every declared key with its owner, and all that plugins say of keys."""

    keys: Mapping[str, Key]
    sections: Mapping[type[Section], tuple[str, ...]]
    defaults: MappingProxyType[str, Any]
    """Ready values, in the order of the declarations; MISSING for keys that have none."""

    changed_defaults: Mapping[str, Owned]
    rules: tuple[Owned, ...]
    validators: tuple[Owned, ...]
    computed: Mapping[str, Owned]
    contributions: tuple[Contribution, ...]
    """What each loaded plugin brought, by the plugins' names."""

    sources: tuple[PlacedSource, ...] = ()
    """By the names of their plugins."""

    loaded: tuple[Owned, ...] = ()
    """The functions that are called after a good load, by the names of their plugins."""

    """The names of plugins that are kept out, and have no problem that says so."""

    admissions: tuple[Admission, ...] = ()
    """What the policy says of every installed plugin, by their names."""

    seconds: float = 0
    """How long a hook may take."""

    skipped: tuple[Skipped, ...] = ()
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    secrets: frozenset[str] = frozenset()
    renamed: Mapping[str, str] = MappingProxyType({})
    """Former name -> key."""

    removed: Mapping[str, RemovedKey] = MappingProxyType({})
    callable_defaults: Mapping[str, tuple[Callable[[], Any], Plugin]] = MappingProxyType({})
    deprecated: tuple[str, ...] = ()
    takes_value: Mapping[str, Take] = MappingProxyType({})
    """Key -> its check of a value, and of a text: plain dicts, which every load reads."""

    takes_text: Mapping[str, Take] = MappingProxyType({})
    undefaulted: tuple[str, ...] = ()
    """The keys without a ready default: required, computed, or made by a function."""

    shared: tuple[str, ...] = ()
    """The keys that no override file may set."""

    # Equal to itself alone: what is cached for one is found without comparing all that it holds.
    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)

    def __repr__(self) -> str:
        return f"<catalogue of {len(self.keys)} keys of {len(self.contributions)} plugins>"

    @property
    def former_secrets(self) -> set[str]:
        """The former names of secrets."""
        return {old for old, new in self.renamed.items() if new in self.secrets}

    @property
    def blocked(self) -> tuple[str, ...]:
        """The plugins that are kept out, and are no problem."""
        return tuple(dict.fromkeys(one.plugin.name for one in self.admissions if one.is_out))

    def default_of(self, key: str) -> Any:
        """Return a key's default; MISSING where it has none, or has another one at each load."""
        function, _ = self.callable_defaults.get(key, (None, None))
        return function() if function in _EMPTY else self.defaults[key]

    def skipped_for(self, key: str) -> list[Skipped]:
        """Return what was skipped of what plugins say of ``key`` together with other keys."""
        return [one for one in self.skipped if key in one.names]

    def rules_of(self, key: str) -> list[Owned]:
        """Return the rules between keys that speak of ``key``: those that name it first."""
        return [owned for owned in self.rules if owned.value.keys[0] == key]


def collect_keys(
    contributions: Iterable[Contribution],
) -> tuple[dict[str, Key], dict[type[Section], tuple[str, ...]], list[Problem]]:
    """Return the keys of all sections, the keys by section, and the problems of declarations."""
    keys: dict[str, Key] = {}
    sections: dict[type[Section], tuple[str, ...]] = {}
    problems: list[Problem] = []
    owners: dict[str, Plugin] = {}
    for contribution in contributions:
        plugin = contribution.plugin
        for section in dict.fromkeys(contribution.sections):
            name = section.__name__
            if name in owners:
                problems.append(_taken(None, "section", name, owners[name], plugin))
                continue
            owners[name] = plugin
            declared = declared_keys(section, plugin)
            problems.extend(declared.problems)
            sections[section] = tuple(key.name for key in declared.keys)
            for key in declared.keys:
                first = keys.setdefault(key.name, key)
                if first.setting is not key.setting or first.plugin is not plugin:
                    problems.append(_taken(key, "key", key.name, first.plugin, plugin))
    return keys, sections, problems


def _taken(key: Key | None, what: str, name: str, owner: Plugin, plugin: Plugin) -> Problem:
    """Return the problem of a key or section that ``owner`` and then ``plugin`` declare."""
    if owner is plugin:
        found = f"{plugin} declares the {what} {name} twice"
    else:
        found = f"{owner} and {plugin} both claim the {what} {name}"
    return Problem(
        name if key else None,
        found=found,
        wanted=f"one owner of each {what}",
        hint=f"remove one of the two, or rename the {what} in one of them",
        section=key.section.__name__ if key else name,
        plugin=plugin.name,
    )
