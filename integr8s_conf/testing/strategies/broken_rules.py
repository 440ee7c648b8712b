"""Values that break a rule between keys, each of them sound on its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...convert import Mismatch
from .key_values import seeds_of
from .orders import ORDERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ...declare.catalogue import Catalogue
    from ...declare.declarations import Key
    from ...declare.rules import Rule


def breaking_values(
    catalogue: Catalogue, rule: Rule, name: str, values: Mapping[str, Any]
) -> Iterator[Any]:
    """Yield values of the key ``name`` that break ``rule`` beside the typed ``values``."""
    key = catalogue.keys[name]
    others = [values[other] for other in rule.keys if other != name]
    for candidate in _candidates(key, others):
        try:
            typed = key.check.from_value(candidate)
        except Mismatch:
            continue
        said = rule.check(*({**values, name: typed}[one] for one in rule.keys))
        if (isinstance(said, str) and said) or said is False:
            yield candidate


def _candidates(key: Key, others: list[Any]) -> Iterator[Any]:
    """Yield values that are likely to stand in a wrong relation to ``others``."""
    for known in (*others, *seeds_of(key)):
        yield known
        order = ORDERS.get(type(known))
        if order is not None:
            yield from _neighbours(known)
        elif isinstance(known, str):
            yield from (f"9{known}", f"0{known}", f"{known}0", f"{known}x", known[:-1])
        elif isinstance(known, bool):
            yield not known


def _neighbours(value: Any) -> Iterator[Any]:
    order = ORDERS[type(value)]
    for step in (
        order.above,
        order.below,
        lambda known: known + known,
        lambda known: known - known,
    ):
        try:
            yield step(value)
        except (OverflowError, TypeError):
            continue
