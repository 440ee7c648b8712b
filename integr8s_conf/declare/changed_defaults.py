"""Defaults: what sections declare, and what other plugins change of it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from ..convert import Mismatch
from ..display import show_short
from .catalogue import Owned
from .declarations import typed_default, wanted_default
from .section import MISSING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .declarations import Key
    from .draft import Draft
    from .plugin import Contribution, Plugin


def add_defaults(draft: Draft, contribution: Contribution) -> None:
    """Take the defaults that a plugin gives to keys; refuse bad ones and different ones."""
    plugin = contribution.plugin
    for name, value in (contribution.defaults or {}).items():
        if draft.skips(plugin, f"a default for {name}", (name,)):
            continue
        key = draft.keys[name]
        if key.setting.computed:
            found = f"a default of {plugin} for a computed key"
            draft.refuse(plugin, name, found, "no default", "remove it from integr8s_defaults")
            continue
        _judge(draft, key, plugin, value)
        other = draft.defaults.setdefault(name, Owned(plugin, value))
        if other.plugin is not plugin and not _same(key, other.value, value):
            shown = [_shown(key, owned) for owned in (other.value, value)]
            found = f"{other.plugin} says {shown[0]}, {plugin} says {shown[1]}"
            hint = "remove one of the two defaults, or one of the two plugins"
            draft.refuse(plugin, name, found, "one default", hint)


def _judge(draft: Draft, key: Key, plugin: Plugin, value: Any) -> None:
    try:
        typed_default(key, value)
    except Mismatch as mismatch:
        found = f"{_shown(key, value)}, a default of {plugin}"
        wanted = wanted_default(key, mismatch, value)
        draft.refuse(plugin, key.name, found, wanted, "mend the default in that plugin")


def _same(key: Key, one: Any, other: Any) -> bool:
    if callable(one) or callable(other):
        return one is other
    try:
        return bool(typed_default(key, one) == typed_default(key, other))
    except Mismatch:
        return True
    except Exception:  # noqa: BLE001 - an author's type may raise anything
        return False


def _shown(key: Key, value: Any) -> str:
    if callable(value):
        return f"the function {getattr(value, '__name__', type(value).__name__)}"
    return show_short(value, secret=key.setting.secret)


def ready_defaults(draft: Draft) -> Iterator[tuple[str, Any]]:
    """Yield each key, interned for fast reads, with its default as readers get it."""
    for name, key in draft.keys.items():
        try:
            yield sys.intern(name), typed_default(key, _default(draft, name))
        except Mismatch:
            yield sys.intern(name), MISSING


def callable_defaults(draft: Draft) -> Iterator[tuple[str, tuple[Any, Plugin]]]:
    """Yield each key whose default is a function, with that function and its plugin."""
    for name, key in draft.keys.items():
        default = _default(draft, name)
        if default is not MISSING and callable(default):
            changed = draft.defaults.get(name)
            yield sys.intern(name), (default, changed.plugin if changed else key.plugin)


def _default(draft: Draft, name: str) -> Any:
    changed = draft.defaults.get(name)
    return changed.value if changed else draft.keys[name].setting.default
