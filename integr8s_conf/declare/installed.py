"""Which plugins are installed: the entry points of all distributions, sound or not."""

from __future__ import annotations

from functools import lru_cache
from importlib.metadata import Distribution, EntryPoint, distributions, entry_points
from typing import TYPE_CHECKING, NamedTuple

from ..problems import Problem
from ..raised import raised
from .hookspecs import PROJECT
from .plugin import Plugin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Installed(NamedTuple):
    """Every plugin that is installed, by name, and what hides others."""

    plugins: tuple[Plugin, ...]
    problems: tuple[Problem, ...] = ()


@lru_cache(maxsize=1)
def installed_plugins() -> Installed:
    """Return what is installed; the metadata are read once per process.

    A distribution that several folders of the path have counts once, as when it is imported.
    """
    try:
        return Installed(_plugins(entry_points(group=PROJECT)))
    except Exception:  # noqa: BLE001 - the metadata of any distribution may be broken in any way
        return _one_by_one()


def _plugins(entries: Iterable[EntryPoint]) -> tuple[Plugin, ...]:
    found = {
        (entry.name, entry.value, str(getattr(entry.dist, "_path", ""))): Plugin(
            entry.name, entry.value, entry.dist
        )
        for entry in entries
    }
    return tuple(plugin for _, plugin in sorted(found.items(), key=lambda item: item[0]))


def _one_by_one() -> Installed:
    """Return the plugins of those distributions whose entry points can be read."""
    entries: list[EntryPoint] = []
    problems: list[Problem] = []
    for name, distribution in _first_by_name():
        try:
            entries += distribution.entry_points.select(group=PROJECT)
        except Exception as error:  # noqa: BLE001 - the metadata may be broken in any way
            if _speaks_of_us(distribution):
                found = f"entry points of the distribution {name} that raised {raised(error)}"
                wanted, hint = "lines such as name = module", f"reinstall or uninstall {name}"
                problems.append(Problem(None, found, wanted, None, hint, plugin=name))
    return Installed(_plugins(entries), tuple(problems))


def _first_by_name() -> Iterator[tuple[str, Distribution]]:
    seen: set[str] = set()
    for distribution in distributions():
        name = str(distribution.metadata["Name"])
        if name not in seen:
            seen.add(name)
            yield name, distribution


def _speaks_of_us(distribution: Distribution) -> bool:
    try:
        return PROJECT in (distribution.read_text("entry_points.txt") or "")
    except UnicodeDecodeError:
        return True
