"""From the layers' raw values to typed, judged ones: of each key only the winning value counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..convert import Mismatch
from ..declare.section import MISSING
from ..origin import LayerKind
from ..raised import raised
from ..secret import mask_secrets
from .described import problem_of, unfit, wanted_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..declare.catalogue import Catalogue
    from ..declare.declarations import Key
    from ..declare.plugin import Plugin
    from ..problems import Problem
    from .layer import Layer


def take_values(
    catalogue: Catalogue, layers: Sequence[Layer], values: dict[str, Any]
) -> tuple[set[str], list[Problem]]:
    """Put the typed winner of every key that ``layers`` set into ``values``.

    Returns the keys that have no sound value, and their problems.
    """
    seen: set[str] = set()
    unsound: set[str] = set()
    problems: list[Problem] = []
    keys, plain = catalogue.keys, catalogue.takes_value
    for layer in reversed(layers):
        takes = catalogue.takes_text if layer.textual else plain
        for name, raw in layer.values.items():
            if name in seen:
                continue
            seen.add(name)
            # A source may give other values than texts.
            take = takes[name] if takes is plain or isinstance(raw, str) else plain[name]
            try:
                values[name] = take(raw)
            except Mismatch as mismatch:
                unsound.add(name)
                problems += unfit(keys[name], mismatch, raw, layer, catalogue)
            except RecursionError:
                unsound.add(name)
                problems += _too_large(keys[name], layer, catalogue)
        unsound |= layer.unsure - seen
        seen |= layer.unsure
    return unsound, problems


def _too_large(key: Key, layer: Layer, catalogue: Catalogue) -> Iterator[Problem]:
    mismatch = Mismatch(hint="write a smaller value", found="a value that is too large or too deep")
    return unfit(key, mismatch, None, layer, catalogue)


def called_defaults(
    catalogue: Catalogue, layers: Sequence[Layer]
) -> tuple[dict[str, Any], list[Problem]]:
    """Return the defaults that a function makes for each load, where none of ``layers`` has one."""
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, (function, plugin) in catalogue.callable_defaults.items():
        if any(name in layer.values for layer in layers):
            continue
        key = catalogue.keys[name]
        made: Any = None
        try:
            made = function()
            values[name] = key.check.from_value(made)
        except Mismatch as mismatch:
            wrong = mismatch.all()
            problems += [_unfit_default(key, one, made, plugin, catalogue) for one in wrong]
        except (Exception, SystemExit) as error:  # noqa: BLE001 - an author's code may raise it
            found = f"its default's function raised {raised(error)}"
            hint = f"mend the function in {plugin}"
            problem = problem_of(key, found, "a default", None, hint, plugin.name, quoted=True)
            problems.append(problem)
    return values, problems


def _unfit_default(
    key: Key, mismatch: Mismatch, made: Any, plugin: Plugin, catalogue: Catalogue
) -> Problem:
    wanted = mismatch.wanted or wanted_of(key, catalogue)
    hint = f"mend the function in {plugin}"
    if mismatch.quoted and mismatch.hint:
        hint = f"{hint}: {mismatch.hint}"
    if key.setting.secret:
        texts = [made] if isinstance(made, str) else []
        wanted, hint = mask_secrets(wanted, texts), mask_secrets(hint, texts)
    found = "what its default's function returned"
    path = mismatch.path
    return problem_of(key, found, wanted, None, hint, plugin.name, path=path, quoted=True)


def missing_values(
    catalogue: Catalogue, values: dict[str, Any], unsound: set[str]
) -> Iterator[Problem]:
    """Yield a problem for each required key that nothing sets."""
    for name in catalogue.undefaulted:
        if values[name] is MISSING and name not in unsound:
            key = catalogue.keys[name]
            if key.required:
                yield problem_of(key, "nothing sets it", wanted_of(key, catalogue), None, _way(key))


def _way(key: Key) -> str:
    if key.setting.secret:
        return f"set the variable {key.name}, or {key.name}_FILE"
    return f"set {key.name} in the {LayerKind.BASE_FILE}, or the variable INTEGR8S_{key.name}"
