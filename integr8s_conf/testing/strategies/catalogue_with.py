"""The catalogue in which a section's values are judged."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ...discover.given import catalogue_of
from ...discover.installed import installed_plugins

if TYPE_CHECKING:
    from ...declare.catalogue import Catalogue
    from ...declare.section import Section


def catalogue_with(section: type[Section]) -> Catalogue:
    """Return what the installed plugins declare, and the section's own module beside them.

    Raises:
        LookupError: Neither an installed plugin nor that module declares the section.

    """
    names = list(dict.fromkeys(plugin.name for plugin in installed_plugins().plugins))
    catalogue = catalogue_of(names)
    module = sys.modules.get(section.__module__)
    if section not in catalogue.sections and module is not None:
        catalogue = catalogue_of([*names, module])
    if section not in catalogue.sections:
        hint = f"return it from integr8s_sections of {section.__module__}"
        raise LookupError(f"no plugin declares the section {section.__name__}: {hint}")
    return catalogue
