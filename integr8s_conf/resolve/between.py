"""Rules between keys and dynaconf's Validators: judged where every key they name is sound."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..display import show_short
from ..problems import Problem
from ..raised import raised
from .described import default_hint, wanted_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..declare.catalogue import Owned
    from .resolution import Resolution


def judge_rules(resolution: Resolution, unsound: set[str]) -> Iterator[tuple[str, Problem]]:
    """Yield the severity and the problem of each rule between keys that does not hold."""
    for owned in resolution.catalogue.rules:
        rule = owned.value
        if not unsound.isdisjoint(rule.keys):
            continue
        try:
            said = rule.check(*[resolution.values[key] for key in rule.keys])
            holds = _holds(said)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - an author's function may raise anything
            found = f"its rule raised {raised(error)}"
            yield "error", _problem(owned, found, rule.wanted, "a rule to mend", resolution)
        else:
            if not holds:
                yield rule.severity, _broken(owned, said, resolution)


def _holds(said: Any) -> bool:
    """Tell whether what a rule returned means that it holds: None, true, or an empty text."""
    return said is None or (not said if isinstance(said, str) else bool(said))


def _broken(owned: Owned, said: Any, resolution: Resolution) -> Problem:
    rule, catalogue = owned.value, resolution.catalogue
    name = rule.keys[0]
    found = _shown(name, resolution)
    if isinstance(said, str):
        found = f"{found}: {said}"
    everything = wanted_of(catalogue.keys[name], catalogue)
    wanted = everything if rule.wanted in everything else rule.wanted
    return _problem(owned, found, wanted, "a rule", resolution)


def judge_validators(resolution: Resolution, unsound: set[str]) -> Iterator[Problem]:
    """Yield a problem for each Validator that does not hold."""
    for owned in resolution.catalogue.validators:
        validator = owned.value
        if not unsound.isdisjoint(validator.keys):
            continue
        name = validator.keys[0]
        try:
            wanted = validator.failure(resolution.values)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - an author's function may raise anything
            found = f"its Validator raised {raised(error)}"
            wanted, kind = "a value that the Validator accepts", "a Validator to mend"
            yield _problem(owned, found, wanted, kind, resolution)
        else:
            if wanted is not None:
                kind = f"{default_hint(resolution.catalogue.keys[name])}; a Validator"
                yield _problem(owned, _shown(name, resolution), wanted, kind, resolution)


def _problem(owned: Owned, found: str, wanted: str, kind: str, resolution: Resolution) -> Problem:
    """Return the problem of the first key that a rule or Validator names; it cites the others."""
    name, *others = owned.value.keys
    related = tuple((other, resolution.origin(other)) for other in others)
    stated = [f"{other} is {_shown(other, resolution)} ({origin})" for other, origin in related]
    hint = "; ".join([*stated, f"{kind} of {owned.plugin}"])
    section = resolution.catalogue.keys[name].section.__name__
    origin = resolution.origin(name)
    return Problem(
        name, found, wanted, origin, hint, section, owned.plugin.name, related, quoted=True
    )


def _shown(name: str, resolution: Resolution) -> str:
    return show_short(resolution.values[name], secret=name in resolution.hidden)
