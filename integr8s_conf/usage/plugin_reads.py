"""The keys that plugins read by what they bring: their sources, and what follows a load."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from .code_usage import code_usage
from .source_files import SourceFile

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..declare.catalogue import Catalogue


def section_names(catalogue: Catalogue) -> Mapping[str, str]:
    """Return the declared sections by the full names of their classes."""
    return {
        f"{section.__module__}.{section.__qualname__}": section.__name__
        for section in catalogue.sections
    }


def keys_of_plugins(catalogue: Catalogue) -> set[str]:
    """Return the keys that modules of plugins read which have a source, or a hook after a load."""
    plugins = {one.plugin.module for one in catalogue.loaded}
    plugins |= {one.plugin.module for one in catalogue.sources}
    paths = {getattr(sys.modules.get(module), "__file__", None) for module in plugins}
    files = [SourceFile(path, path, path) for path in sorted(filter(None, paths))]
    usage = code_usage(files, section_names(catalogue))
    return {read.key for read in usage.reads if read.key is not None}
