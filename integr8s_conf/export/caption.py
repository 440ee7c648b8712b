"""A key's description with its unit, on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..secret import escape_unprintable

if TYPE_CHECKING:
    from ..declare.section import Setting


def caption(setting: Setting) -> str:
    """Return ``Session timeout (milliseconds)``."""
    unit = f" ({setting.unit})" if setting.unit else ""
    return escape_unprintable(" ".join(f"{setting.description}{unit}".split()))
