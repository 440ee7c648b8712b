"""Variables that a process is given and does not read, and those that are misspelt."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from ..diagnostic import Diagnostic
from ..display import cut, printable
from ..export.secret_names import secret_names
from ..problems import Problem
from ..sources.variables import PREFIX, STEERING
from ..suggest import nearest
from .foreign import PROGRAMS
from .meaning import FILE, is_read, meaning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..diagnostic import Level
    from ..manifests.manifest import Variable
    from .deployed import Deployed
    from .process import Process

_LIKE = 0.9
"""How much two names must have in common where one may be another program's own."""

_LIKE_PREFIX = 0.8
_LONGEST_NAME = 80
_STEERING = "CONF_"


def unread(process: Process, deployed: Deployed) -> Iterator[Diagnostic]:
    """Yield the variables of a process that nothing reads, or that are misspelt."""
    for one in process.variables:
        found = _judged(one, process, deployed)
        if found:
            yield found


def _judged(one: Variable, process: Process, deployed: Deployed) -> Diagnostic | None:
    catalogue, name = deployed.catalogue, one.name
    said = meaning(catalogue, name)
    if said:
        if is_read(catalogue, said) or (said.way == "bare" and name in PROGRAMS):
            return None
        return _unread(one, deployed, said.key, f"{PREFIX}{said.key}, which is read for it")
    if name.startswith(PREFIX):
        return _of_prefix(one, name.removeprefix(PREFIX), deployed)
    if name.startswith("DYNACONF_") or name.endswith("_FOR_DYNACONF"):
        return _unread(one, deployed, None, "no variable of dynaconf: nothing here reads one")
    meant = _with_prefix_mended(name, deployed) or _secret_meant(name, process, deployed)
    return _misspelt(one, meant, deployed) if meant else None


def _of_prefix(one: Variable, rest: str, deployed: Deployed) -> Diagnostic | None:
    """Judge a variable that begins as ours do, and is of no key."""
    catalogue = deployed.catalogue
    if rest in STEERING:
        return None
    if rest.startswith(_STEERING):
        near = nearest(rest, STEERING)
        return _misspelt(one, f"{PREFIX}{near}", deployed) if near else _unread(one, deployed)
    removed = catalogue.removed.get(rest)
    if removed:
        return _unread(one, deployed, None, "no variable of a key that was removed")
    base = rest.removesuffix(FILE)
    if base != rest and base in catalogue.secrets:
        return _unread(one, deployed, base, f"{base}{FILE}, which is read for it")
    near = nearest(rest, (*catalogue.keys, *catalogue.renamed, *STEERING))
    return _misspelt(one, f"{PREFIX}{near}", deployed) if near else _unread(one, deployed)


def _with_prefix_mended(name: str, deployed: Deployed) -> str | None:
    """Return the variable that is meant where the prefix alone is misspelt."""
    head, underscore, rest = name.upper().partition("_")
    known = rest in deployed.catalogue.keys or rest in STEERING
    if not underscore or not known or _likeness(f"{head}_", PREFIX) < _LIKE_PREFIX:
        return None
    return f"{PREFIX}{rest}"


def _secret_meant(name: str, process: Process, deployed: Deployed) -> str | None:
    """Return the variable of a secret that a name is almost, where the process lacks that one.

    A typo is a letter too many, too few or at a wrong place: more makes another name.
    """
    secrets = secret_names(deployed.catalogue)
    for meant in sorted({*secrets, *(f"{secret}{FILE}" for secret in secrets)}):
        if abs(len(name) - len(meant)) <= 1 and _likeness(name, meant) >= _LIKE:
            secret = meant.removesuffix(FILE)
            ways = {secret, f"{secret}{FILE}", f"{PREFIX}{secret}"}
            if ways.isdisjoint(process.by_name):
                return meant
    return None


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _misspelt(one: Variable, meant: str, deployed: Deployed) -> Diagnostic:
    hint, wanted = f"did you mean {meant}?", "a variable that is read"
    said = meaning(deployed.catalogue, meant)
    key = said.key if said else None
    return _diagnostic(one, deployed, "misspelt-variable", "error", wanted, hint, key)


def _unread(
    one: Variable,
    deployed: Deployed,
    key: str | None = None,
    wanted: str = "the variable of a key that a plugin declares",
) -> Diagnostic:
    hint = f"rename it to {PREFIX}{key}" if key and wanted.startswith(PREFIX) else "remove it"
    return _diagnostic(one, deployed, "unread-variable", "warning", wanted, hint, key)


def _diagnostic(
    one: Variable,
    deployed: Deployed,
    rule: str,
    level: Level,
    wanted: str,
    hint: str,
    key: str | None = None,
) -> Diagnostic:
    found = f"{cut(printable(one.name), _LONGEST_NAME)}, which nothing reads"
    related = ((key, deployed.main.origin(key)),) if key else ()
    return Diagnostic(rule, level, Problem(key, found, wanted, one.origin, hint, related=related))
