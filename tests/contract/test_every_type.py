"""The contract holds of a plugin that uses everything that a key can be."""

from __future__ import annotations

from integr8s_conf.testing import PluginContract

from . import every_type


class TestEveryType(PluginContract):
    plugin = every_type
    max_examples = 30
