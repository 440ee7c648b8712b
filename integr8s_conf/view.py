"""A section's view: a frozen object with the section's keys as typed attributes."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from .declare.section import Section
from .display import show_short
from .engine import refuse_to_pickle
from .problems import FrozenSettingsError

if TYPE_CHECKING:
    from collections.abc import Mapping

S = TypeVar("S", bound=Section)


def view_of(
    section: type[S], keys: tuple[str, ...], values: Mapping[str, Any], hidden: frozenset[str]
) -> S:
    """Return an instance of ``section`` whose attributes are the values of its keys.

    Its ``repr`` masks the keys that are ``hidden``.
    """
    view = object.__new__(_view_class(section, keys, hidden.intersection(keys)))  # type: ignore[arg-type]
    for key in keys:
        object.__setattr__(view, key, values[key])
    return view  # type: ignore[no-any-return]


@cache
def _view_class(section: type[Section], keys: tuple[str, ...], hidden: frozenset[str]) -> Any:
    def shown(self: Any) -> str:
        said = (f"{key}={show_short(getattr(self, key), secret=key in hidden)}" for key in keys)
        return f"{section.__name__}({', '.join(said)})"

    body = {
        "__slots__": keys,
        "__doc__": section.__doc__,
        "__module__": section.__module__,
        "__qualname__": section.__qualname__,
        "__setattr__": _refuse,
        "__delattr__": _refuse,
        "__repr__": shown,
        "__copy__": itself,
        "__deepcopy__": itself,
        "__reduce_ex__": refuse_to_pickle,
    }
    return type(section.__name__, (section,), body)


def _refuse(*_: object) -> NoReturn:
    del _  # it may hold a secret, and a traceback shows the locals of this frame
    raise FrozenSettingsError("a view is frozen; use settings.replace(KEY=value)")


def itself(self: Any, *_: object) -> Any:
    """Return the same object, in place of a copy: it is frozen."""
    return self
