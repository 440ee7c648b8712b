"""What differs between two locks, key by key."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .words import Topic, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .entry import Lock, LockedKey, LockedPlugin


class ChangedPlugin(NamedTuple):
    """A plugin that was added, or is gone, or comes in another version."""

    name: str
    before: LockedPlugin | None
    now: LockedPlugin | None


class ChangedKey(NamedTuple):
    """A key that was added, or is gone, or is declared otherwise."""

    name: str
    former: str
    """Its name in the old lock."""

    before: LockedKey | None
    now: LockedKey | None
    plugin: str
    """Whose it is, or was."""

    former_plugin: str
    """Whose it was; the same where it was nobody's."""

    topics: Mapping[Topic, str]
    """What changed, in words."""


class _Owned(NamedTuple):
    plugin: str
    key: LockedKey


def changed_plugins(before: Lock, now: Lock) -> Iterator[ChangedPlugin]:
    """Yield each plugin that is there in one lock alone, or in another version, by their names."""
    for name in sorted(before.keys() | now.keys()):
        old, new = before.get(name), now.get(name)
        if not old or not new or old[:2] != new[:2]:
            yield ChangedPlugin(name, old, new)


def changed_keys(before: Lock, now: Lock) -> Iterator[ChangedKey]:
    """Yield each key that differs, by their names; one that was renamed is one key."""
    old, new = _keys(before), _keys(now)
    former = dict(_former_names(old, new))
    for name in sorted((old.keys() | new.keys()) - set(former.values())):
        first = former.get(name, name)
        was, has = old.get(first), new.get(name)
        topics = dict(_topics(was, has, first, name)) if was and has else {}
        if topics or not was or not has:
            owners = [one.plugin for one in (was, has) if one]
            declared = (was.key if was else None, has.key if has else None)
            yield ChangedKey(name, first, *declared, owners[-1], owners[0], topics)


def _keys(lock: Lock) -> dict[str, _Owned]:
    return {
        name: _Owned(plugin, key)
        for plugin, locked in lock.items()
        for name, key in locked.keys.items()
    }


def _former_names(
    old: Mapping[str, _Owned], new: Mapping[str, _Owned]
) -> Iterator[tuple[str, str]]:
    """Yield the name of each key that has another one than before, and that one."""
    for name, owned in new.items():
        if name in old:
            continue
        for former in owned.key.former_names:
            if former in old and former not in new:
                yield name, former
                break


def _topics(was: _Owned, has: _Owned, former: str, name: str) -> Iterator[tuple[Topic, str]]:
    said = words(was.key, has.key)
    if former != name:
        yield "name", f"its name was {former}"
        said.pop("former names", None)
    if was.plugin != has.plugin:
        yield "plugin", f"its plugin was {was.plugin}"
    yield from said.items()
