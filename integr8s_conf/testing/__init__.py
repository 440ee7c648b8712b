"""The test kit: settings from text, settings changed for a while, ready tests for a plugin.

Each name is imported when it is first asked for: those for plugin authors need pytest, and some of
them hypothesis.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..export.key_table import key_table
    from .contract import PluginContract
    from .made_settings import make_settings
    from .override import settings_override
    from .strategies import configurations, misconfigurations

__all__ = [
    "PluginContract",
    "configurations",
    "key_table",
    "make_settings",
    "misconfigurations",
    "settings_override",
]

_LATER = {
    "PluginContract": ".contract",
    "configurations": ".strategies",
    "key_table": "..export.key_table",
    "make_settings": ".made_settings",
    "misconfigurations": ".strategies",
    "settings_override": ".override",
}


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(_LATER[name], __name__), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
