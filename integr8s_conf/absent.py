"""What to say of a key or a section that is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .display import printable, show_short
from .problems import Problem
from .suggest import did_you_mean

if TYPE_CHECKING:
    from .declare.catalogue import Catalogue
    from .declare.section import Section
    from .resolve.resolution import Resolution

INSTEAD = {
    "copy": "replace(KEY=value)",
    "dict": "as_dict()",
    "model_copy": "replace(KEY=value)",
    "model_dump": "as_dict()",
    "model_dump_json": "json.dumps(settings.as_dict())",
    "model_fields": "iteration over the settings",
}
"""What users of pydantic reach for, and what settings have in its place."""


def unknown_key(key: object, catalogue: Catalogue) -> str:
    """Return that no plugin declares a key, and the nearest key that one does."""
    name = printable(str(key))
    near = did_you_mean(name, catalogue.keys) if name.upper() == name else ""
    return f"no loaded plugin declares {name}{near}"


def unknown_section(section: type[Section], resolution: Resolution) -> Problem:
    """Return the problem of a section that no loaded plugin brings."""
    blocked = ", ".join(resolution.catalogue.blocked)
    hint = f"not allowed now are {blocked}" if blocked else "install the plugin that declares it"
    if not isinstance(section, type):
        return Problem(None, show_short(section), "a section class", None, "import the class")
    found = f"section {section.__name__} of {section.__module__}"
    return Problem(None, found, "a section of a loaded plugin", None, hint, section.__name__)
