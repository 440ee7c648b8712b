"""Every test runs in a deployment whose base file sets nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from ..conftest import Write


@pytest.fixture(autouse=True)
def _empty_deployment(write: Write) -> None:
    write("config.toml", "")
