"""Everything that differs from a lock, and what it does to the files of a deployment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .changes import changed_keys, changed_plugins
from .comparison import Comparison
from .declared import lock_of
from .key_findings import key_findings
from .plugin_findings import plugin_findings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..declare.catalogue import Catalogue
    from ..diagnostic import Diagnostic
    from .read import LockFile
    from .use import Use


def findings(locked: LockFile, catalogue: Catalogue, use: Use) -> tuple[Diagnostic, ...]:
    """Return a finding for each difference: errors first, those of keys first, by their names."""
    found = _findings(locked, catalogue, use)
    return tuple(sorted(found, key=lambda one: one.level != "error"))


def _findings(locked: LockFile, catalogue: Catalogue, use: Use) -> Iterator[Diagnostic]:
    now = lock_of(catalogue)
    kept_out = {one.plugin.name: one.why for one in catalogue.admissions if one.is_out}
    comparison = Comparison(locked, now, use)
    for key in changed_keys(locked.lock, now):
        yield from key_findings(key, comparison)
    for plugin in changed_plugins(locked.lock, now):
        yield from plugin_findings(plugin, locked, kept_out)
