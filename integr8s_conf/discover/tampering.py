"""Notices that a plugin has changed the framework, and puts back what it changed."""

from __future__ import annotations

import sys
from operator import attrgetter, is_
from types import FunctionType, ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple

from ..declare import hookspecs
from ..declare.section import Setting

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_CODE = attrgetter("__code__")
_MODULES = (
    "integr8s_conf.declare.rules",
    "integr8s_conf.declare.section",
    "integr8s_conf.declare.source",
    "integr8s_conf.secret",
)
"""Where the public classes are that plugins build on, or that mask what they see."""

_MADE_LATER = {"__annotations__", "__annotations_cache__"}
"""What Python itself adds to a class when somebody asks for its annotations."""


class _Place(NamedTuple):
    """A module or class, and what it holds; ``closed`` where nothing may be added."""

    owner: Any
    before: Mapping[str, Any]
    closed: bool

    @property
    def name(self) -> str:
        module: str = vars(self.owner).get("__module__", "")
        return f"{module}.{self.owner.__name__}".lstrip(".")

    def is_whole(self) -> bool:
        now = vars(self.owner)
        if self.closed and len(now) != len(self.before) and self._added():
            return False
        return _holds(now, self.before)

    def _added(self) -> set[str]:
        now: Mapping[str, Any] = vars(self.owner)
        return now.keys() - self.before.keys() - _MADE_LATER

    def put_back(self) -> Iterator[str]:
        """Put back what was changed, and yield its names."""
        now = vars(self.owner)
        for name, value in self.before.items():
            if now.get(name) is not value:
                setattr(self.owner, name, value)
                yield f"{self.name}.{name}"
        for name in sorted(self._added()) if self.closed else ():
            delattr(self.owner, name)
            yield f"{self.name}.{name}"


class Host(NamedTuple):
    """What plugins share of the framework, as it is now."""

    modules: Mapping[str, ModuleType]
    places: tuple[_Place, ...]
    functions: tuple[FunctionType, ...]
    codes: tuple[Any, ...]

    def put_back(self) -> tuple[str, ...]:
        """Return the names of what has been changed since then, after putting it back."""
        return () if self._is_whole() else tuple(dict.fromkeys(self._changes()))

    def _is_whole(self) -> bool:
        return (
            _holds(sys.modules, self.modules)
            and all(map(is_, map(_CODE, self.functions), self.codes))
            and all(map(_Place.is_whole, self.places))
        )

    def _changes(self) -> Iterator[str]:
        for name, module in self.modules.items():
            if sys.modules.get(name) is not module:
                sys.modules[name] = module
                yield f"sys.modules[{name!r}]"
        for place in self.places:
            yield from place.put_back()
        for function, code in zip(self.functions, self.codes, strict=True):
            if function.__code__ is not code:
                function.__code__ = code
                yield f"{function.__module__}.{function.__qualname__}"


def _holds(now: Mapping[str, Any], before: Mapping[str, Any]) -> bool:
    """Tell whether all that was in a namespace still is; by identity, as equality can lie."""
    return all(map(is_, map(now.get, before), before.values()))


def host() -> Host:
    """Return the state of what plugins share: our modules, public names and classes, the hooks."""
    name = hookspecs.PROJECT
    package = sys.modules[name]
    public = {one: vars(package)[one] for one in package.__all__ if one in vars(package)}
    classes = (Setting, *(one for one in public.values() if _is_ours(one)))
    places = (
        _Place(package, public, closed=False),
        _Place(hookspecs, dict(vars(hookspecs)), closed=True),
        *(_Place(one, dict(vars(one)), closed=True) for one in classes),
    )
    functions = tuple(
        value for place in places for value in place.before.values() if type(value) is FunctionType
    )
    modules = {
        one: module
        for one, module in list(sys.modules.items())
        if one == name or one.startswith(f"{name}.")
    }
    return Host(modules, places, functions, tuple(map(_CODE, functions)))


def _is_ours(value: object) -> bool:
    """Tell whether a public name is a class of the framework's that is not imported lazily."""
    return isinstance(value, type) and value.__module__ in _MODULES
