"""Containers that cannot be changed in place: what readers of a setting share."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from functools import cache
from typing import Any, NoReturn

from ..problems import FrozenSettingsError

_ADVICE = "settings are shared and cannot be changed in place; change a copy: {copy}"


def _refuse_list(*_: object, **__: object) -> NoReturn:
    del _, __  # they may hold a secret, and a traceback shows the locals of this frame
    raise FrozenSettingsError(_ADVICE.format(copy="list(value)"))


def _refuse_dict(*_: object, **__: object) -> NoReturn:
    del _, __
    raise FrozenSettingsError(_ADVICE.format(copy="dict(value)"))


def _refuse_record(*_: object) -> NoReturn:
    del _
    raise FrozenSettingsError(_ADVICE.format(copy="dataclasses.replace(value, ...)"))


class FrozenList(list[Any]):
    """A list whose mutators raise; copies and pickles are plain lists."""

    __slots__ = ()

    append = extend = insert = remove = pop = clear = sort = reverse = _refuse_list
    __setitem__ = __delitem__ = __iadd__ = __imul__ = _refuse_list

    def __copy__(self) -> list[Any]:
        return list(self)

    def __deepcopy__(self, memo: dict[int, Any]) -> list[Any]:
        return [thaw(item) for item in self]

    def __reduce_ex__(self, protocol: object) -> tuple[Any, ...]:
        return (list, (list(self),))


class FrozenDict(dict[str, Any]):
    """A dict whose mutators raise; copies and pickles are plain dicts."""

    __slots__ = ()

    update = setdefault = pop = popitem = clear = _refuse_dict
    __setitem__ = __delitem__ = __ior__ = _refuse_dict

    def copy(self) -> dict[str, Any]:
        """Return a plain dict, which may be changed."""
        return dict(self)

    def __copy__(self) -> dict[str, Any]:
        return dict(self)

    def __deepcopy__(self, memo: dict[int, Any]) -> dict[str, Any]:
        return {key: thaw(item) for key, item in self.items()}

    def __reduce_ex__(self, protocol: object) -> tuple[Any, ...]:
        return (dict, (dict(self),))


def freeze(value: Any) -> Any:
    """Return ``value`` with every container in it frozen."""
    if isinstance(value, list):
        return FrozenList(map(freeze, value))
    if isinstance(value, Mapping):
        return FrozenDict((key, freeze(item)) for key, item in value.items())
    if isinstance(value, tuple) and type(value) is tuple:
        return tuple(map(freeze, value))
    if isinstance(value, set | frozenset):
        return frozenset(map(freeze, value))
    return value


def thaw(value: Any) -> Any:
    """Return ``value`` with every frozen list and dict in it as a plain one."""
    if isinstance(value, list):
        return [thaw(item) for item in value]
    if isinstance(value, dict):
        return {key: thaw(item) for key, item in value.items()}
    if type(value) is tuple:
        return tuple(map(thaw, value))
    return value


def freeze_record(record: Any) -> Any:
    """Return the same dataclass instance, which from now on refuses assignments.

    Copies and pickles of it are instances of its own class, as ``dataclasses.replace`` gives them.
    """
    cls = type(record)
    if not cls.__dataclass_params__.frozen:
        record.__class__ = _frozen_class(cls)  # type: ignore[arg-type]
    return record


@cache
def _frozen_class(cls: type[Any]) -> type[Any]:
    def equal(self: Any, other: object) -> Any:
        if not isinstance(other, cls):
            return NotImplemented
        names = [field.name for field in dataclasses.fields(cls) if field.compare]
        return all(getattr(self, name) == getattr(other, name) for name in names)

    def make_plain(_: object, *arguments: Any, **fields: Any) -> Any:
        return cls(*arguments, **fields)

    def reduce_to_plain(self: Any, _: object) -> tuple[Any, ...]:
        reduced: Any = object.__reduce_ex__(self, 2)
        function, (_, *arguments), *rest = reduced
        return (function, (cls, *arguments), *rest)

    body: dict[str, Any] = {
        "__slots__": (),
        "__doc__": cls.__doc__,
        "__module__": cls.__module__,
        "__qualname__": cls.__qualname__,
        "__setattr__": _refuse_record,
        "__delattr__": _refuse_record,
        "__new__": make_plain,
        "__reduce_ex__": reduce_to_plain,
    }
    if cls.__dataclass_params__.eq:
        body |= {"__eq__": equal, "__hash__": cls.__hash__}
    return type(cls.__name__, (cls,), body)
