"""Which plugins are installed: the entry points of all distributions, sound or not."""

from __future__ import annotations

from functools import lru_cache
from importlib.metadata import Distribution, EntryPoint, distributions, entry_points
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from ..declare.distribution import folder_of, identity
from ..declare.hookspecs import PROJECT
from ..declare.plugin import Plugin
from ..problems import Problem
from ..raised import raised
from .api_range import GROUP

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
        every = entry_points()
        return Installed(_plugins(every.select(group=PROJECT), every.select(group=GROUP)))
    except Exception:  # noqa: BLE001 - the metadata of any distribution may be broken in any way
        return _one_by_one()


def _plugins(entries: Iterable[EntryPoint], ranges: Iterable[EntryPoint]) -> tuple[Plugin, ...]:
    declared: dict[tuple[str, str], list[str]] = {}
    for entry in ranges:
        declared.setdefault((entry.name, folder_of(entry.dist)), []).append(entry.value)
    found = {}
    for entry in entries:
        folder = folder_of(entry.dist)
        api = tuple(sorted(set(declared.get((entry.name, folder), ()))))
        found[entry.name, entry.value, folder] = Plugin(entry.name, entry.value, entry.dist, api)
    return tuple(plugin for _, plugin in sorted(found.items(), key=lambda item: item[0]))


def _one_by_one() -> Installed:
    """Return the plugins of those distributions whose entry points can be read."""
    entries: list[EntryPoint] = []
    ranges: list[EntryPoint] = []
    problems: list[Problem] = []
    for distribution in _first_by_name():
        try:
            every = distribution.entry_points
            entries += every.select(group=PROJECT)
            ranges += every.select(group=GROUP)
        except Exception as error:  # noqa: BLE001 - the metadata may be broken in any way
            if _speaks_of_us(distribution):
                name = identity(distribution).name
                found = f"entry points of the distribution {name} that raised {raised(error)}"
                wanted, hint = "lines such as name = module", f"reinstall or uninstall {name}"
                problems.append(Problem(None, found, wanted, None, hint, plugin=name))
    return Installed(_plugins(entries, ranges), tuple(sorted(problems, key=attrgetter("plugin"))))


def _first_by_name() -> Iterator[Distribution]:
    """Yield each distribution once, as when it is imported; its folder tells its name."""
    seen: set[str] = set()
    for distribution in distributions():
        name = folder_of(distribution).rpartition("/")[2].partition("-")[0].lower()
        if name not in seen:
            seen.add(name)
            yield distribution


def _speaks_of_us(distribution: Distribution) -> bool:
    try:
        return PROJECT in (distribution.read_text("entry_points.txt") or "")
    except UnicodeDecodeError:
        return True
