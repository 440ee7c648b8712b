"""``misconfigurations``: a section's keys with one fault, which must be refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from hypothesis import strategies as st

from ..resolved import resolved
from .broken_rules import breaking_values
from .catalogue_with import catalogue_with
from .configurations import configurations_in
from .key_faults import key_faults
from .typos import typos

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hypothesis.strategies import SearchStrategy

    from ...declare.catalogue import Catalogue
    from ...declare.rules import Rule
    from ...declare.section import Section
    from .wrong_type_values import WrongValues

    Spoil = Callable[[st.DrawFn, dict[str, Any]], "Misconfiguration"]


_NOT_SET = "a required key that is not set"
_UNKNOWN = "an unknown key"


class Misconfiguration(NamedTuple):
    """Explicit values that must be refused, for one fault of one key."""

    values: dict[str, Any]
    """As ``Settings(overrides=...)`` takes them."""

    key: str
    fault: str


def misconfigurations(section: type[Section]) -> SearchStrategy[Misconfiguration]:
    """Return valid values of ``section`` with one change that must be refused.

    What must be refused follows from the declared types and rules: a value of another type, beyond
    a bound, or none of the choices, a rule between keys that is broken, an unknown key.
    """
    return st.deferred(lambda: misconfigurations_in(catalogue_with(section), section))


def misconfigurations_in(
    catalogue: Catalogue, section: type[Section]
) -> SearchStrategy[Misconfiguration]:
    """Return the same, of what a given catalogue declares."""
    by_fault: dict[str, list[Spoil]] = {}
    for fault, spoil in _ways(catalogue, section):
        by_fault.setdefault(fault, []).append(spoil)
    return _spoilt(configurations_in(catalogue, section), list(by_fault.values()))


@st.composite
def _spoilt(
    draw: st.DrawFn, sound: SearchStrategy[dict[str, Any]], ways: list[list[Spoil]]
) -> Misconfiguration:
    """Return sound values that are spoilt; each kind of fault is as likely as any other."""
    spoil = draw(st.sampled_from(draw(st.sampled_from(ways))))
    spoilt: Misconfiguration = spoil(draw, draw(sound))
    return spoilt


def _ways(catalogue: Catalogue, section: type[Section]) -> Iterator[tuple[str, Spoil]]:
    """Yield the ways in which sound values can be spoilt, each with the kind of its fault."""
    names = [
        name for name in catalogue.sections[section] if not catalogue.keys[name].setting.computed
    ]
    for name in names:
        for wrong in key_faults(catalogue.keys[name]):
            yield wrong.fault, _wrong(name, wrong)
        if catalogue.keys[name].required:
            yield _NOT_SET, _missing(name)
    for owned in catalogue.rules:
        rule = owned.value
        if rule.severity == "error":
            for name in rule.keys:
                if name in names:
                    yield rule.wanted, _broken(catalogue, rule, name)
    yield _UNKNOWN, _misspelt(catalogue, names)


def _misspelt(catalogue: Catalogue, names: list[str]) -> Spoil:
    misspelt = typos(names, {*catalogue.keys, *catalogue.renamed})

    def spoil(draw: st.DrawFn, values: dict[str, Any]) -> Misconfiguration:
        name = draw(misspelt)
        return Misconfiguration({**values, name: 1}, name, _UNKNOWN)

    return spoil


def _wrong(name: str, wrong: WrongValues) -> Spoil:
    def spoil(draw: st.DrawFn, values: dict[str, Any]) -> Misconfiguration:
        return Misconfiguration({**values, name: draw(wrong.values)}, name, wrong.fault)

    return spoil


def _missing(name: str) -> Spoil:
    def spoil(_: st.DrawFn, values: dict[str, Any]) -> Misconfiguration:
        others = {other: value for other, value in values.items() if other != name}
        return Misconfiguration(others, name, _NOT_SET)

    return spoil


def _broken(catalogue: Catalogue, rule: Rule, name: str) -> Spoil:
    """Return the way to break a rule by the value of one key; where it can't be, by a typo."""
    misspell = _misspelt(catalogue, [name])

    def spoil(draw: st.DrawFn, values: dict[str, Any]) -> Misconfiguration:
        typed = resolved(catalogue, values).values
        if not typed.keys() >= {*rule.keys}:
            return misspell(draw, values)
        found = [*breaking_values(catalogue, rule, name, typed)]
        if not found:
            return misspell(draw, values)
        value = draw(st.sampled_from(found))
        return Misconfiguration({**values, name: value}, rule.keys[0], f"not {rule.wanted}")

    return spoil
