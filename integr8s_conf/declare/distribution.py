"""What an installed distribution calls itself, whatever state its metadata are in."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from importlib.metadata import Distribution


class Identity(NamedTuple):
    """The name and version of a distribution; both are empty where there is none."""

    name: str = ""
    version: str = ""

    @property
    def normalised(self) -> str:
        """The name as it is compared."""
        return normalised(self.name)

    def __str__(self) -> str:
        return f"{self.name} {self.version}" if self.name else "no distribution"


def normalised(name: str) -> str:
    """Return a name as it is compared: in lower case, with a hyphen for every other sign."""
    return re.sub(r"[-_.]+", "-", name).lower()


@cache
def identity(source: Distribution | None) -> Identity:
    """Return what the metadata say, which are a file that is parsed at each look.

    Where they cannot be read, the name of their folder tells.
    """
    if source is None:
        return Identity()
    try:
        metadata = source.metadata
        if metadata is None or "Name" not in metadata or "Version" not in metadata:
            return Identity()
        return Identity(metadata["Name"], metadata["Version"])
    except Exception:  # noqa: BLE001 - the metadata of any distribution may be broken in any way
        stem, _, _ = folder_of(source).rpartition("/")[2].rpartition(".")
        name, _, version = stem.partition("-")
        return Identity(name.replace("_", "-"), version)


def folder_of(source: Distribution | None) -> str:
    """Return the folder of the metadata, empty for a distribution that is no folder's."""
    return str(getattr(source, "_path", ""))
