"""Reads of keys that nobody declares: typos, former names, keys of another section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..absent import INSTEAD
from ..diagnostic import Diagnostic
from ..origin import LayerKind, Origin
from ..problems import Problem
from ..resolve.unknown_keys import unknown_hint
from ..suggest import nearest
from .declared_usage import is_of
from .outline import Way

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..declare.catalogue import Catalogue
    from .code_usage import CodeUsage
    from .reads import KeyRead

_NOBODY = "that no loaded plugin declares"
_FOUND = {
    Way.ATTRIBUTE: f"a read of a key {_NOBODY}",
    Way.ITEM: f"a read of a key {_NOBODY}",
    Way.GET: f"a read, with a default, of a key {_NOBODY}",
    Way.ASK: f"a test for a key {_NOBODY}",
    Way.CHANGE: f"a new value for a key {_NOBODY}",
}


def undeclared_reads(usage: CodeUsage, catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield each read, by code that surely reads settings, of what is not declared.

    A test for a key is fine, unless it is a typo: the plugin need not be there.
    """
    refused = {problem.key for problem in catalogue.problems}
    for read in usage.reads:
        if read.key is None or not read.is_sure or read.key in refused:
            continue
        if read.key in catalogue.keys and is_of(read, catalogue):
            continue
        if read.way is Way.ASK and not nearest(read.key, catalogue.keys):
            continue
        origin = Origin(LayerKind.CODE, usage.files[read.file].name, read.line)
        found, hint = _said(read, read.key, catalogue)
        problem = Problem(read.key, found, "a declared key", origin, hint)
        yield Diagnostic("undeclared-read", "error", problem)


def _said(read: KeyRead, key: str, catalogue: Catalogue) -> tuple[str, str]:
    """Return what was found, and what to do."""
    if removed := catalogue.removed.get(key):
        return f"a key that was removed in {removed.release}", removed.instead
    if new := catalogue.renamed.get(key):
        return "a former name", f"it is {new} now"
    if read.section:
        return _of_section(read, key, catalogue)
    if read.written in INSTEAD:
        return "no key, and nothing that settings have", f"use {INSTEAD[read.written]}"
    return _FOUND[read.way], unknown_hint(key, catalogue)


def _of_section(read: KeyRead, key: str, catalogue: Catalogue) -> tuple[str, str]:
    found = f"a read of section {read.section}, which does not have the key"
    if owner := catalogue.keys.get(key):
        return found, f"section {owner.section.__name__} has it"
    keys = next(
        keys for section, keys in catalogue.sections.items() if section.__name__ == read.section
    )
    near = nearest(key, keys)
    return found, f"did you mean {near}?" if near else unknown_hint(key, catalogue)
