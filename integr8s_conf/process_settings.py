"""``settings``: the process's own, loaded at the first use and never at import."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from .changing import CHANGING
from .configuration import Settings, prepare
from .declare.section import Section
from .request import request_from_process
from .resolve.resolve import resolve

if TYPE_CHECKING:
    from .resolve.resolution import Resolution

S = TypeVar("S", bound=Section)

_set = object.__setattr__


class ProcessSettings(Settings):
    """The process's own settings: they load at their first use, as its variables say."""

    __slots__ = ()

    def __init__(self) -> None:
        prepare(self)

    def _load(self) -> Resolution:
        with CHANGING:
            if self._resolution is None:
                before = state_of(self)
                resolution = resolve(request_from_process().of_process())
                self._publish(resolution)
                try:
                    self._tell_plugins(resolution)
                except BaseException:
                    put_state(self, before)
                    raise
            return self._resolution  # type: ignore[no-any-return]

    def _looked_at(self) -> Resolution:
        if self._resolution is not None:
            return self._resolution  # type: ignore[no-any-return]
        return resolve(request_from_process().of_process())

    def _view(self, section: type[S]) -> S:
        with CHANGING:  # else an override in between would keep a view of the values before it
            return super()._view(section)


def state_of(settings: Settings) -> Settings:
    """Return what ``settings`` show now, for :func:`put_state` to put back."""
    state = Settings.__new__(Settings)
    prepare(state)
    put_state(state, settings)
    return state


def put_state(settings: Settings, state: Settings) -> None:
    """Let ``settings`` show what ``state`` shows; one that is not loaded will load anew.

    A read that is under way sees the one or the other, for each that it makes of the settings'
    parts is valid by itself.
    """
    if state._wrapped is not None:  # without it, such a read would have nothing to read from
        _set(settings, "_wrapped", state._wrapped)
    _set(settings, "_looking", state._looking)
    _set(settings, "_resolution", state._resolution)
    _set(settings, "_views", state._views)
    _set(settings, "__dict__", state.__dict__)
    if settings._counting or state._counting:  # what is counted is of the one settings alone
        _set(settings, "_views", {})
        settings._show()


settings: Settings = ProcessSettings()
"""The process's own settings."""
