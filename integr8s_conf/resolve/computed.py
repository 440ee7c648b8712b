"""Computed keys: each is a function of others; order and secrecy follow from what it reads."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from ..absent import unknown_key
from ..convert import Mismatch
from ..convert.frozen import FrozenDict, freeze_record
from ..declare.section import MISSING
from ..display import describe, fields_of, is_record, kind_of
from ..raised import raised
from ..secret import Secret
from .described import problem_of, wanted_of

if TYPE_CHECKING:
    from ..declare.catalogue import Catalogue
    from ..inner_path import InnerPath
    from ..problems import Problem


class Computed(NamedTuple):
    """What the functions made: values, what each was made from, secrets among them, problems."""

    values: Mapping[str, Any]
    inputs: Mapping[str, tuple[str, ...]]
    secrets: frozenset[str]
    unsound: frozenset[str]
    problems: tuple[Problem, ...]

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


class _Unsound(BaseException):
    """A function read a key that has no sound value; its own value has none either.

    No author's ``except Exception`` stops it; one that stops it all the same changes nothing.
    """


def compute(
    catalogue: Catalogue, names: Sequence[str], values: Mapping[str, Any], unsound: set[str]
) -> Computed:
    """Return the values of the computed keys ``names``, from ``values`` of the others."""
    run = _Run(catalogue, values, frozenset(names), set(unsound))
    for name in names:
        run.value_of(name)
    return Computed(
        {name: value for name, value in run.made.items() if name not in run.unsound},
        {name: tuple(read) for name, read in run.inputs.items()},
        frozenset(run.tainted),
        frozenset(run.unsound - unsound),
        tuple(run.problems),
    )


@dataclass(slots=True, repr=False, eq=False)
class _Run:
    catalogue: Catalogue
    values: Mapping[str, Any]
    names: frozenset[str]
    unsound: set[str]
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
            self._refuse_circle((*self.way[self.way.index(name) :], name))
            return
        before, self.way = self.way, (*self.way, name)
        try:
            self._run(name)
        finally:
            self.way = before

    def _run(self, name: str) -> None:
        self.inputs[name] = {}
        try:
            value = self.catalogue.computed[name].value(_Inputs(self, name))
        except _Unsound:
            return
        except (Exception, SystemExit) as error:  # noqa: BLE001 - an author's function may raise anything
            read = ", ".join(self.inputs[name]) or "nothing"
            found = f"its function raised {raised(error)} (it had read {read})"
            self._refuse(name, found, "a function that returns")
            return
        try:
            typed = self.catalogue.keys[name].check.from_value(value)
        except Mismatch as mismatch:
            for one in mismatch.all():
                wanted = one.wanted or wanted_of(self.catalogue.keys[name], self.catalogue)
                found = f"its function returned {self._shown(name, value)}"
                # A name in a value that is made of a secret may hold the secret.
                path = () if name in self.tainted else one.path
                self._refuse(name, found, wanted, path)
        else:
            self.made[name] = _hidden(typed) if name in self.tainted else typed

    def _shown(self, name: str, value: Any) -> str:
        secret = name in self.tainted or name in self.catalogue.secrets
        plain = isinstance(value, str | int | float)
        return describe(value) if plain and not secret else kind_of(value)

    def _refuse_circle(self, way: tuple[str, ...]) -> None:
        found = f"a circle: {' -> '.join(way)}"
        self._refuse(way[0], found, "a value that does not depend on itself")

    def _refuse(self, name: str, found: str, wanted: str, path: InnerPath = ()) -> None:
        self.unsound.add(name)
        key, plugin = self.catalogue.keys[name], self.catalogue.computed[name].plugin
        hint = f"mend the function for {name} in {plugin}"
        problem = problem_of(key, found, wanted, None, hint, plugin.name, path=path, quoted=True)
        self.problems.append(problem)


class _Inputs(Mapping[str, Any]):
    """What a function gets: a read-only mapping that notes what is read."""

    __slots__ = ("_name", "_run")

    def __init__(self, run: _Run, name: str) -> None:
        self._run, self._name = run, name

    def __getitem__(self, key: str) -> Any:
        run = self._run
        if key not in run.catalogue.keys:
            raise KeyError(unknown_key(key, run.catalogue))
        run.inputs[self._name][key] = None
        if key in run.names:
            run.value_of(key)
        value = run.made.get(key, run.values.get(key, MISSING))
        if key in run.unsound or value is MISSING:
            run.unsound.add(self._name)
            raise _Unsound
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
    return _hidden_record(value) if is_record(value) else value


def _hidden_record(record: Any) -> Any:
    hidden = copy.copy(record)
    for name, part in fields_of(record).items():
        object.__setattr__(hidden, name, _hidden(part))
    return freeze_record(hidden)
