"""Rules between keys and dynaconf's Validators: judged where every key they name is sound."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..display import show_short
from ..engine import validator_view
from ..problems import Problem
from .described import default_hint, problem_of, wanted_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..declare.catalogue import Catalogue, Owned
    from ..origin import Origin
    from .resolution import Resolution


def judge_rules(resolution: Resolution, unsound: set[str]) -> Iterator[tuple[str, Problem]]:
    """Yield the severity and the problem of each rule between keys that does not hold."""
    values = resolution.values
    for owned in resolution.catalogue.rules:
        rule = owned.value
        if not unsound.isdisjoint(rule.keys):
            continue
        try:
            said = rule.check(*[values[key] for key in rule.keys])
        except Exception as error:
            yield "error", _raised(owned, error, resolution)
            continue
        if not _holds(said):
            yield rule.severity, _broken(owned, said, resolution)


def _holds(said: Any) -> bool:
    """Tell whether what a rule returned means that it holds: nothing, or true and no text."""
    return said is None or bool(said) is not isinstance(said, str)


def _broken(owned: Owned, said: Any, resolution: Resolution) -> Problem:
    rule, catalogue = owned.value, resolution.catalogue
    name, *others = rule.keys
    key = catalogue.keys[name]
    found = _shown(name, resolution)
    if isinstance(said, str):
        found = f"{found}: {said}"
    wanted = wanted_of(key, catalogue) if rule.severity == "error" else rule.wanted
    if rule.wanted not in wanted:
        wanted = rule.wanted
    related = tuple((other, resolution.origin(other)) for other in others)
    stated = [f"{other} is {_shown(other, resolution)} ({origin})" for other, origin in related]
    hint = (
        f"{'; '.join(stated)}; a rule of {owned.plugin}" if stated else f"a rule of {owned.plugin}"
    )
    return Problem(
        name, found, wanted, resolution.origin(name), hint, key.section.__name__,
        owned.plugin.name, related, quoted=True,
    )  # fmt: skip


def _raised(owned: Owned, error: Exception, resolution: Resolution) -> Problem:
    name, *others = owned.value.keys
    found = f"its rule raised {type(error).__name__}: {error}"
    hint = f"mend the rule {owned.value.wanted!r} in {owned.plugin}"
    related = tuple((other, resolution.origin(other)) for other in others)
    key = resolution.catalogue.keys[name]
    return Problem(
        name, found, owned.value.wanted, resolution.origin(name), hint, key.section.__name__,
        owned.plugin.name, related, quoted=True,
    )  # fmt: skip


def _shown(name: str, resolution: Resolution) -> str:
    return show_short(resolution.values[name], secret=name in resolution.hidden)


def judge_validators(resolution: Resolution, unsound: set[str]) -> Iterator[Problem]:
    """Yield a problem for each Validator that does not hold."""
    catalogue: Catalogue = resolution.catalogue
    if not catalogue.validators:
        return
    view = validator_view(_sound(resolution.values, unsound))
    for owned in catalogue.validators:
        validator = owned.value
        if not unsound.isdisjoint(validator.keys):
            continue
        said = validator.failure(view)
        if said is None:
            continue
        name = validator.keys[0]
        key = catalogue.keys[name]
        origin: Origin = resolution.origin(name)
        hint = f"{default_hint(key)}; a Validator of {owned.plugin}"
        yield problem_of(
            key, _shown(name, resolution), said, origin, hint, owned.plugin.name, quoted=True
        )


def _sound(values: Mapping[str, Any], unsound: set[str]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key not in unsound}
