"""Compares manifests with the declarations and files of a deployment."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..diagnostic import Diagnostic
from .defaults import two_defaults
from .files import hidden, never_mounted, not_mounted
from .foreign import foreign
from .process import processes_of
from .secrets import not_passed, plain_text, stored_plainly
from .unread import unread

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ..manifests.manifest import Manifest
    from .deployed import Deployed
    from .process import Process

RULES: Mapping[str, str] = {
    "unreadable-manifest": "A manifest cannot be read, or not be followed.",
    "secret-not-passed": "Nothing passes a secret that a workload needs.",
    "plain-secret": "A manifest has a secret as plain text.",
    "misspelt-variable": "A variable reads like one of ours, misspelt.",
    "base-not-mounted": "A workload does not find the base file that it is to read.",
    "override-not-mounted": "A workload does not find an override that it is to read.",
    "hidden-mount": "A mount hides what another one brings.",
    "unread-variable": "Nothing reads a variable.",
    "foreign-variable": "Another program reads a variable that has the name of a key of ours.",
    "differing-default": "A default of a manifest contradicts the files.",
    "repeated-default": "A manifest repeats a value of the files or of the code.",
}


class Drift(NamedTuple):
    """What was found, and of how many workloads."""

    diagnostics: tuple[Diagnostic, ...]
    processes: tuple[Process, ...]


def drift(manifests: Sequence[Manifest], deployed: Deployed, names: Sequence[str] = ()) -> Drift:
    """Return what manifests and declarations disagree on; ``names`` are the workloads' own."""
    processes = processes_of(manifests, deployed, names)
    return Drift(tuple(_by_place(_found(manifests, processes, deployed))), processes)


def _found(
    manifests: Sequence[Manifest], processes: Sequence[Process], deployed: Deployed
) -> Iterator[Diagnostic]:
    for manifest in manifests:
        for problem in manifest.problems:
            yield Diagnostic("unreadable-manifest", "warning", problem)
    for process in processes:
        yield from not_passed(process, deployed)
        yield from plain_text(process, deployed)
        yield from unread(process, deployed)
        yield from foreign(process, deployed)
        yield from two_defaults(process, deployed)
        yield from not_mounted(process, processes, deployed)
        yield from hidden(process, deployed)
    yield from never_mounted(processes, deployed)
    yield from stored_plainly(manifests, processes, deployed)


def _by_place(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return findings in the order of files, each once: workloads may share lines, and images."""
    once = {(one.rule, one.problem.key, one.problem.found, _place(one)): one for one in found}
    return sorted(once.values(), key=lambda one: (*_place(one), one.problem.key or ""))


def _place(one: Diagnostic) -> tuple[str, int]:
    origin = one.problem.origin
    return (origin.name, origin.line or 0) if origin else ("", 0)
