"""Distributions of plugins that break, hang, lie or reach for the host, all installed at once."""

from __future__ import annotations

import re
from pathlib import Path

HERE = Path(__file__).parent

_BEGINNING = """
import os, signal, sys, time, types
from integr8s_conf import Section, hookimpl, setting

def hang():
    if "HURRY" in os.environ:  # the signal that ends the wait, without the wait
        signal.raise_signal(signal.SIGALRM)
    time.sleep(600)
"""


def sources() -> dict[str, str]:
    """Return plugin name -> the source of its module."""
    _, *parts = re.split(r"^### (.*)\n", (HERE / "plugins.txt").read_text(), flags=re.MULTILINE)
    return {
        name: f"{_BEGINNING}\n{body}" for name, body in zip(parts[::2], parts[1::2], strict=True)
    }
