"""What is to be said of plugins that are not as the lock has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..diagnostic import Diagnostic
from ..problems import Problem
from .comparison import ACCEPT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .changes import ChangedPlugin
    from .entry import LockedPlugin
    from .read import LockFile


def plugin_findings(
    changed: ChangedPlugin, locked: LockFile, kept_out: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """Yield what differs of a plugin; ``kept_out`` says why one is not loaded."""
    before, now, name = changed.before, changed.now, changed.name
    if now is None:
        found = f"not loaded: {kept_out[name]}" if name in kept_out else "not installed"
        yield _finding("plugin-removed", changed, locked, found, _said(before))
    elif before is None:
        yield _finding("plugin-added", changed, locked, _said(now), "the plugins of the lock")
    else:
        if now.distribution != before.distribution:
            rule = "distribution-changed"
            yield _finding(rule, changed, locked, _said(now), _said(before), "distribution")
        if now.version != before.version:
            yield _finding("version-changed", changed, locked, _said(now), _said(before), "version")


def _said(plugin: LockedPlugin | None) -> str:
    return f"{plugin.distribution} {plugin.version}".strip() if plugin else ""


def _finding(
    rule: str, changed: ChangedPlugin, locked: LockFile, found: str, wanted: str, part: str = ""
) -> Diagnostic:
    way = (changed.name, *([part] if part else ())) if changed.before else ()
    origin = locked.origin(*way)
    problem = Problem(None, found, wanted, origin, ACCEPT, plugin=changed.name)
    return Diagnostic(rule, "warning", problem)
