"""A settings object by its name, ``module:object``: found, imported anew, made for some files."""

from __future__ import annotations

import os
import sys
from functools import partial
from importlib import import_module
from inspect import isroutine, signature
from typing import TYPE_CHECKING, Any, NamedTuple

from ..suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

CONFIG_PATH, OVERRIDE_PATH = "config_path", "override_path"
"""The arguments by which a class or a function takes the files, if it does."""

_OURS = __name__.partition(".")[0]


class TargetError(Exception):
    """A name that stands for no object; its text says why."""


class Target(NamedTuple):
    """Where a settings object is, or the class or function that makes it."""

    module: str
    attributes: tuple[str, ...] = ()
    """The way from the module to the object; none for the module itself."""

    def __str__(self) -> str:
        return ":".join(filter(None, (self.module, ".".join(self.attributes))))


def target_named(name: str) -> Target:
    """Return what ``module:object`` names; there may be dots in both, and no object.

    Raises:
        TargetError: It is no such name.

    """
    module, _, path = name.partition(":")
    attributes = tuple(path.split(".")) if path else ()
    if not all(part.isidentifier() for part in (*module.split("."), *attributes)):
        raise TargetError(f"{name!r} is no module:object, such as app.settings:Settings")
    return Target(module, attributes)


def load(target: Target) -> Any:
    """Return the object that a target names.

    Raises:
        TargetError: There is no such module, or no such object in it.

    """
    try:
        found: Any = import_module(target.module)
    except ModuleNotFoundError as error:
        if error.name and f"{target.module}.".startswith(f"{error.name}."):
            raise TargetError(f"there is no module {error.name}") from None
        raise
    for attribute in target.attributes:
        if not hasattr(found, attribute):
            near = did_you_mean(attribute, dir(found))
            raise TargetError(f"{target}: there is no {attribute}{near}")
        found = getattr(found, attribute)
    return found


def taken_paths(found: object) -> frozenset[str]:
    """Return which of the files a settings object is made with, by the names of its arguments."""
    if not is_maker(found):
        return frozenset()
    try:
        names = signature(found).parameters  # type: ignore[arg-type]
    except (TypeError, ValueError):  # some builtin has none
        return frozenset()
    return frozenset({CONFIG_PATH, OVERRIDE_PATH} & names.keys())


def made(found: Any, paths: Mapping[str, str]) -> Any:
    """Return the settings object itself, made with those of ``paths`` that it takes."""
    if not is_maker(found):
        return found
    taken = taken_paths(found)
    return found(**{name: path for name, path in paths.items() if name in taken})


def is_maker(found: object) -> bool:
    """Tell whether ``found`` is to be called; objects of dynaconf can be, and are not."""
    cached = hasattr(type(found), "cache_clear")
    return isinstance(found, type | partial) or isroutine(found) or cached


def forget(target: Target, folder: str) -> None:
    """Let the modules of a target be imported anew: its own package's, and those of ``folder``."""
    for name in list(_of_user(target, folder)):
        del sys.modules[name]


def _of_user(target: Target, folder: str) -> Iterator[str]:
    root = target.module.partition(".")[0]
    inside = os.path.join(os.path.realpath(folder), "")  # noqa: PTH118 - text, for speed
    for name, module in sys.modules.items():
        package = name.partition(".")[0]
        file = getattr(module, "__file__", None) or ""
        near = file.startswith(inside) and "site-packages" not in file
        if package not in (_OURS, "__main__") and (package == root or near):
            yield name
