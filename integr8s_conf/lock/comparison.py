"""A lock beside what is declared now, and what a deployment makes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ..origin import Origin
    from .changes import ChangedKey
    from .entry import Lock
    from .read import LockFile
    from .use import Use

ACCEPT = "look it over, then run integr8s-conf lock"
"""What to do where there is nothing to mend."""


class Comparison(NamedTuple):
    """A lock, what is declared now, and what the deployment makes of it."""

    locked: LockFile
    now: Lock
    use: Use

    def release(self, plugin: str) -> str:
        """Return the distribution and version that a plugin comes in now."""
        return _release(plugin, self.now)

    def release_before(self, plugin: str) -> str:
        """Return the distribution and version that the lock has of a plugin."""
        return _release(plugin, self.locked.lock)

    def line(self, changed: ChangedKey, topic: str = "") -> Origin:
        """Return the line of the lock that is about a key, or about one thing of it."""
        plugin = changed.former_plugin
        if changed.before:
            return self.locked.origin(plugin, changed.former, *([topic] if topic else ()))
        return self.locked.origin(*([plugin] if plugin in self.locked.lock else ()))


def _release(name: str, lock: Lock) -> str:
    plugin = lock.get(name)
    return f"{plugin.distribution} {plugin.version}" if plugin else f"the plugin {name}"
