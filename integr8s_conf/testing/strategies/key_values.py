"""Valid values of one key: of its type, within its bounds, accepted by its author's checks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from ...declare.json_schema import json_schema_of
from ...declare.section import MISSING
from ...secret import Secret
from ..taken import takes
from .mutations import mutated
from .orders import ORDERS
from .type_values import type_values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hypothesis.strategies import SearchStrategy

    from ...declare.declarations import Key

_LOOKAROUND = ("(?=", "(?!", "(?<")
"""What from_regex can only guess at."""


def key_values(key: Key) -> SearchStrategy[Any]:
    """Return valid values of a key; of one with ``cast=`` its default and its examples alone.

    Raises:
        LookupError: None is known of a key that must be set.

    """
    seeds = seeds_of(key)
    if key.setting.cast is not None:
        if key.required and not seeds:
            raise LookupError(f"give {key.name} examples=: no value is known that its cast takes")
        return st.sampled_from(seeds) if seeds else st.nothing()
    values = type_values(key.annotation, key.setting)
    if not _is_judged(key):
        return values
    values = st.one_of(values, *_likely_values(key, seeds))
    if not seeds:
        return values.filter(lambda value: takes(key, value))
    return values.map(lambda value: value if takes(key, value) else seeds[0])


def seeds_of(key: Key) -> list[Any]:
    """Return the values that the author says are good: the default, and the examples."""
    setting = key.setting
    default = setting.default
    if default is MISSING or callable(default):
        return [*setting.examples]
    # Where a test fails, the values that it was given are shown.
    shown = Secret(default) if setting.secret and isinstance(default, str) else default
    return [shown, *setting.examples]


def _is_judged(key: Key) -> bool:
    """Tell whether values of the type, made within the bounds, may be refused all the same."""
    setting = key.setting
    bounded = any(bound is not None for bound in (setting.gt, setting.ge, setting.lt, setting.le))
    lengths = setting.min_length is not None or setting.max_length is not None
    simple = key.annotation in (*ORDERS, str) or not (bounded or lengths or setting.pattern)
    return bool(setting.checks) or not simple


def _likely_values(key: Key, seeds: list[Any]) -> Iterator[SearchStrategy[Any]]:
    """Yield values that an author's check may well accept."""
    for seed in seeds:
        yield st.just(seed)
        if not isinstance(seed, Secret):
            yield mutated(seed)
    for check in key.setting.checks:
        schema = json_schema_of(check)
        if matching := _simple(schema.get("pattern")):
            yield st.from_regex(matching)
        if of_item := _simple(schema.get("items", {}).get("pattern")):
            yield st.lists(st.from_regex(of_item), max_size=3)


def _simple(pattern: Any) -> re.Pattern[str] | None:
    """Return a pattern of JSON Schema, where Python reads it and texts can be made of it."""
    if not isinstance(pattern, str) or any(sign in pattern for sign in _LOOKAROUND):
        return None
    try:
        return re.compile(pattern)
    except re.error:
        return None
