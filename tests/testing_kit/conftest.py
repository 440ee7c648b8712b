"""The process's own settings, loaded or not, of a base file that sets nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from integr8s_conf import settings
from integr8s_conf.process_settings import put_state, state_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..conftest import Write

LOADED = {"not loaded yet": False, "loaded": True}


def shown() -> tuple[Any, ...]:
    """Return what the process's own settings are: equal if nothing at all has changed."""
    state = state_of(settings)
    resolution, values, views = state._resolution, state.__dict__, state._views
    return repr(settings), id(resolution), id(values), dict(values), id(views), dict(views)


@pytest.fixture(params=LOADED.values(), ids=LOADED)
def unchanged(request: pytest.FixtureRequest, write: Write) -> Iterator[Callable[[], bool]]:
    """Return a function that tells whether the settings are as they were before the test."""
    write("config.toml", "")
    before = state_of(settings)
    if request.param:
        settings.as_dict()
    at_first = shown()
    yield lambda: shown() == at_first
    put_state(settings, before)
