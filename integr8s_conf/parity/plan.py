"""Which files are compared with which variations of their secrets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..resolve.production import is_production
from ..resolve.resolve import resolve
from .variations import AS_THEY_ARE, Variation, long_enough, variations

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..declare.catalogue import Catalogue
    from ..deployment.combination import Combination

Pair = tuple["Combination", Variation]

_STAND_IN = "the secret of this environment; "


def varied_secrets(catalogue: Catalogue) -> Mapping[str, int]:
    """Return the secrets that variables may set, each with the least characters it must have."""
    return {
        name: key.setting.min_length or 0
        for name, key in catalogue.keys.items()
        if name in catalogue.secrets and name not in catalogue.computed
    }


def plan(
    combinations: Sequence[Combination], secrets: Mapping[str, int], count: int, seed: int
) -> tuple[Pair, ...]:
    """Return every combination as it is, and with ``count`` variations of its secrets.

    A secret that an environment is said to set is set there. None is left to its default of
    development where that would be refused.
    """
    chosen = (AS_THEY_ARE, *variations(secrets, count, seed))
    strict = {one.name for one in combinations if _has_its_own_secrets(one)}
    return tuple(
        (one, _assumed(one, variation, secrets))
        for variation in chosen
        for one in combinations
        if not (variation.unsets and one.name in strict)
    )


def _has_its_own_secrets(combination: Combination) -> bool:
    return bool(combination.assumed) or is_production(resolve(combination.request).layers)


def _assumed(
    combination: Combination, variation: Variation, secrets: Mapping[str, int]
) -> Variation:
    given = {
        name: long_enough(_STAND_IN, least)
        for name, least in secrets.items()
        if name in combination.assumed
    }
    return variation._replace(texts={**given, **variation.texts})
