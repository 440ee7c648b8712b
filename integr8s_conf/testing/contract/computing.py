"""Whether computed values follow from the other values alone."""

from __future__ import annotations

import os
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest

from ...raised import raised
from ..resolved import resolved

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .subject import Subject


def computed_faults(subject: Subject, overrides: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is wrong with the plugin's computed values beside explicit ones."""
    catalogue, names = subject.together, computed_names(subject)
    resolution = resolved(catalogue, overrides)
    for problem in resolution.problems:
        if problem.key in names and problem.key not in resolution.values:
            yield f"{problem.key}: {problem.found}: give a value for all valid values of the others"
    for name in names:
        if name in resolution.inputs and name in resolution.values:
            inputs = {key: resolution.values[key] for key in resolution.inputs[name]}
            yield from _impurities(name, catalogue.computed[name].value, inputs)


def computed_names(subject: Subject) -> list[str]:
    """Return the keys that the plugin computes."""
    computed = subject.together.computed
    return [name for name, owned in computed.items() if owned.plugin == subject.plugin]


def _impurities(name: str, function: Any, inputs: dict[str, Any]) -> Iterator[str]:
    before = {key: _state(value) for key, value in inputs.items()}
    said = StringIO()
    try:
        with _noted_variables() as variables, redirect_stdout(said), redirect_stderr(said):
            first, second = function(dict(inputs)), function(dict(inputs))
    except Exception as error:  # noqa: BLE001 - an author's function may raise anything
        yield f"{name}: its function raised {raised(error)} when it was called again"
        return
    if first != second:
        yield f"{name}: two calls with the same values gave different ones: use the values alone"
    if variables:
        read = ", ".join(sorted(variables))
        yield f"{name}: its function reads the variable {read}: declare a key, and read that"
    if said.getvalue():
        yield f"{name}: its function prints: it may show a secret, and is called at every load"
    for key, value in inputs.items():
        if _state(value) != before[key]:
            yield f"{name}: its function changes {key}: make a copy of what is changed"


def _state(value: Any) -> str:
    """Return what can be seen of a value, and so be seen to have changed."""
    return f"{value!r} {vars(value) if hasattr(value, '__dict__') else ''}"


@contextmanager
def _noted_variables() -> Iterator[set[str]]:
    """Give the names of the environment variables that are read meanwhile."""
    names: set[str] = set()
    kind: Any = type(os.environ)
    read = kind.__getitem__

    def noting(self: Any, name: str) -> str:
        names.add(name)
        found: str = read(self, name)
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kind, "__getitem__", noting)
        yield names
