"""Builds the catalogue from what the plugins contributed, and judges it as a whole."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ..convert import Mismatch
from ..display import show_short
from ..engine import CheckedValidator, Validator, checked_validators
from ..problems import Problem
from .catalogue import Catalogue, Claims, Owned, Skipped, collect_keys
from .rules import Rule
from .section import MISSING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .declarations import Key
    from .plugin import Contribution, Plugin


@dataclass(slots=True)
class _Draft:
    """The catalogue while it is being put together."""

    keys: dict[str, Key]
    problems: list[Problem]
    skipped: list[Skipped] = field(default_factory=list)
    defaults: dict[str, Owned] = field(default_factory=dict)
    computed: dict[str, Owned] = field(default_factory=dict)
    rules: list[Owned] = field(default_factory=list)
    validators: list[Owned] = field(default_factory=list)

    def skips(self, plugin: Plugin, what: str, named: tuple[str, ...]) -> bool:
        absent = tuple(key for key in named if key not in self.keys)
        if absent:
            self.skipped.append(Skipped(plugin, what, absent, tuple(named)))
        return bool(absent)

    def refuse(self, plugin: Plugin, key: str | None, found: str, wanted: str, hint: str) -> None:
        owner = self.keys.get(key) if key else None
        section = owner.section.__name__ if owner else None
        self.problems.append(Problem(key, found, wanted, None, hint, section, plugin.name))


def assemble(
    contributions: Iterable[Contribution],
    *,
    problems: Iterable[Problem] = (),
    blocked: tuple[str, ...] = (),
) -> Catalogue:
    """Return the catalogue of all contributions; the result does not depend on their order."""
    ordered = sorted(contributions, key=lambda contribution: contribution.plugin.name)
    keys, sections, found = collect_keys(ordered)
    draft = _Draft(keys, [*problems, *found])
    for contribution in ordered:
        _add_defaults(draft, contribution)
        _add_computed(draft, contribution)
        _add_validators(draft, contribution)
    _require_functions(draft)
    renamed = _renamed(draft)
    defaults = dict(_ready_defaults(draft))
    return Catalogue(
        keys=MappingProxyType(keys),
        sections=MappingProxyType(sections),
        defaults=MappingProxyType(defaults),
        changed_defaults=MappingProxyType(draft.defaults),
        rules=tuple(draft.rules),
        validators=tuple(draft.validators),
        computed=MappingProxyType(draft.computed),
        plugins=tuple(contribution.plugin for contribution in ordered),
        blocked=blocked,
        skipped=tuple(draft.skipped),
        problems=tuple(draft.problems),
        secrets=frozenset(name for name, key in keys.items() if key.setting.secret),
        renamed=MappingProxyType(renamed),
        callable_defaults=MappingProxyType(dict(_callable_defaults(draft))),
        undefaulted=tuple(name for name, default in defaults.items() if default is MISSING),
        deprecated=tuple(name for name, key in keys.items() if key.setting.deprecated),
    )


def _add_defaults(draft: _Draft, contribution: Contribution) -> None:
    plugin = contribution.plugin
    for name, value in (contribution.defaults or {}).items():
        if draft.skips(plugin, "a default", (name,)):
            continue
        key = draft.keys[name]
        if key.setting.computed:
            draft.refuse(plugin, name, "a default for a computed key", "no default", "remove it")
            continue
        other = draft.defaults.setdefault(name, Owned(plugin, value))
        if other.plugin is not plugin and other.value != value:
            shown = [show_short(owned, secret=key.setting.secret) for owned in (other.value, value)]
            found = f"{other.plugin} says {shown[0]}, {plugin} says {shown[1]}"
            hint = "remove one of the two defaults, or set the key in the base file of the host"
            draft.refuse(plugin, name, found, "one default", hint)
            continue
        _judge_default(draft, key, plugin, value)


def _judge_default(draft: _Draft, key: Key, plugin: Plugin, value: Any) -> None:
    if callable(value):
        return
    try:
        key.check.from_value(value)
    except Mismatch as mismatch:
        found = f"{show_short(value, secret=key.setting.secret)}, a default of {plugin}"
        wanted = mismatch.wanted or key.check.type_wanted
        draft.refuse(plugin, key.name, found, wanted, "mend the default in that plugin")


def _add_computed(draft: _Draft, contribution: Contribution) -> None:
    plugin = contribution.plugin
    for name, function in (contribution.computed or {}).items():
        if draft.skips(plugin, "a computed value", (name,)):
            continue
        if not draft.keys[name].setting.computed:
            hint = f"declare {name} with computed=True, or remove the function"
            draft.refuse(plugin, name, f"a function of {plugin}", "a key declared computed", hint)
        elif not callable(function):
            found = f"{show_short(function)} of {plugin}"
            draft.refuse(plugin, name, found, "a function", "give a function of the other values")
        else:
            other = draft.computed.setdefault(name, Owned(plugin, function))
            if other.plugin is not plugin:
                found = f"{other.plugin} and {plugin} both compute it"
                draft.refuse(plugin, name, found, "one function", "remove one of the two plugins")


def _require_functions(draft: _Draft) -> None:
    for name, key in draft.keys.items():
        if key.setting.computed and name not in draft.computed:
            hint = f"return {{{name!r}: function}} from integr8s_computed"
            draft.refuse(key.plugin, name, "no function that computes it", "a function", hint)


def _add_validators(draft: _Draft, contribution: Contribution) -> None:
    plugin = contribution.plugin
    for item in contribution.validators:
        if isinstance(item, Rule):
            _add_rule(draft, plugin, item)
        elif isinstance(item, Validator):
            _add_validator(draft, plugin, item)
        else:
            found = f"{show_short(item)} from integr8s_validators of {plugin}"
            draft.refuse(
                plugin, None, found, "rules and Validators", "return rule(...) or Validator(...)"
            )


def _add_rule(draft: _Draft, plugin: Plugin, rule: Rule) -> None:
    if not draft.skips(plugin, f"the rule {rule.wanted!r}", rule.keys):
        draft.rules.append(Owned(plugin, rule))


def _add_validator(draft: _Draft, plugin: Plugin, validator: Any) -> None:
    try:
        checked: list[CheckedValidator] = checked_validators(validator)
    except ValueError as error:
        key = next(iter(getattr(validator, "names", ())), None)
        key = key if isinstance(key, str) else None
        draft.refuse(
            plugin, key, f"a Validator of {plugin}", "a Validator that only checks", str(error)
        )
        return
    for one in checked:
        if not draft.skips(plugin, "a Validator", one.keys):
            draft.validators.append(Owned(plugin, one))


def _ready_defaults(draft: _Draft) -> Iterator[tuple[str, Any]]:
    """Yield each key, interned for fast reads, with its default as readers get it."""
    for name, key in draft.keys.items():
        changed = draft.defaults.get(name)
        default = changed.value if changed else key.setting.default
        if default is MISSING or callable(default):
            yield sys.intern(name), MISSING
            continue
        try:
            yield sys.intern(name), key.check.from_value(default)
        except Mismatch:
            yield sys.intern(name), MISSING


def _callable_defaults(draft: _Draft) -> Iterator[tuple[str, tuple[Any, Plugin]]]:
    for name, key in draft.keys.items():
        changed = draft.defaults.get(name)
        default = changed.value if changed else key.setting.default
        if default is not MISSING and callable(default):
            yield sys.intern(name), (default, changed.plugin if changed else key.plugin)


def _renamed(draft: _Draft) -> dict[str, str]:
    renamed: dict[str, str] = {}
    claims = Claims("former name")
    for name, key in draft.keys.items():
        old = key.setting.renamed_from
        if old is None:
            continue
        if old in draft.keys:
            hint = "a former name is no key of its own"
            draft.refuse(key.plugin, name, f"renamed_from={old!r}", "a name that is free", hint)
        elif old in renamed:
            hint = f"{renamed[old]} claims it too"
            draft.refuse(key.plugin, name, f"renamed_from={old!r}", "a name that is free", hint)
        else:
            renamed[old] = name
    return renamed
