"""The keys that a section no longer has, and what to do instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .bounds import BadDeclarationError
from .key_names import refuse_name
from .release import refuse_version, release
from .section import Removed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .draft import Draft
    from .plugin import Contribution, Plugin
    from .section import Section


class RemovedKey(NamedTuple):
    """A key that was removed, with the section and the plugin that had it."""

    name: str
    instead: str
    version: str
    secret: bool
    section: type[Section]
    plugin: Plugin

    @property
    def release(self) -> str:
        """The first version of its distribution without the key: ``mail-conf 2.0``."""
        return release(self.plugin, self.version)


def refuse_removal(name: str, removal: Removed, *, typed: bool) -> None:
    """Refuse a removed key that is badly declared.

    Raises:
        BadDeclarationError: The text says why, and what to write.
    """
    refuse_name(name)
    if typed:
        raise BadDeclarationError("a removed() with a type", f"write {name} = removed(...) alone")
    if not isinstance(removal.instead, str) or not removal.instead.strip():
        hint = f'write {name} = removed("WHAT TO DO INSTEAD", version="2.0")'
        raise BadDeclarationError("a removed() that does not say what to do instead", hint)
    refuse_version("version", removal.version)


def removed_keys(
    draft: Draft, contributions: Iterable[Contribution], renamed: Mapping[str, str]
) -> dict[str, RemovedKey]:
    """Return the removed keys of all sections by name; refuse one that is a key, or a former name.

    A section that inherits from another one of its plugin removes the same keys.
    """
    found: dict[str, RemovedKey] = {}
    for one in (one for contribution in contributions for one in _removed_by(contribution)):
        first = found.setdefault(one.name, one)
        if one.name in draft.keys:
            said = f"{draft.keys[one.name].plugin} declares the key {one.name}"
        elif new := renamed.get(one.name):
            said = f"{one.name} is a former name of {new} of {draft.keys[new].plugin}"
        elif first.plugin is not one.plugin:
            said = f"{first.plugin} removed the key {one.name}"
        else:
            continue
        where = f"{one.section.__module__}.{one.section.__qualname__}"
        draft.refuse(
            one.plugin,
            one.name,
            f"{said}, and {one.plugin} removed it",
            "a removed key that nobody has",
            f"drop {one.name} = removed(...) in {where}, or the other one",
        )
    return found


def _removed_by(contribution: Contribution) -> Iterator[RemovedKey]:
    for section in dict.fromkeys(contribution.sections):
        for name, value in _attributes(section).items():
            if isinstance(value, Removed):
                said = value.instead, value.version, value.secret
                yield RemovedKey(name, *said, section, contribution.plugin)


def _attributes(section: type[Section]) -> dict[str, object]:
    """Return what a class and those that it inherits from hold; nothing of it is called."""
    classes = reversed(section.__mro__[:-1])
    return {name: value for cls in classes for name, value in vars(cls).items()}
