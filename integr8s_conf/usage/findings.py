"""What is wrong between the keys that are declared and those that code reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..diagnostic import Diagnostic
from ..origin import LayerKind, Origin
from ..problems import Problem
from .declared_usage import DeclaredUsage, declared_at, set_elsewhere
from .undeclared import undeclared_reads

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..resolve.resolution import Resolution
    from .code_usage import CodeUsage

RULES = {
    "undeclared-read": "Code reads a key that is not declared, which would fail at run time.",
    "unread-key": "A key is declared, and no code reads it.",
    "unread-override": "A file sets a key anew that no code reads.",
    "read-only-in-tests": "A key is declared, and nothing but tests reads it.",
    "unresolved-read": "Only a run could tell which key is read.",
    "unparsed-file": "A file was left out that cannot be parsed.",
}


_WANTED = "a key that the code reads"


def usage_findings(
    usage: CodeUsage, declared: DeclaredUsage, resolutions: Sequence[Resolution]
) -> tuple[Diagnostic, ...]:
    """Return everything that is found, sorted by rule and then by place."""
    base = resolutions[0]
    unused = [key for key in base.catalogue.keys if key not in declared.used]
    unread = [key for key in unused if key not in declared.in_tests]
    found = f"no read in {_files(usage)}"
    return (
        *undeclared_reads(usage, base.catalogue),
        *(_unread(key, found, base) for key in unread),
        *(
            _unread_override(key, found, origin, base)
            for key, origin in set_elsewhere(unread, resolutions)
        ),
        *(_only_in_tests(key, usage, declared, base) for key in unused if key in declared.in_tests),
        *_unresolved(usage),
        *_unparsed(usage),
    )


def _files(usage: CodeUsage) -> str:
    return "1 file" if len(usage.files) == 1 else f"{len(usage.files)} files"


def _unread(key: str, found: str, base: Resolution) -> Diagnostic:
    hint = "drop it where it is set, and from its section"
    problem = _problem(key, found, _WANTED, declared_at(key, base), hint, base)
    return Diagnostic("unread-key", "warning", problem)


def _unread_override(key: str, found: str, origin: Origin, base: Resolution) -> Diagnostic:
    problem = _problem(key, found, _WANTED, origin, "drop the line", base)
    return Diagnostic("unread-override", "warning", problem)


def _only_in_tests(
    key: str, usage: CodeUsage, declared: DeclaredUsage, base: Resolution
) -> Diagnostic:
    first = declared.in_tests[key][0]
    place = Origin(LayerKind.CODE, usage.files[first.file].name, first.line)
    problem = _problem(
        key,
        f"no read beside those of tests, such as {place}",
        _WANTED,
        declared_at(key, base),
        "drop it with what tests it",
        base,
        place,
    )
    return Diagnostic("read-only-in-tests", "warning", problem)


def _problem(
    key: str,
    found: str,
    wanted: str,
    origin: Origin,
    hint: str,
    base: Resolution,
    related: Origin | None = None,
) -> Problem:
    owner = base.catalogue.keys[key]
    others = () if related is None else ((key, related),)
    section, plugin = owner.section.__name__, owner.plugin.name
    return Problem(key, found, wanted, origin, hint, section, plugin, others)


def _unresolved(usage: CodeUsage) -> Iterator[Diagnostic]:
    for read in usage.reads:
        if read.key is None:
            found = "all keys at once" if read.way == "whole" else "a key that only a run can tell"
            origin = Origin(LayerKind.CODE, usage.files[read.file].name, read.line)
            yield Diagnostic("unresolved-read", "note", Problem(None, found, "", origin))


def _unparsed(usage: CodeUsage) -> Iterator[Diagnostic]:
    for number, fault in sorted(usage.faults.items()):
        origin = Origin(LayerKind.CODE, usage.files[number].name, fault.line or None)
        yield Diagnostic("unparsed-file", "note", Problem(None, fault.reason, "", origin))
