"""Every test here starts in a deployment whose base file sets nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ..packaging.conftest import build_once, sources  # noqa: F401 - fixtures, for one environment

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture(autouse=True)
def _empty_deployment(write: Callable[[str, str], Path]) -> None:
    """Make the working directory a deployment with an empty ``config.toml``."""
    write("config.toml", "")
