"""What is said of keys that changed, and of secrets in files that are committed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..declare.release import deprecated_when, in_brackets, renamed_when
from ..origin import LayerKind, Origin
from ..problems import Problem
from .described import problem_of
from .production import secrets_in_files

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..declare.catalogue import Catalogue
    from .layer import Layer


def notices(catalogue: Catalogue, layers: Sequence[Layer]) -> Iterator[Problem]:
    """Yield a warning for each thing in ``layers`` that should be mended, and each of plugins."""
    yield from catalogue.warnings
    yield from secrets_in_files(catalogue, layers)
    for name in catalogue.deprecated:
        for layer in layers:
            if name in layer.values and layer.kind is not LayerKind.DEFAULTS:
                yield deprecated_notice(name, layer.locate(name), catalogue)


def deprecated_notice(name: str, origin: Origin, catalogue: Catalogue) -> Problem:
    """Return the warning of a deprecated key that is set."""
    key = catalogue.keys[name]
    advice = key.setting.deprecated
    hint = advice if isinstance(advice, str) else f"remove {name}"
    found = f"a deprecated key{in_brackets(deprecated_when(key))}"
    return problem_of(key, found, "the key left out", origin, hint, quoted=True)


def renamed_notice(old: str, new: str, origin: Origin, catalogue: Catalogue) -> Problem:
    """Return the warning of a key that is set by its former name."""
    key = catalogue.keys[new]
    found = f"its former name {old}"
    wanted = f"the name {new}{in_brackets(renamed_when(key, old))}"
    return problem_of(key, found, wanted, origin, f"rename {old} to {new}")


def removed_problem(name: str, origin: Origin, catalogue: Catalogue) -> Problem:
    """Return the problem of a removed key that is set; its value is never shown."""
    key = catalogue.removed[name]
    found = f"a key that was removed in {key.release}"
    return Problem(
        name, found, "the key left out", origin, key.instead,
        key.section.__name__, key.plugin.name, quoted=True,
    )  # fmt: skip
