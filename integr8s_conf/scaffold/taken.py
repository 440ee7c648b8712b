"""What is installed under the names of a new plugin."""

from __future__ import annotations

import sys
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import TYPE_CHECKING

from ..declare.distribution import normalised
from ..discover.installed import installed_plugins

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..declare.catalogue import Catalogue
    from .names import Names


def claims(names: Names, catalogue: Catalogue) -> Iterator[str]:
    """Yield what has a name that the new plugin would have; a plugin of its name has them all."""
    same = [one for one in installed_plugins().plugins if normalised(one.name) == names.name]
    if same:
        yield from (f"{plugin} is installed" for plugin in same)
        return
    yield from _installed(names)
    yield from _declared(names, catalogue)


def _installed(names: Names) -> Iterator[str]:
    try:
        yield f"the distribution {names.name} {version(names.name)} is installed"
    except PackageNotFoundError:
        spec = None if names.package in sys.stdlib_module_names else find_spec(names.package)
        if spec is not None and spec.origin is not None:
            yield f"a module {names.package} is installed: {spec.origin}"


def _declared(names: Names, catalogue: Catalogue) -> Iterator[str]:
    for key in catalogue.keys.values():
        if key.name.startswith(f"{names.prefix}_"):
            yield f"its keys would begin with {names.prefix}_, as {key.name} of {key.plugin} does"
            break
    for one in catalogue.contributions:
        if any(section.__name__ == names.section for section in one.sections):
            yield f"{one.plugin} has a section {names.section}"
