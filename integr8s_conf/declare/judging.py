"""Rules between keys and dynaconf's Validators, as plugins give them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..display import kind_of
from ..engine import Validator
from ..validators import RefusedValidatorError, checked_validators
from .catalogue import Owned
from .rules import Rule, fault_of

if TYPE_CHECKING:
    from .draft import Draft
    from .plugin import Contribution, Plugin


def add_validators(draft: Draft, contribution: Contribution) -> None:
    """Take the rules and Validators of a plugin; skip those of keys that nobody declares."""
    plugin = contribution.plugin
    for item in contribution.validators:
        if isinstance(item, Rule):
            _add_rule(draft, plugin, item)
        elif isinstance(item, Validator):
            _add_validator(draft, plugin, item)
        else:
            found = f"{kind_of(item)} from integr8s_validators of {plugin}"
            hint = "return rule(...) or Validator(...)"
            draft.refuse(plugin, None, found, "rules and Validators", hint)


def _add_rule(draft: Draft, plugin: Plugin, rule: Rule) -> None:
    if fault := fault_of(rule):
        key = rule.keys[0] if isinstance(rule.keys[0], str) else None
        found, hint = fault
        draft.refuse(plugin, key, f"{found}, a rule of {plugin}", "a sound rule", hint)
    elif not draft.skips(plugin, f"the rule {rule.wanted!r}", rule.keys):
        draft.rules.append(Owned(plugin, rule))


def _add_validator(draft: Draft, plugin: Plugin, validator: Any) -> None:
    try:
        checked = checked_validators(validator)
    except RefusedValidatorError as error:
        found, wanted = f"a Validator of {plugin}", "a Validator that only checks"
        draft.refuse(plugin, error.key, found, wanted, error.hint)
        return
    for one in checked:
        if not draft.skips(plugin, f"a Validator of {one.keys[0]}", one.keys):
            draft.validators.append(Owned(plugin, one))
