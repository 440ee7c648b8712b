"""What kind of mistake a problem is, as far as that can be told from it without guessing."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from ..declare.workers import ONE_VALUE, OWN_VALUE
from ..origin import LayerKind

if TYPE_CHECKING:
    from ..declare.catalogue import Catalogue
    from ..problems import Problem


class ProblemKind(StrEnum):
    """The kinds of problems; code scanning knows them as its rules."""

    PLUGIN = "plugin"
    PROJECT_FILE = "project-file"
    SOURCE = "source"
    FILE = "file"
    UNKNOWN_KEY = "unknown-key"
    SECRET = "secret"  # noqa: S105 - the name of a kind
    BROKEN_RULE = "broken-rule"
    WRONG_VALUE = "wrong-value"
    WORKER_VALUE = "worker-value"

    @property
    def text(self) -> str:
        """What is wrong, in a sentence."""
        return _TEXTS[self]


_TEXTS = {
    ProblemKind.PLUGIN: "A plugin cannot be loaded, or what it declares cannot be used.",
    ProblemKind.PROJECT_FILE: "pyproject.toml lists the deployment in a way that has no meaning.",
    ProblemKind.SOURCE: "A plugin's source gives no values, or such as it may not.",
    ProblemKind.FILE: "A file cannot be read, or a part of it is not in its format.",
    ProblemKind.UNKNOWN_KEY: "No loaded plugin declares the key.",
    ProblemKind.SECRET: "A secret is wrong, or is set where it should not be.",
    ProblemKind.BROKEN_RULE: "Values of several keys do not fit together.",
    ProblemKind.WRONG_VALUE: "A value, or how it is set, is not what its key is declared to take.",
    ProblemKind.WORKER_VALUE: "A worker has another one's value, or sets one that all share.",
}


def problem_kind(problem: Problem, catalogue: Catalogue) -> ProblemKind:
    """Return the kind of a problem that was found with the keys of ``catalogue``."""
    key, origin = problem.key, problem.origin
    if origin is not None and origin.layer is LayerKind.PROJECT_FILE:
        return ProblemKind.PROJECT_FILE
    if problem in catalogue.problems:
        return ProblemKind.PLUGIN
    if key is None and origin is not None and origin.layer is LayerKind.SOURCE:
        return ProblemKind.SOURCE
    if key is None or (origin is not None and origin.column is not None):
        return ProblemKind.FILE
    if key not in catalogue.keys:
        return ProblemKind.UNKNOWN_KEY
    if problem.wanted in (OWN_VALUE, ONE_VALUE):
        return ProblemKind.WORKER_VALUE
    if key in catalogue.secrets:
        return ProblemKind.SECRET
    return ProblemKind.BROKEN_RULE if problem.related else ProblemKind.WRONG_VALUE
