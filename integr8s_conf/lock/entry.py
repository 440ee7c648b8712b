"""What a lock holds: each plugin, and what is declared of its keys, in words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

_NOTHING: Mapping[str, str] = MappingProxyType({})


class LockedKey(NamedTuple):
    """What is declared of a key; what it has not, is as empty as here."""

    type: str = ""
    """As the section spells it: ``str | None``."""

    parts: tuple[str, ...] = ()
    """What each type of the plugin's own in it is made of: ``Mode = "fast" | "safe"``."""

    unit: str = ""
    cast: str = ""
    allow_inf_nan: bool = False
    required: bool = False
    secret: bool = False
    computed: bool = False
    default: str = ""
    """As TOML would write it, where that is short; a mask for a secret's."""

    default_digest: str = ""
    """Of what no mask hides: a short secret can be guessed from its digest."""

    default_from: str = ""
    """The plugin that gives the key another default than its section."""

    rules: tuple[str, ...] = ()
    """Rules between keys are named with the plugin whose they are."""

    advice: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    deprecated: str = ""


class LockedPlugin(NamedTuple):
    """A plugin, the distribution that brings it, and its keys."""

    distribution: str
    version: str
    keys: Mapping[str, LockedKey] = MappingProxyType({})
    removed: Mapping[str, str] = _NOTHING
    """A key that is gone -> what to do instead."""


Lock = Mapping[str, LockedPlugin]
"""The plugins by name."""
