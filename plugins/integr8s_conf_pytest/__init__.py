"""The fixtures of integr8s-conf; nothing of the framework is imported before one is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from integr8s_conf import Settings


@pytest.fixture
def make_settings() -> Callable[..., Settings]:
    """Settings from text, as in ``make_settings("REDIS_DB = 3", env={...}, secrets={...})``.

    No file, no variable and no secret of this machine is read. ConfigError says what is wrong.
    """
    from integr8s_conf.testing import make_settings  # noqa: PLC0415 - few tests ask

    return make_settings


@pytest.fixture
def settings_override() -> Iterator[Callable[..., Settings]]:
    """The process's own settings, changed for a test: ``settings_override(MONGO_HOST="other")``.

    The changed settings are checked, computed values follow, several calls add up, and in the end
    all is as it was. ConfigError says what is wrong with the changes; then nothing is changed.
    """
    from integr8s_conf.testing.override import overriding  # noqa: PLC0415 - few tests ask

    with overriding() as change:
        yield change
