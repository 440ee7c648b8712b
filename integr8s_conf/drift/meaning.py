"""Which key a variable is for, and whether it is read for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from ..sources.variables import PREFIX

if TYPE_CHECKING:
    from ..declare.catalogue import Catalogue

FILE = "_FILE"


class Meaning(NamedTuple):
    """The key that a variable's name speaks of."""

    key: str
    way: Literal["prefixed", "bare", "file"]
    """``INTEGR8S_NAME``, ``NAME``, ``NAME_FILE``."""


def meaning(catalogue: Catalogue, variable: str) -> Meaning | None:
    """Return what a variable's name says; None where it speaks of no key."""
    if variable.startswith(PREFIX):
        key = _key(catalogue, variable.removeprefix(PREFIX))
        return Meaning(key, "prefixed") if key else None
    if key := _key(catalogue, variable):
        return Meaning(key, "bare")
    named = variable.endswith(FILE) and _key(catalogue, variable.removesuffix(FILE))
    return Meaning(named, "file") if named else None


def is_read(catalogue: Catalogue, said: Meaning) -> bool:
    """Tell whether the variable is read: without the prefix only secrets are."""
    return said.way == "prefixed" or said.key in catalogue.secrets


def _key(catalogue: Catalogue, name: str) -> str | None:
    key = catalogue.renamed.get(name, name)
    return key if key in catalogue.keys else None
