"""The layers that are supposed to say nothing, by what their user calls them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..display import printable
from ..sources.locate import locate_base, locate_env_file, locate_override
from ..suggest import did_you_mean
from .supposition import SILENCED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..request import Request
    from ..sources.locate import Place


class UnknownLayerError(Exception):
    """A name that is neither a kind of layer nor a file that is read."""


def silenced(names: Iterable[str], requests: Iterable[Request]) -> frozenset[str]:
    """Return the kinds and the files that ``names`` mean.

    Raises:
        UnknownLayerError: A name is neither a kind of layer nor a file of one of the requests.

    """
    files = {place.name: place.path for request in requests for place in _files(request)}
    return frozenset(_meant(name, files) for name in names)


def _files(request: Request) -> Iterator[Place]:
    base = locate_base(request)
    places = (base, locate_override(request, base), locate_env_file(request, base))
    return (place for place in places if place)


def _meant(name: str, files: dict[str, str]) -> str:
    if name in SILENCED or name in files:
        return name
    real = os.path.realpath(name)
    for file, path in files.items():
        if os.path.realpath(path) == real:
            return file
    near = did_you_mean(name, [*SILENCED, *files])
    kinds = ", ".join(SILENCED)
    raise UnknownLayerError(f"{printable(name)} is no layer: give {kinds}, or a file's name{near}")
