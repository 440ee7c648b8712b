"""Computed keys: each is a function of others; order and secrecy follow from what it reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..convert import Mismatch
from ..convert.frozen import FrozenDict
from ..declare.section import MISSING
from ..secret import Secret
from .described import problem_of, wanted_of

if TYPE_CHECKING:
    from ..declare.catalogue import Catalogue, Owned
    from ..declare.declarations import Key
    from ..problems import Problem


@dataclass(frozen=True, slots=True, repr=False)
class Computed:
    """What the functions made: values, what each was made from, secrets among them, problems."""

    values: Mapping[str, Any]
    inputs: Mapping[str, tuple[str, ...]]
    secrets: frozenset[str]
    unsound: frozenset[str]
    problems: tuple[Problem, ...]


class _Unsound(BaseException):
    """A function read a key that has no sound value; its own value has none either."""


class _CircleError(BaseException):
    """A function, by way of others, reads its own key."""

    def __init__(self, way: tuple[str, ...]) -> None:
        super().__init__()
        self.way = way


def compute(
    catalogue: Catalogue, names: Sequence[str], values: Mapping[str, Any], unsound: set[str]
) -> Computed:
    """Return the values of the computed keys ``names``, from ``values`` of the others."""
    run = _Run(catalogue, values, unsound | set(), frozenset(names))
    for name in names:
        run.value_of(name)
    inputs = {name: tuple(read) for name, read in run.inputs.items()}
    made = frozenset(run.tainted)
    failed = frozenset(run.unsound - unsound)
    return Computed(run.made, inputs, made, failed, tuple(run.problems))


@dataclass(slots=True)
class _Run:
    catalogue: Catalogue
    values: Mapping[str, Any]
    unsound: set[str]
    names: frozenset[str]
    made: dict[str, Any] = field(default_factory=dict)
    inputs: dict[str, dict[str, None]] = field(default_factory=dict)
    tainted: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    way: tuple[str, ...] = ()

    def value_of(self, name: str) -> None:
        """Compute one key, unless that was done; a failure makes it unsound."""
        if name in self.made or name in self.unsound:
            return
        if name in self.way:
            raise _CircleError((*self.way[self.way.index(name) :], name))
        owned = self.catalogue.computed.get(name)
        if owned is None:
            self.unsound.add(name)
            return
        before, self.way = self.way, (*self.way, name)
        try:
            self._run(name, owned)
        finally:
            self.way = before

    def _run(self, name: str, owned: Owned) -> None:
        key = self.catalogue.keys[name]
        self.inputs[name] = {}
        problem: Problem | None = None
        try:
            self.made[name] = self._typed(key, owned.value(_Inputs(self, name)))
        except _Unsound:
            pass
        except _CircleError as circle:
            problem = self._circle(key, owned, circle.way)
        except Mismatch as mismatch:
            wanted = mismatch.wanted or wanted_of(key, self.catalogue)
            problem = self._problem(key, owned, "what its function returned", wanted)
        except Exception as error:
            problem = self._problem(key, owned, self._said(error, name), "a function that returns")
        if name not in self.made:
            self.unsound.add(name)
        if problem:
            self.problems.append(problem)

    def _typed(self, key: Key, value: Any) -> Any:
        typed = key.check.from_value(value)
        if key.name in self.tainted:
            return _hidden(typed)
        return typed

    def _said(self, error: Exception, name: str) -> str:
        way = " -> ".join((name, *self.inputs[name]))
        return f"its function raised {type(error).__name__}: {error} (after reading {way})"

    def _circle(self, key: Key, owned: Owned, way: tuple[str, ...]) -> Problem | None:
        """Return the problem of a circle, once: at the key where the circle closes."""
        for name in way:
            self.unsound.add(name)
        if key.name != way[0]:
            raise _CircleError(way)
        found = f"a circle: {' -> '.join(way)}"
        return self._problem(key, owned, found, "a value that does not depend on itself")

    def _problem(self, key: Key, owned: Owned, found: str, wanted: str) -> Problem:
        hint = f"mend the function for {key.name} in {owned.plugin}"
        return problem_of(key, found, wanted, None, hint, owned.plugin.name, quoted=True)


class _Inputs(Mapping[str, Any]):
    """What a function gets: a read-only mapping that notes what is read."""

    __slots__ = ("_name", "_run")

    def __init__(self, run: _Run, name: str) -> None:
        self._run, self._name = run, name

    def __getitem__(self, key: str) -> Any:
        run = self._run
        if key in run.catalogue.keys:
            run.inputs[self._name][key] = None
        if key in run.names:
            run.value_of(key)
        if key in run.unsound:
            raise _Unsound
        value = run.made.get(key, run.values.get(key, MISSING))
        if value is MISSING:
            if key in run.catalogue.keys:
                raise _Unsound
            raise KeyError(f"{key}, which no loaded plugin declares")
        if key in run.tainted or key in run.catalogue.secrets:
            run.tainted.add(self._name)
        return value

    def __iter__(self) -> Iterator[str]:
        return iter(self._run.catalogue.keys)

    def __len__(self) -> int:
        return len(self._run.catalogue.keys)

    def __contains__(self, key: object) -> bool:
        return key in self._run.catalogue.keys

    def __repr__(self) -> str:
        return f"<settings for {self._name}>"


def _hidden(value: Any) -> Any:
    """Return ``value`` with every text in it as a secret."""
    if isinstance(value, str):
        return Secret(value)
    if isinstance(value, list | tuple | set | frozenset):
        return type(value)(map(_hidden, value))
    if isinstance(value, FrozenDict):
        return FrozenDict((name, _hidden(part)) for name, part in value.items())
    return value
