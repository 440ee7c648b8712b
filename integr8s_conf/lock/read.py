"""Reads a lock; what somebody else than the command has written there is a problem."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from ..display import printable, show_short
from ..origin import LayerKind, Origin
from ..problems import Problem
from ..sources.toml import TomlFile, read_toml
from .entry import Lock, LockedKey, LockedPlugin
from .steady import digest
from .written import VERSION, plugin_data

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ANEW = "write it anew: integr8s-conf lock"
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>")
_TEXTS = ("distribution", "version")


class LockFile(NamedTuple):
    """A lock, or what is wrong with it."""

    file: TomlFile
    lock: Lock = MappingProxyType({})
    problems: tuple[Problem, ...] = ()

    def origin(self, *path: str) -> Origin:
        """Return the place of a plugin, of a key of it, or of what is said of that."""
        line = self.file.line_of(("plugins", *path)) if path else None
        return Origin(LayerKind.LOCK_FILE, self.file.name, line)

    def __repr__(self) -> str:
        return f"<lock of {len(self.lock)} plugins>"


def read_lock(name: str, path: str) -> LockFile:
    """Read the lock at ``path``, which its user calls ``name``."""
    file = read_toml(name, path)
    if problem := _unreadable(file) or _of_other_format(file):
        return LockFile(file, problems=(problem,))
    plugins: dict[str, LockedPlugin] = {}
    problems: list[Problem] = []
    for plugin, data in file.values.get("plugins", {}).items():
        taken = _plugin(data)
        if taken is None:
            origin = Origin(LayerKind.LOCK_FILE, name, file.line_of(("plugins", plugin)))
            found, wanted = "what is not as it was written", "what its digest was made of"
            problem = Problem(None, found, wanted, origin, _ANEW, plugin=printable(plugin))
            problems.append(problem)
        else:
            plugins[plugin] = taken
    return LockFile(file, plugins, tuple(problems))


def _problem(
    file: TomlFile, found: str, wanted: str, line: int | None, hint: str = _ANEW
) -> Problem:
    return Problem(None, found, wanted, Origin(LayerKind.LOCK_FILE, file.name, line), hint)


def _unreadable(file: TomlFile) -> Problem | None:
    """Return why a file can be read in no part, or in some parts only."""
    if file.unreadable:
        return _problem(file, file.unreadable.found, file.unreadable.wanted, None)
    if not file.faults:
        return None
    for number, line in enumerate(file.text.split("\n"), 1):
        if line.startswith(_CONFLICT):
            hint = "mend pyproject.toml and what is installed first, then run integr8s-conf lock"
            return _problem(file, "a conflict of a merge", "a lock", number, hint)
    fault = file.faults[0]
    return _problem(file, printable(fault.found), "TOML", fault.line)


def _of_other_format(file: TomlFile) -> Problem | None:
    """Return why a file is no lock, or none that this version reads."""
    version = file.values.get("lock-version")
    wanted = f"lock-version = {VERSION}"
    if type(version) is not int:
        return _problem(file, "a file that says no version of a lock", wanted, 1)
    if version != VERSION:
        newer = f"update integr8s-conf, or {_ANEW}" if version > VERSION else _ANEW
        line = file.line_of(("lock-version",))
        return _problem(file, f"lock-version = {show_short(version)}", wanted, line, newer)
    strange = sorted(file.values.keys() - {"lock-version", "plugins"})
    if strange:
        found = f"{printable(strange[0])}, which no lock has"
        return _problem(file, found, "tables of plugins", file.line_of((strange[0],)))
    if not isinstance(file.values.get("plugins", {}), dict):
        line = file.line_of(("plugins",))
        return _problem(file, "plugins that are no table", "tables of plugins", line)
    return None


def _plugin(data: Any) -> LockedPlugin | None:
    """Return what is said of a plugin; None where it is not what was written."""
    if not isinstance(data, dict) or not all(isinstance(data.get(one), str) for one in _TEXTS):
        return None
    removed = data.get("removed", {})
    if not _are_texts(removed):
        return None
    keys = {name: _key(value) for name, value in data.items() if name.isupper()}
    known = {name: key for name, key in keys.items() if key is not None}
    plugin = LockedPlugin(data["distribution"], data["version"], known, removed)
    written = plugin_data(plugin)
    return plugin if {**written, "digest": digest(written)} == data else None


def _key(data: Any) -> LockedKey | None:
    if not isinstance(data, dict):
        return None
    fields = {name.replace("-", "_"): value for name, value in data.items()}
    if not all(_fits(name, value) for name, value in fields.items()):
        return None
    return LockedKey(**dict(_frozen(fields)))


def _fits(name: str, value: Any) -> bool:
    """Tell whether a key has something of that name, and it is of that type."""
    empty = LockedKey._field_defaults.get(name)
    if isinstance(empty, tuple):
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    return type(value) is type(empty) and value is not None


def _frozen(fields: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in fields.items():
        yield name, tuple(value) if isinstance(value, list) else value


def _are_texts(table: Any) -> bool:
    return isinstance(table, dict) and all(isinstance(one, str) for one in table.values())
