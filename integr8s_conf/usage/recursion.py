"""Room for recursion over code that is nested deeper than Python's own limit allows for."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEEPEST = 5000
"""The most calls within each other: a long sum of texts is that deep, and the stack holds them."""


@contextmanager
def deep_recursion() -> Iterator[None]:
    """Allow for more calls within each other than usual, for a block."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, _DEEPEST))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)
