"""What is to be compared: which objects, with which files and variables."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..sources.locate import locate_base, locate_override
from ..sources.variables import PREFIX
from .target import CONFIG_PATH, OVERRIDE_PATH

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..deployment.combination import Combination
    from ..diagnostic import Diagnostic
    from .target import Target
    from .variations import Kinds, Variation

_STEERING = {CONFIG_PATH: "INTEGR8S_CONF_FILE", OVERRIDE_PATH: "INTEGR8S_CONF_OVERRIDE"}
"""The argument that takes a file, and the variable that names it."""


class Subject(NamedTuple):
    """The objects that are compared, and how."""

    theirs: Target
    ours: Target | None = None
    """In place of what the files resolve to."""

    names: Mapping[str, str] = {}
    """Our key -> its name in theirs, where that is another one."""

    ignored: frozenset[str] = frozenset()
    """Keys and names that may differ, in upper case."""


class Task(NamedTuple):
    """One comparison."""

    combination: Combination
    variation: Variation
    environ: Mapping[str, str]
    """All the variables of the process, both sides'."""

    paths: Mapping[str, str]
    """The files, by the arguments of theirs that take them."""

    def __repr__(self) -> str:
        return f"<task {self.combination.name}, {self.variation.kinds}>"


class Outcome(NamedTuple):
    """What a comparison found."""

    combination: str
    kinds: Kinds
    """What the secrets are that were varied."""

    both_accept: bool
    diagnostics: tuple[Diagnostic, ...] = ()


def task(combination: Combination, variation: Variation, taken: frozenset[str]) -> Task:
    """Return the comparison for a combination of files with a variation of its secrets.

    What is not ``taken`` as an argument is steered by the variables of the process's own settings.
    """
    request = combination.request
    base = locate_base(request)
    override = locate_override(request, base)
    paths = {CONFIG_PATH: base.path, **({OVERRIDE_PATH: override.path} if override else {})}
    varied = {f"{begin}{name}{end}" for name in variation.texts for begin, end in _SPELLINGS}
    others = {*varied, *_STEERING.values()}
    environ = {name: text for name, text in request.environ.items() if name not in others}
    environ |= {name: text for name, text in variation.texts.items() if text is not None}
    environ |= {_STEERING[name]: path for name, path in paths.items() if name not in taken}
    return Task(combination, variation, environ, paths)


_SPELLINGS = (("", ""), ("", "_FILE"), (PREFIX, ""))
"""What is around a secret's name in the variables that may give it."""
