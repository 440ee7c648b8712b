"""Loads one plugin under guard: its import, its hooks, and what they return."""

from __future__ import annotations

import importlib
from types import ModuleType
from typing import TYPE_CHECKING, Any

from ..declare.fault import Fault
from ..declare.hook_functions import LATER, hook_functions
from ..declare.plugin import Contribution
from ..declare.return_shapes import WrongReturnError, shaped, wrong_return
from ..raised import raised
from .contained import passes

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..declare.plugin import Plugin
    from ..problems import Problem


def load(plugin: Plugin) -> tuple[Contribution | None, list[Problem]]:
    """Return what a plugin contributes, None where it is refused whole, and its problems."""
    module = _imported(plugin)
    if isinstance(module, Fault):
        return None, [module.problem(plugin)]
    return contributed(plugin, module)


def contributed(plugin: Plugin, module: ModuleType) -> tuple[Contribution | None, list[Problem]]:
    """Return what a plugin's module contributes, as :func:`load` does."""
    functions, faults = hook_functions(module)
    if faults:
        return None, [fault.problem(plugin) for fault in faults]
    returned: dict[str, Any] = {}
    failed: dict[str, Problem] = {}
    for hook, function in functions.items():
        value = function if hook in LATER else called(hook, function)
        if isinstance(value, Fault):
            failed[hook] = value.problem(plugin)
        else:
            returned[hook.removeprefix("integr8s_")] = value
    contribution = Contribution(
        plugin, **returned, hooks=tuple(functions), failed=frozenset(failed)
    )
    return contribution, [*failed.values()]


def _imported(plugin: Plugin) -> ModuleType | Fault:
    entry = f"{plugin.name} = {plugin.module}"
    if ":" in plugin.module or "[" in plugin.module:
        return Fault(f"the entry point {entry}", "a module", "drop what follows the module's name")
    try:
        module: object = importlib.import_module(plugin.module)
    except BaseException as error:
        if passes(error):
            raise
        found = f"the import of {plugin.module} raised {raised(error)}"
        return Fault(found, "a module that imports", f"mend or uninstall {plugin.distribution}")
    if not issubclass(type(module), ModuleType):
        found = f"{plugin.module}, which puts something else in its place"
        return Fault(found, "a module", "leave sys.modules alone")
    return module  # type: ignore[return-value]


def called(hook: str, function: Callable[..., Any], *given: Any) -> Any:
    """Return what a hook returned, in its shape, or the fault."""
    try:
        return shaped(hook, function(*given))
    except WrongReturnError as error:
        return wrong_return(hook, error)
    except BaseException as error:
        if passes(error):
            raise
        return Fault(f"{hook} raised {raised(error)}", "a hook that returns", "mend the hook")
