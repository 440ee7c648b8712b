"""The order in which problems are told, and the search for secrets in their texts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ..origin import LayerKind
from ..secret import SecretSearch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..problems import Problem
    from .resolution import Resolution


def in_order(resolution: Resolution, problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Return the problems by file and line, then by declaration; each once, secrets masked."""
    if not problems:
        return ()
    kinds = list(LayerKind)
    declared = {name: number for number, name in enumerate(resolution.catalogue.keys)}
    search = SecretSearch(_secret_texts(resolution))

    def place(problem: Problem) -> tuple[int, str, int, int]:
        origin = problem.origin
        if origin is None:
            return (-1, "", 0, declared.get(problem.key or "", -1))
        line = origin.line or 0
        number = declared.get(problem.key or "", len(declared))
        return (kinds.index(origin.layer), origin.name if line else "", line, number)

    masked = dict.fromkeys(
        _masked(problem, search) if problem.quoted else problem for problem in problems
    )
    return tuple(sorted(masked, key=place))


def _masked(problem: Problem, search: SecretSearch) -> Problem:
    found, wanted, hint = map(search.masked, (problem.found, problem.wanted, problem.hint))
    path = tuple(search.masked(step) if isinstance(step, str) else step for step in problem.path)
    return replace(problem, found=found, wanted=wanted, hint=hint, path=path)


def _secret_texts(resolution: Resolution) -> list[str]:
    """Return every text that any layer gives for a secret, the shadowed ones too."""
    texts = {
        _text(value)
        for layer in resolution.layers
        for key in resolution.hidden
        if (value := layer.values.get(key)) is not None
    }
    return list(texts - {""})


def _text(value: Any) -> str:
    """Return the text of a value, empty where it is so large or deep that it has none."""
    try:
        return str(value)
    except Exception:  # noqa: BLE001 - an object's __str__ may raise anything; so do huge integers
        return ""
