"""The lock of what settings show."""

from __future__ import annotations

import threading
from typing import Final

CHANGING: Final = threading.RLock()
"""Held while that changes: by a first load, by an override, by a count of reads."""
