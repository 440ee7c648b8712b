"""From what the loaded plugins declare to what a lock holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..declare.distribution import identity
from ..declare.section import MISSING
from ..display import LONGEST
from ..key_reference import key_reference
from ..secret import MASK
from .entry import Lock, LockedKey, LockedPlugin
from .steady import digest, steady
from .type_parts import type_parts

if TYPE_CHECKING:
    from ..declare.catalogue import Catalogue
    from ..declare.plugin import Plugin
    from ..key_reference import KeyReference


def lock_of(catalogue: Catalogue) -> Lock:
    """Return what a lock of these plugins holds; no default of theirs is made."""
    plugins = [one.plugin for one in catalogue.contributions]
    keys: dict[str, dict[str, LockedKey]] = {one.name: {} for one in plugins}
    for name, key in catalogue.keys.items():
        keys[key.plugin.name][name] = _key(catalogue, name)
    return {one.name: _plugin(catalogue, one, keys[one.name]) for one in plugins}


def _plugin(catalogue: Catalogue, plugin: Plugin, keys: dict[str, LockedKey]) -> LockedPlugin:
    distribution = identity(plugin.source)
    removed = {
        name: steady(f"removed in {one.version}: {one.instead}")
        for name, one in catalogue.removed.items()
        if one.plugin.name == plugin.name
    }
    return LockedPlugin(distribution.normalised, distribution.version, keys, removed)


def _key(catalogue: Catalogue, name: str) -> LockedKey:
    reference, key = key_reference(catalogue, name), catalogue.keys[name]
    setting, changed = key.setting, catalogue.changed_defaults.get(name)
    default, default_digest = _default(catalogue, reference)
    declared = LockedKey(
        reference.type,
        type_parts(key.annotation) if setting.cast is None else (),
        setting.unit or "",
        _name_of(setting.cast) if setting.cast else "",
        setting.allow_inf_nan,
        reference.required,
        reference.secret,
        reference.computed,
        default,
        default_digest,
        changed.plugin.name if changed else "",
        tuple(_rules(catalogue, reference)),
        reference.advice,
        reference.former_names,
        reference.deprecated or "",
    )
    return LockedKey(*map(_steadied, declared))


def _steadied(said: Any) -> Any:
    if isinstance(said, tuple):
        return tuple(map(steady, said))
    return steady(said) if isinstance(said, str) else said


def _name_of(function: Any) -> str:
    return str(getattr(function, "__name__", type(function).__name__))


def _rules(catalogue: Catalogue, reference: KeyReference) -> list[str]:
    """Return what is wanted of a key; of rules between keys, whose they are too."""
    between = {one.value.wanted: one.plugin.name for one in catalogue.rules_of(reference.key)}
    return [
        f"{rule} (a rule of {between[rule]})" if rule in between else rule
        for rule in reference.rules
    ]


def _default(catalogue: Catalogue, reference: KeyReference) -> tuple[str, str]:
    """Return the words and the digest of a default; a function's is its name alone."""
    if reference.secret:
        return ("" if reference.required or reference.computed else MASK), ""
    if reference.default is None:
        return "", ""
    words = steady(reference.default)
    value = catalogue.default_of(reference.key)
    if value is MISSING:
        return words, ""
    return (words if len(words) <= LONGEST else ""), digest(value)
