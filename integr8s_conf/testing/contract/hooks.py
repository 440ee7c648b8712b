"""What is wrong with a plugin's hooks, and with what they return when."""

from __future__ import annotations

from random import Random
from types import FunctionType
from typing import TYPE_CHECKING, Any

from ...declare.assembly import assemble
from ...declare.fault import Fault
from ...declare.hook_functions import HOOKS, LATER, hook_functions
from ...declare.rules import Rule
from ...discover.documentation import documentation
from ...discover.loading import called
from ...problems import ConfigError
from ...suggest import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from ...declare.catalogue import Catalogue
    from .subject import Subject

_SHUFFLES = 5


def hook_faults(module: ModuleType) -> Iterator[str]:
    """Yield what is wrong with the names and the signatures of a module's hooks."""
    functions, faults = hook_functions(module)
    for fault in faults:
        yield f"{fault.found}: {fault.hint}"
    known = {*HOOKS, *(function.__name__ for function in functions.values())}
    for name, value in list(vars(module).items()):
        said = name in known or any(name in fault.found for fault in faults)
        if name.startswith("integr8s_") and isinstance(value, FunctionType) and not said:
            near = nearest(name, HOOKS)
            mend = f"did you mean {near}?" if near else "give it another name"
            yield f"{name} has the name of a hook, and is none: {mend}"


def unsteady_hooks(subject: Subject) -> Iterator[str]:
    """Yield the hooks that return something else when they are called again, in another order."""
    functions, _ = hook_functions(subject.module)  # type: ignore[arg-type]
    at_load = {hook: call for hook, call in functions.items() if hook not in LATER}
    first = {hook: _shape(called(hook, function)) for hook, function in at_load.items()}
    for hook in reversed(at_load):
        again = _shape(called(hook, at_load[hook]))
        if first[hook] != again:
            yield (
                f"{hook} returned {again} where it had returned {first[hook]}: return the same at"
                " each call, whatever was called before"
            )


def prose_faults(subject: Subject) -> Iterator[str]:
    """Yield what is wrong with what ``integr8s_documentation`` returns."""
    try:
        documentation(subject.alone)
    except ConfigError as error:
        yield from map(str, error.problems)


def _shape(returned: Any) -> Any:
    """Return what a hook returned, in a form that is equal where it says the same."""
    if isinstance(returned, Fault):
        return returned
    if isinstance(returned, dict):
        return {
            name: value if not callable(value) else _name(value) for name, value in returned.items()
        }
    return [
        (one.keys, one.wanted, one.severity) if isinstance(one, Rule) else _name(one)
        for one in returned
    ]


def _name(value: Any) -> str:
    return str(getattr(value, "__qualname__", type(value).__name__))


def order_dependence(subject: Subject) -> Iterator[str]:
    """Yield what plugins declare together in one order, and not in another."""
    contributions = list(subject.together.contributions)
    expected = _content(subject.together)
    orders = [contributions[::-1]]
    orders += [Random(seed).sample(contributions, len(contributions)) for seed in range(_SHUFFLES)]  # noqa: S311 - no secret
    for order in orders:
        for what, content in _content(assemble(order)).items():
            if content != expected[what]:
                names = ", ".join(one.plugin.name for one in order)
                yield f"the {what} are others where the plugins are found as {names}"


def _content(catalogue: Catalogue) -> dict[str, Any]:
    """Return what a catalogue holds, without its order."""
    return {
        "keys": {name: (key.section, key.plugin) for name, key in catalogue.keys.items()},
        "defaults": {name: repr(value) for name, value in catalogue.defaults.items()},
        "rules": sorted((owned.plugin.name, owned.value.wanted) for owned in catalogue.rules),
        "computed keys": {name: owned.plugin for name, owned in catalogue.computed.items()},
        "skipped rules": sorted(map(str, catalogue.skipped)),
    }
