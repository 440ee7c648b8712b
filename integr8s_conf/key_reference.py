"""What there is to say of a key whatever its value: what explanations and documentation show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .convert.type_text import type_text
from .declare.release import deprecated_when, in_brackets, renamed_when
from .declare.section import MISSING
from .declare.workers import wanted_of_workers
from .display import show

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .declare.catalogue import Catalogue
    from .declare.declarations import Key
    from .declare.rules import Severity


@dataclass(frozen=True, slots=True)
class KeyReference:
    """A declared key in words."""

    key: str
    type: str
    """As the section spells it: ``str | None``."""

    unit: str | None
    rules: tuple[str, ...]
    """Each thing that is wanted beyond the type: bounds, checks, rules between keys, of workers."""

    advice: tuple[str, ...]
    """What rules between keys warn of where it does not hold."""

    default: str | None
    """As TOML would write it; None where there is none to show: a secret's is never shown."""

    description: str
    section: str
    plugin: str
    distribution: str
    secret: bool = False
    computed: bool = False
    required: bool = False
    deprecated: str | None = None
    """Since when, when it goes, and what to use instead: ``deprecated: use MAIL_ROUTES``."""

    former_names: tuple[str, ...] = ()
    renamed: str = ""
    """Since when it has its name, and when the former ones go."""

    workers: str | None = None
    """What is wanted of it over all workers of a deployment."""


def key_reference(catalogue: Catalogue, name: str) -> KeyReference:
    """Return what is declared of a key."""
    key = catalogue.keys[name]
    setting = key.setting
    return KeyReference(
        name,
        type_text(key.annotation),
        setting.unit,
        (*_own_rules(key), *_rules_between(catalogue, key, "error")),
        tuple(_rules_between(catalogue, key, "warning")),
        _default(catalogue, key),
        setting.description,
        key.section.__name__,
        key.plugin.name,
        key.plugin.distribution,
        secret=setting.secret,
        computed=setting.computed,
        required=catalogue.defaults[name] is MISSING and key.required,
        deprecated=_deprecation(key),
        former_names=setting.renamed_from,
        renamed=renamed_when(key, "the former name") if setting.renamed_from else "",
        workers=wanted_of_workers(setting),
    )


def _deprecation(key: Key) -> str | None:
    said = key.setting.deprecated
    if not said:
        return None
    instead = f": {said}" if isinstance(said, str) else ""
    return f"deprecated{in_brackets(deprecated_when(key))}{instead}"


def _own_rules(key: Key) -> Iterator[str]:
    yield from (bound.wanted for bound in key.check.bounds)
    yield from (purpose.wanted for purpose in key.check.purposes)
    if workers := wanted_of_workers(key.setting):
        yield workers


def _rules_between(catalogue: Catalogue, key: Key, severity: Severity) -> Iterator[str]:
    for owned in catalogue.rules_of(key.name):
        if owned.value.severity == severity:
            yield owned.value.wanted


def _default(catalogue: Catalogue, key: Key) -> str | None:
    if key.setting.secret or key.setting.computed:
        return None
    default = catalogue.default_of(key.name)
    if default is not MISSING:
        return show(default)
    made = catalogue.callable_defaults.get(key.name)
    return f"made by {getattr(made[0], '__name__', 'a function')}" if made else None
