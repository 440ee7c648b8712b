"""What two resolutions disagree on, key by key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from .lookup import MISSED
from .resolve.default_layer import default_layer
from .resolve.layer import Reading
from .resolve.resolve import resolve_layers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .declare.catalogue import Catalogue
    from .origin import Origin
    from .resolve.resolution import Resolution


class Side(NamedTuple):
    """What one resolution has for a key; the value is MISSED where nothing sound is there."""

    value: Any
    origin: Origin

    def __repr__(self) -> str:
        return f"<side {self.origin}>"


class Difference(NamedTuple):
    """A key that two resolutions have different values for."""

    key: str
    secret: bool
    left: Side
    right: Side


def differences(left: Resolution, right: Resolution) -> Iterator[Difference]:
    """Yield each key whose values differ, in the order of the declarations."""
    for key in right.catalogue.keys:
        sides = [Side(one.values.get(key, MISSED), one.origin(key)) for one in (left, right)]
        if not same(sides[0].value, sides[1].value):
            secret = key in left.hidden or key in right.hidden
            yield Difference(key, secret, *sides)


def resolved_defaults(catalogue: Catalogue) -> Resolution:
    """Return what the defaults alone resolve to, refused or not."""
    return resolve_layers(catalogue, Reading((default_layer(catalogue),)))


def same(one: Any, other: Any) -> bool:
    """Tell whether two typed values are the same; NaN is the same as itself."""
    if one is other:
        return True
    try:
        return type(one) is type(other) and bool(one == other or (one != one and other != other))  # noqa: PLR0124 - NaN
    except Exception:  # noqa: BLE001 - an author's type may raise anything
        return False
