"""The keys of a plugin as a table for its README."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..discover.given import catalogue_of
from ..key_reference import key_reference
from ..problems import ConfigError
from .key_cells import default_cell, description_cell, value_cell
from .markdown import markdown_text
from .page import Heading, Table, code, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import ModuleType

    from ..declare.catalogue import Catalogue
    from .page import Line, Part

_HEAD = tuple(map(text, ("Key", "Description", "Default", "Type, unit and rules")))


def key_table(plugin: ModuleType | str) -> str:
    """Return Markdown of each section that a plugin declares: a heading, and a table of its keys.

    The plugin is a module, or the name of one that is installed; no other plugin has a say.

    Raises:
        ConfigError: Something is wrong with the plugin.

    """
    catalogue = catalogue_of([plugin])
    if catalogue.problems:
        raise ConfigError(catalogue.problems)
    return markdown_text(_parts(catalogue))


def _parts(catalogue: Catalogue) -> Iterator[Part]:
    for section, names in catalogue.sections.items():
        yield Heading(section.__name__, 3)
        yield Table(_HEAD, tuple(_rows(catalogue, names)))


def _rows(catalogue: Catalogue, names: Sequence[str]) -> Iterator[tuple[Line, ...]]:
    for name in names:
        reference = key_reference(catalogue, name)
        yield (
            code(name),
            description_cell(reference),
            default_cell(catalogue, reference, {}),
            value_cell(reference),
        )
