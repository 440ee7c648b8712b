"""The hooks that a plugin's module implements; the only module that touches pluggy's manager."""

from __future__ import annotations

import inspect
from functools import lru_cache
from types import FunctionType, ModuleType
from typing import TYPE_CHECKING, Any

from pluggy import PluginManager, PluginValidationError

from ..suggest import nearest
from . import hookspecs
from .fault import Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SPECS = {name: spec for name, spec in vars(hookspecs).items() if name.startswith("integr8s_")}
HOOKS = tuple(_SPECS)
LATER = ("integr8s_loaded", "integr8s_documentation")
"""Hooks that are not called when plugins are loaded."""

_MARK = f"{hookspecs.PROJECT}_impl"
"""The attribute that ``hookimpl`` gives to a function."""


def hook_functions(module: ModuleType) -> tuple[dict[str, Callable[..., Any]], list[Fault]]:
    """Return the functions that implement the hooks, by hook, and what is wrong with others."""
    faults = list(_unmarked(module))
    found: dict[str, list[Callable[..., Any]]] = {}
    for name, function in _marked(module):
        if fault := _fault_of(name, function):
            faults.append(fault)
        else:
            found.setdefault(_hook_of(name, function), []).append(function)
    functions = {hook: found[hook][0] for hook in HOOKS if hook in found}
    for hook in functions:
        if len(found[hook]) > 1:
            hint = "put what the functions return into one"
            faults.append(Fault(f"{len(found[hook])} functions for {hook}", "one function", hint))
    if not functions and not faults:
        hint = f"write {form(HOOKS[0])} under @hookimpl"
        faults.append(Fault("no hook", "a module with at least one hook", hint))
    return functions, faults


def form(hook: str) -> str:
    """Return how a hook is written: its ``def`` line."""
    return _definition(hook, _SPECS[hook])


def _definition(name: str, function: Callable[..., Any]) -> str:
    return f"def {name}{inspect.signature(function)}".replace("'", "")


def _marked(module: ModuleType) -> Iterator[tuple[str, FunctionType]]:
    """Yield the functions under ``hookimpl``; no other attribute of the module is touched."""
    for name, value in list(vars(module).items()):
        if type(value) is FunctionType and _MARK in vars(value):
            yield name, value


def _unmarked(module: ModuleType) -> Iterator[Fault]:
    """Yield a fault for each attribute that has the name of a hook, and is no marked function."""
    marked = dict(_marked(module))
    for name in HOOKS:
        if name not in vars(module) or name in marked:
            continue
        if type(vars(module)[name]) is FunctionType:
            hint = f"put @hookimpl above def {name}"
            yield Fault(f"{name} without @hookimpl", "hooks under @hookimpl", hint)
        else:
            hint = f"write {form(name)} under @hookimpl"
            yield Fault(f"{name}, which is no plain function", "a function", hint)


def _hook_of(name: str, function: FunctionType) -> str:
    return str(vars(function)[_MARK]["specname"] or name)


def _fault_of(name: str, function: FunctionType) -> Fault | None:
    """Return what is wrong with a function under ``hookimpl``; pluggy judges its signature."""
    options = vars(function)[_MARK]
    hook = _hook_of(name, function)
    if hook not in HOOKS:
        return None if options["optionalhook"] else _unknown(hook)
    if options["wrapper"] or options["hookwrapper"]:
        return Fault(f"{hook} as a wrapper", "a plain hook", "drop wrapper=True of @hookimpl")
    if options["tryfirst"] or options["trylast"]:
        first = "tryfirst" if options["tryfirst"] else "trylast"
        wanted = "a hook that does not depend on the order of plugins: it is that of their names"
        return Fault(f"{hook} with {first}=True", wanted, f"drop {first}=True of @hookimpl")
    if inspect.iscoroutinefunction(function):
        return Fault(f"async def {name}", "a plain function", f"write {form(hook)}")
    alone = ModuleType(name)
    setattr(alone, name, function)
    try:
        _manager().register(alone)
    except PluginValidationError:
        names = ", ".join(inspect.signature(_SPECS[hook]).parameters)
        wanted = f"a hook with no argument but {names}" if names else "a hook without arguments"
        return Fault(_definition(name, function), wanted, f"write {form(hook)}")
    _manager().unregister(alone)
    return None


@lru_cache(maxsize=1)
def _manager() -> PluginManager:
    """Return the manager that judges; it keeps no plugin, so that none can disturb another."""
    manager = PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    return manager


def _unknown(hook: str) -> Fault:
    near = nearest(hook, HOOKS)
    hint = (
        f"did you mean {near}? write {form(near)}" if near else f"the hooks are {', '.join(HOOKS)}"
    )
    return Fault(f"an unknown hook {hook}", "a hook that exists", hint)
