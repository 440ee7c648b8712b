"""Distributions that are allowed, by name and range of versions, perhaps by the hash of a wheel."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

if TYPE_CHECKING:
    from packaging.specifiers import SpecifierSet

_HASH = re.compile(r"\s+--hash[=\s]")
_SHA256 = re.compile(r"sha256:([0-9a-f]{64})")


class Allowed(NamedTuple):
    """One entry of a list: ``mail-conf>=1,<2``, or ``mail-conf==1.2 --hash=sha256:...``."""

    name: str
    """Normalised."""

    versions: SpecifierSet
    hashes: tuple[str, ...] = ()
    """Of wheels, one of which must be installed; none for any."""

    def __str__(self) -> str:
        return f"{self.name}{self.versions}"

    def holds(self, version: str) -> bool:
        """Tell whether a version is in the range; a pre-release is what it comes before."""
        try:
            return self.versions.contains(Version(version), prereleases=True)
        except InvalidVersion:
            return not self.versions


class NotAllowedFormError(Exception):
    """An entry is no name with a range of versions; the text says how it is to be written."""


def read_entry(text: str) -> Allowed:
    """Return what an entry allows.

    Raises:
        NotAllowedFormError: It is written otherwise.

    """
    requirement, *hashes = _HASH.split(text.strip())
    digests = [_SHA256.fullmatch(one.strip()) for one in hashes]
    if not all(digests):
        raise NotAllowedFormError("write the hash as integr8s-conf plugins --pin prints it")
    try:
        found = Requirement(requirement)
    except InvalidRequirement:
        raise NotAllowedFormError('write a name and versions, such as "mail-conf>=1,<2"') from None
    if found.url or found.marker or found.extras:
        raise NotAllowedFormError("leave out the URL, the extras and what stands behind a ;")
    given = tuple(one[1] for one in digests if one)
    return Allowed(canonicalize_name(found.name), found.specifier, given)
