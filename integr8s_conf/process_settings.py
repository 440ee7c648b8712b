"""``settings``: the process's own, loaded at the first use and never at import."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from .configuration import Settings, prepare
from .request import request_from_process
from .resolve.resolve import resolve

if TYPE_CHECKING:
    from .resolve.resolution import Resolution


class ProcessSettings(Settings):
    """The process's own settings: they load at their first use, as its variables say."""

    __slots__ = ()

    _lock = threading.RLock()

    def __init__(self) -> None:
        prepare(self)

    def _load(self) -> Resolution:
        with self._lock:
            if self._resolution is None:
                self._publish(resolve(request_from_process().of_process()))
            return self._resolution  # type: ignore[no-any-return]

    def _looked_at(self) -> Resolution:
        if self._resolution is not None:
            return self._resolution  # type: ignore[no-any-return]
        return resolve(request_from_process().of_process())


settings: Settings = ProcessSettings()
"""The process's own settings."""
