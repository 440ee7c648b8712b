"""A plugin-based configuration framework on dynaconf and pluggy.

``settings`` and ``Settings`` are imported when they are first asked for, and dynaconf with them:
section plugins and tools import this package without that cost.

PYTEST_DONT_REWRITE: the distribution has fixtures for pytest, which would else warn, wherever this
package is imported before pytest starts, that it can't rewrite its assertions.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from .declare.formats import http_url, non_empty
from .declare.hookspecs import hookimpl
from .declare.json_schema import json_schema, json_schema_of
from .declare.rules import Rule, rule
from .declare.section import Section, removed, setting
from .discover.api_range import __api__
from .origin import Origin
from .problems import ConfigError, ConfigWarning, Problem
from .secret import Secret

if TYPE_CHECKING:
    from .configuration import Settings
    from .declare.source import Source
    from .explanation import Explanation
    from .process_settings import settings
    from .reads import Reads

__all__ = [
    "ConfigError",
    "ConfigWarning",
    "Explanation",
    "Origin",
    "Problem",
    "Reads",
    "Rule",
    "Secret",
    "Section",
    "Settings",
    "Source",
    "__api__",
    "hookimpl",
    "http_url",
    "json_schema",
    "json_schema_of",
    "non_empty",
    "removed",
    "rule",
    "setting",
    "settings",
]

_LATER = {
    "Explanation": "explanation",
    "Reads": "reads",
    "Settings": "configuration",
    "Source": "declare.source",
    "settings": "process_settings",
}


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
