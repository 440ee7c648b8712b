"""Looking a key up as dynaconf does: in any case, and with dots into tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final


class _Missed:
    __slots__ = ()

    def __repr__(self) -> str:
        return "MISSED"


MISSED: Final = _Missed()
"""What stands for a value that is not there."""


def key_of(name: str) -> str:
    """Return the key that a name speaks of, which may lead into its table: ``mail.port``."""
    return name.replace("__", ".").partition(".")[0].upper()


def lookup(values: Mapping[str, Any], key: Any) -> Any:
    """Return the value of ``key``, or MISSED."""
    if not isinstance(key, str):
        return MISSED
    found = values.get(key, MISSED)
    if found is MISSED:
        name, *inner = key.replace("__", ".").split(".")
        found = values.get(name.upper(), MISSED)
        for step in inner:
            found = found.get(step, MISSED) if isinstance(found, Mapping) else MISSED
    return found
