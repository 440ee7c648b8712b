"""What ``check --locked`` adds to ``check``: what differs from the lock, as a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..diagnostic import Report
from ..lock import NAME
from ..lock.findings import findings
from ..lock.read import read_lock
from ..lock.rules import RULES
from ..lock.use import use_of
from .command_error import CommandError

if TYPE_CHECKING:
    from ..deployment.combination import Deployment
    from ..deployment.verdict import Verdict
    from ..lock.read import LockFile
    from ..request import Request


def lock_of_request(request: Request) -> LockFile:
    """Return the lock in a request's folder, or what is wrong with it.

    Raises:
        CommandError: There is none.

    """
    locked = read_lock(NAME, f"{request.folder}/{NAME}")
    if locked.file.unreadable and locked.file.unreadable.missing:
        raise CommandError(f"there is no {NAME} here; make it with integr8s-conf lock")
    return locked


def since_lock(locked: LockFile, deployment: Deployment, verdict: Verdict) -> Report | None:
    """Return what differs from a lock, and what that does to the combinations that are checked.

    None where the lock or a plugin is refused: what cannot be read cannot be compared.
    """
    catalogue = verdict.checked[0].resolution.catalogue
    if locked.problems or catalogue.problems:
        return None
    found = findings(locked, catalogue, use_of(deployment, verdict.checked))
    summary = f"{len(catalogue.keys)} keys of {len(catalogue.contributions)} plugins"
    return Report("check --locked", summary, RULES, found, NAME, paths=verdict.paths)
