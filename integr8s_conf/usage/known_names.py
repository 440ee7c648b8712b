"""The names of ours, and of others, that decide what code reads."""

from __future__ import annotations

from functools import lru_cache

PACKAGE = "integr8s_conf"

SETTINGS_NAMES = {"integr8s_conf.settings", "integr8s_conf.process_settings.settings"}
SETTINGS_CLASS_NAMES = {"integr8s_conf.Settings", "integr8s_conf.configuration.Settings"}
SECTION_NAMES = {"integr8s_conf.Section", "integr8s_conf.declare.section.Section"}
SOURCE_NAMES = {"integr8s_conf.Source", "integr8s_conf.declare.source.Source"}

ENTERING = {
    "integr8s_conf.testing.settings_override",
    "integr8s_conf.testing.override.settings_override",
}
"""What gives the process's own settings when it is entered."""

PROMISING = {"typing.cast", "typing_extensions.cast"}
"""Functions that return an instance of their first argument."""

KEEPING = {
    "copy.copy",
    "copy.deepcopy",
    "functools.cache",
    "functools.lru_cache",
    "typing.assert_type",
}
"""Functions whose first argument is what they give, or acts like it."""

GIVING_RESULT = {"fastapi.Depends", "fastapi.params.Depends", "fastapi.Security"}
"""What stands for the result of the function that is its first argument."""

WHOLE = {"__dict__", "as_dict", "items", "keys", "store", "to_dict", "values"}
"""Attributes of settings that have every key."""


@lru_cache(maxsize=1024)
def is_api(name: str) -> bool:
    """Tell whether settings have an attribute of a name that is no key."""
    from ..configuration import Settings  # noqa: PLC0415 - dynaconf comes with it
    from ..engine import Core  # noqa: PLC0415

    return hasattr(Settings, name) or hasattr(Core, name)
