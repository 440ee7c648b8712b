"""What one of two compared resolutions has for a key, as a line and as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..display import plain, show
from ..lookup import MISSED
from ..secret import MASK
from .report import origin_report

if TYPE_CHECKING:
    from ..comparison import Side


def side_text(side: Side, *, secret: bool) -> str:
    """Return a value and its place, as a line behind its mark."""
    if side.value is MISSED:
        return " no value"
    return f" {show(side.value, secret=secret)}   {side.origin}"


def side_report(side: Side, *, secret: bool) -> dict[str, Any] | None:
    """Return a value and its place as data; None where there is no value."""
    if side.value is MISSED:
        return None
    value = MASK if secret else plain(side.value)
    return {"value": value, "origin": origin_report(side.origin)}
