"""A lock as TOML: a table for each plugin and each key, a line for each thing said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..export.toml_text import toml_line
from .steady import digest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .entry import Lock, LockedKey, LockedPlugin

VERSION = 1
"""Of the format."""

TITLE = "# What the plugins declared when this deployment was last looked over."
_HEADER = f"""\
{TITLE}
# Written by `integr8s-conf lock`, compared by `integr8s-conf check --locked`. Do not edit it.
lock-version = {VERSION}
"""


def lock_text(lock: Lock) -> str:
    """Return the text of a lock: the same for the same declarations, wherever it is made."""
    return "\n".join([_HEADER, *(_table_of_plugin(name, lock[name]) for name in sorted(lock))])


def plugin_data(plugin: LockedPlugin) -> dict[str, Any]:
    """Return what is written of a plugin, in its order, without the digest of it all."""
    removed = {"removed": dict(sorted(plugin.removed.items()))} if plugin.removed else {}
    keys = {name: _key_data(key) for name, key in sorted(plugin.keys.items())}
    return {"distribution": plugin.distribution, "version": plugin.version, **removed, **keys}


def _key_data(key: LockedKey) -> dict[str, Any]:
    return {
        name.replace("_", "-"): list(value) if isinstance(value, tuple) else value
        for name, value in key._asdict().items()
        if value != key._field_defaults[name]
    }


def _table_of_plugin(name: str, plugin: LockedPlugin) -> str:
    data = plugin_data(plugin)
    own = {part: value for part, value in data.items() if not isinstance(value, dict)}
    tables = {part: value for part, value in data.items() if isinstance(value, dict)}
    way = f"plugins.{_spelled(name)}"
    return "\n".join(
        [
            *_table(way, {**own, "digest": digest(data)}),
            *(line for part, value in tables.items() for line in _table(_inner(way, part), value)),
        ]
    )


def _inner(way: str, name: str) -> str:
    return f"{way}.{_spelled(name)}"


def _table(way: str, values: Mapping[str, Any]) -> Iterator[str]:
    yield f"[{way}]"
    yield from (f"{_spelled(name)} = {_value(value)}" for name, value in values.items())
    yield ""


def _value(value: Any) -> str:
    """Return a value as TOML writes it: a text that has quotes without an escape for each."""
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, str) and '"' in value and "'" not in value and value.isprintable():
        return f"'{value}'"
    return toml_line("_", value).removeprefix("_ = ")


def _spelled(name: str) -> str:
    """Return a name as TOML writes it, in quotes where it needs them."""
    return toml_line(name, value=True).removesuffix(" = true")
