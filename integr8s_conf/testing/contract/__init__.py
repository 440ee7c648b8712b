"""``PluginContract``: what every plugin should keep, as tests that are ready to run."""

from .plugin_contract import PluginContract

__all__ = ["PluginContract"]
