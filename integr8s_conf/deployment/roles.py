"""The roles of a deployment: what each process is for, by the name of its override file."""

from __future__ import annotations

import re
from itertools import chain, count
from pathlib import PurePath
from typing import TYPE_CHECKING

from ..display import printable
from ..sources.locate import locate_base
from ..suggest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .combination import Combination, Deployment

MAIN = "backend"
"""The role of what runs with the base file alone."""

_LONGEST = 50


class UnknownRoleError(Exception):
    """A name that no role of a deployment has; its text says which roles there are."""


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


def role_named(deployment: Deployment, name: str) -> tuple[Combination, ...]:
    """Return the combinations of a role, one for each environment.

    Raises:
        UnknownRoleError: The deployment has no role of that name.

    """
    roles = roles_of(deployment)
    if name not in roles:
        raise UnknownRoleError(f"{printable(name)} is no role; {roles_said(name, roles)}")
    return roles[name]


def may_be_role(name: str) -> bool:
    """Tell whether a word looks like the name of a role, not like that of a file."""
    return re.fullmatch("[A-Za-z0-9_-]+", name) is not None


def roles_said(name: str, roles: Iterable[str]) -> str:
    """Return what to say where ``name`` is no role: the nearest, and all that there are."""
    known = tuple(roles)
    listed = f"the roles are {', '.join(known)}"
    near = nearest(name, known)
    return f"did you mean {near}? {listed}" if near else listed


def _label(override: str, stem: str) -> str:
    """Return what distinguishes an override's name from that of its base file."""
    name = PurePath(override).name.removesuffix(".toml").removeprefix(f"{stem}.")
    return re.sub("[^a-z0-9]+", "-", name.lower())[:_LONGEST].strip("-") or "worker"


def _unlike(name: str, taken: set[str]) -> str:
    """Return a name, with a number behind it where it is taken."""
    numbered = (f"{name}-{number}" for number in count(2))
    return next(one for one in chain([name], numbered) if one not in taken)
