"""Builds the catalogue from what the plugins contributed, and judges it as a whole."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from .catalogue import Catalogue, Owned, collect_keys
from .changed_defaults import add_defaults, callable_defaults, ready_defaults
from .computing import add_computed, require_functions
from .draft import Draft
from .former_names import former_names
from .judging import add_validators
from .removed_keys import removed_keys
from .section import MISSING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..problems import Problem
    from .plugin import Contribution


def assemble(
    contributions: Sequence[Contribution],
    *,
    problems: Iterable[Problem] = (),
) -> Catalogue:
    """Return the catalogue of all contributions, which come in the order of their names."""
    keys, sections, found = collect_keys(contributions)
    draft = Draft(keys, [*problems, *found])
    for contribution in contributions:
        add_defaults(draft, contribution)
        add_computed(draft, contribution)
        add_validators(draft, contribution)
        if contribution.sources:
            from .placing import add_sources  # noqa: PLC0415 - few plugins have any

            add_sources(draft, contribution)
    require_functions(draft, contributions)
    renamed = former_names(draft)
    removed = removed_keys(draft, contributions, renamed)
    defaults = dict(ready_defaults(draft))
    return Catalogue(
        keys=MappingProxyType(keys),
        sections=MappingProxyType(sections),
        defaults=MappingProxyType(defaults),
        changed_defaults=MappingProxyType(draft.defaults),
        rules=tuple(draft.rules),
        validators=tuple(draft.validators),
        computed=MappingProxyType(draft.computed),
        sources=tuple(draft.sources),
        loaded=tuple(Owned(one.plugin, one.loaded) for one in contributions if one.loaded),
        contributions=tuple(contributions),
        skipped=tuple(draft.skipped),
        problems=tuple(draft.problems),
        secrets=frozenset(name for name, key in keys.items() if key.setting.secret),
        renamed=MappingProxyType(renamed),
        removed=MappingProxyType(removed),
        callable_defaults=MappingProxyType(dict(callable_defaults(draft))),
        deprecated=tuple(name for name, key in keys.items() if key.setting.deprecated),
        takes_value={name: key.check.from_value for name, key in keys.items()},
        takes_text={name: key.check.from_text for name, key in keys.items()},
        undefaulted=tuple(name for name, default in defaults.items() if default is MISSING),
        shared=tuple(name for name, key in keys.items() if not key.setting.per_worker),
    )
