"""Whether a key takes a value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..convert import Mismatch

if TYPE_CHECKING:
    from ..declare.declarations import Key


def takes(key: Key, value: Any) -> bool:
    """Tell whether a key's own type, bounds and checks accept a value."""
    try:
        key.check.from_value(value)
    except Mismatch:
        return False
    return True
