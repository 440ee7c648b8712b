"""The list of installed distributions of plugins, as ``pyproject.toml`` takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..declare.distribution import identity
from ..discover.admission import OURS
from ..discover.wheel_pin import UnpinnableError, wheel_hash
from ..display import show
from .tables import print_note, print_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..declare.plugin import Plugin


def print_pins(plugins: Iterable[Plugin]) -> None:
    """Print the option ``plugins``: every distribution of others, its version, its wheel's hash."""
    pins: dict[str, None] = {}
    for plugin in plugins:
        distribution = identity(plugin.source)
        if not distribution.name:
            print_note(f"{plugin} is left out: the list is by names of distributions")
        elif distribution.normalised != OURS:
            pins[_pin(plugin)] = None
    lines = [f"    {show(pin)}," for pin in pins]
    print_text("\n".join(["plugins = [", *lines, "]"]))


def _pin(plugin: Plugin) -> str:
    distribution = identity(plugin.source)
    pin = f"{distribution.name}=={distribution.version}"
    try:
        return f"{pin} --hash=sha256:{wheel_hash(plugin)}"
    except UnpinnableError as error:
        print_note(f"{pin} has no hash: {error}")
        return pin
