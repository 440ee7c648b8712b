"""Every test here starts in a deployment whose base file sets nothing.

``pytest tests/contract --hypothesis-profile=ten-thousand`` draws 10,000 valid configurations of our
sections, and 10,000 misconfigurations.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from .sections import SECTIONS

if TYPE_CHECKING:
    from ..conftest import Write

settings.register_profile("ten-thousand", max_examples=-(-10_000 // len(SECTIONS)), deadline=None)


@pytest.fixture(autouse=True)
def _empty_deployment(write: Write) -> None:
    write("config.toml", "")
