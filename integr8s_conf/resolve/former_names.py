"""The values of a source by the names that their keys have now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from .described import problem_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..declare.catalogue import Catalogue
    from ..origin import Origin
    from ..problems import Problem


class Renamed(NamedTuple):
    """What a source sets, and the former names that it uses."""

    values: dict[str, Any]
    """Of declared keys alone."""

    former: dict[str, str]
    """Key -> the former name that was used for it."""

    beside: dict[str, str]
    """A former name too many -> the other name of its key that the source has."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


def by_names_of_now(given: Mapping[str, Any], catalogue: Catalogue) -> Renamed:
    """Return what ``given`` sets of declared keys, also by their former names."""
    values = {name: raw for name, raw in given.items() if name in catalogue.keys}
    former: dict[str, str] = {}
    beside: dict[str, str] = {}
    for old, new in catalogue.renamed.items():
        if old not in given:
            continue
        if new in values:
            beside[old] = former.get(new, new)
        else:
            values[new], former[new] = given[old], old
    return Renamed(values, former, beside)


def both_names(
    old: str, other: str, origin: Origin, catalogue: Catalogue, where: str = ""
) -> Problem:
    """Return the problem of a former name beside another name of its key."""
    new = catalogue.renamed[old]
    said = "it" if other == new else other
    found = f"{old}, its former name, beside {said}"
    hint = f"remove {old}{where}"
    return problem_of(catalogue.keys[new], found, "one of the two", origin, hint)
