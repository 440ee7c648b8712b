"""What differs between two locks, in a line for each plugin and each key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .words import default_words, type_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .changes import ChangedKey, ChangedPlugin


def lines_of(plugins: Iterable[ChangedPlugin], keys: Iterable[ChangedKey]) -> Iterator[str]:
    """Yield the lines, those of plugins first."""
    for plugin in plugins:
        yield f"plugin {plugin.name}: {_of_plugin(plugin)}"
    for key in keys:
        yield f"{key.name}: {_of_key(key)}"


def _of_plugin(changed: ChangedPlugin) -> str:
    before, now = changed.before, changed.now
    was = f"{before.distribution} {before.version}" if before else ""
    has = f"{now.distribution} {now.version}" if now else ""
    if was and has:
        return f"{has}, which was {was}"
    return f"new, of {has}" if has else f"gone, was of {was}"


def _of_key(changed: ChangedKey) -> str:
    if changed.now is None:
        return f"gone from {changed.former_plugin}"
    if changed.before is None:
        required = (
            ", required" if changed.now.required else f", default {default_words(changed.now)}"
        )
        return f"new in {changed.plugin}: {type_words(changed.now)}{required}"
    return "; ".join(changed.topics.values())
