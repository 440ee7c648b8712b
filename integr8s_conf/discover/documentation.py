"""The prose that plugins give of their sections: their ``integr8s_documentation`` hooks."""

from __future__ import annotations

from inspect import cleandoc
from typing import TYPE_CHECKING

from ..declare.fault import Fault
from ..problems import ConfigError, Problem
from .loading import called

if TYPE_CHECKING:
    from ..declare.catalogue import Catalogue
    from ..declare.section import Section

_HOOK = "integr8s_documentation"


def documentation(catalogue: Catalogue) -> dict[type[Section], str]:
    """Return the Markdown that plugins give of their sections.

    Raises:
        ConfigError: What is wrong with the hooks; all of them have been called.

    """
    prose: dict[type[Section], str] = {}
    problems: list[Problem] = []
    for contribution in catalogue.contributions:
        if contribution.documentation is None:
            continue
        given = called(_HOOK, contribution.documentation)
        if isinstance(given, Fault):
            problems.append(given.problem(contribution.plugin))
            continue
        for section, text in given.items():
            if section in contribution.sections:
                prose[section] = cleandoc(text)
            else:
                found = f"{_HOOK} returned prose of {section.__name__}"
                fault = Fault(found, "prose of the plugin's own sections", "leave it out")
                problems.append(fault.problem(contribution.plugin))
    if problems:
        raise ConfigError(problems)
    return prose
