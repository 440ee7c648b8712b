"""The roles of a deployment: what each process is for, by the name of its override file."""

from __future__ import annotations

import re
from itertools import chain, count
from pathlib import PurePath
from typing import TYPE_CHECKING

from ..sources.locate import locate_base

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .combination import Combination, Deployment

MAIN = "backend"
"""The role of what runs with the base file alone."""

_LONGEST = 50


def roles_of(deployment: Deployment) -> Mapping[str, tuple[Combination, ...]]:
    """Return the combinations of what is deployed by role, one for each environment.

    A role's name is an RFC 1123 label: ``k8s-worker`` for ``config.k8s-worker.toml``.
    """
    stem = PurePath(locate_base(deployment.main[0].request).path).stem
    names: dict[str | None, str] = {}
    for override in dict.fromkeys(one.override for one in deployment.main):
        label = MAIN if override is None else _label(override, stem)
        names[override] = _unlike(label, set(names.values()))
    return {
        name: tuple(one for one in deployment.main if one.override == override)
        for override, name in names.items()
    }


def _label(override: str, stem: str) -> str:
    """Return what distinguishes an override's name from that of its base file."""
    name = PurePath(override).name.removesuffix(".toml").removeprefix(f"{stem}.")
    return re.sub("[^a-z0-9]+", "-", name.lower())[:_LONGEST].strip("-") or "worker"


def _unlike(name: str, taken: set[str]) -> str:
    """Return a name, with a number behind it where it is taken."""
    numbered = (f"{name}-{number}" for number in count(2))
    return next(one for one in chain([name], numbered) if one not in taken)
