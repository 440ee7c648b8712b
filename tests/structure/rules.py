"""The rules of the house: each takes modules and returns one line for each breach."""

from __future__ import annotations

import ast
import inspect
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from .modules import Import, Module

CORE = "integr8s_conf"
CLI = f"{CORE}.cli"
ENGINE = f"{CORE}.engine"
EXPORT = f"{CORE}.export"
HOOK_FUNCTIONS = f"{CORE}.declare.hook_functions"
HOOKSPECS = f"{CORE}.declare.hookspecs"
MANIFESTS = f"{CORE}.manifests"
SCAFFOLD = f"{CORE}.scaffold"
TESTING = f"{CORE}.testing"
SECTIONS = "integr8s_sections"
WATCHDOG = f"{CORE}.discover.watchdog"

FLOORS = (
    "convert",
    "sources",
    "declare",
    "discover",
    "project",
    "resolve",
    "deployment",
    "manifests",
    "export",
    "usage",
    "lint",
    "drift",
    "what_if",
    "lock",
    "parity",
    "scaffold",
    "cli",
    "testing",
)
"""The rooms of the house, lowest first."""

TOOLS = {
    "click": (CLI,),
    "rich": (CLI,),
    "jinja2": (SCAFFOLD,),
    "markdown_it": (EXPORT,),
    "tomlkit": (EXPORT,),
    "yaml": (EXPORT, MANIFESTS),
    "dockerfile_parse": (MANIFESTS,),
    "hypothesis": (TESTING,),
    "pytest": (TESTING,),
}
"""Packages that the command line or a test needs, and where they are used."""

MEANINGLESS = {"base", "common", "helper", "helpers", "misc", "util", "utils"}
"""Names that say nothing of what a module holds."""

SHADOWING = {"settings"}
"""A module of this name would replace the package's own ``settings`` when it is imported."""

MAY_WRITE_TO_STDERR = {WATCHDOG}
"""The watchdog of plugins: while a plugin's import hangs, no caller can be told any other way."""

PRINTS = {"print", "pprint", "pprint.pprint"}
EXITS = {"exit", "quit", "sys.exit", "os._exit", "os.abort"}
STREAMS = {"sys.stdout", "sys.stderr", "sys.__stdout__", "sys.__stderr__"}

LONGEST_FUNCTION = 50
LONG_FUNCTION = 25
SHORT_SHARE = 0.9
LONGEST_FILE = 300


def core_knows_no_section(modules: Iterable[Module]) -> list[str]:
    """The framework treats every plugin alike, so it names none."""
    return _forbidden(modules, CORE, lambda _, found: found.package == SECTIONS)


def sections_use_public_names(modules: Iterable[Module]) -> list[str]:
    """A section of ours can do what a stranger's plugin can, and no more."""
    modules = list(modules)
    public = public_names(modules)

    def refused(_: Module, found: Import) -> bool:
        if found.package == SECTIONS:
            return True
        return found.package == CORE and (found.module != CORE or found.name not in public)

    return _forbidden(modules, SECTIONS, refused)


def public_names(modules: Iterable[Module]) -> set[str]:
    """Return ``integr8s_conf.__all__``, as it is written."""
    package = next(module for module in modules if module.name == CORE)
    for node in package.tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return set(ast.literal_eval(node.value))
    raise LookupError("integr8s_conf has no __all__")


def one_module_knows_dynaconf(modules: Iterable[Module]) -> list[str]:
    """dynaconf's inner names are used, so what they mean is known in one place."""

    def refused(module: Module, found: Import) -> bool:
        return found.package == "dynaconf" and not module.within(ENGINE)

    return _forbidden(modules, CORE, refused)


def pluggy_has_two_doors(modules: Iterable[Module]) -> list[str]:
    """The manager has one door, the markers have another; nothing else is used of pluggy."""
    doors = {
        HOOK_FUNCTIONS: {"PluginManager", "PluginValidationError"},
        HOOKSPECS: {"HookimplMarker", "HookspecMarker"},
    }

    def refused(module: Module, found: Import) -> bool:
        return found.package == "pluggy" and found.name not in doors.get(module.name, ())

    return _forbidden(modules, CORE, refused)


def few_know_the_tools_of_commands_and_tests(modules: Iterable[Module]) -> list[str]:
    """A library that imports a terminal's tools pays for them in every service."""

    def refused(module: Module, found: Import) -> bool:
        doors = TOOLS.get(found.package)
        return doors is not None and not any(map(module.within, doors))

    return _forbidden(modules, CORE, refused)


def only_tests_know_the_test_kit(modules: Iterable[Module]) -> list[str]:
    """What helps tests is never part of what is tested."""

    def refused(module: Module, found: Import) -> bool:
        kit = found.module == TESTING or found.module.startswith(f"{TESTING}.")
        return kit and not module.within(TESTING)

    return _forbidden(modules, CORE, refused)


def rooms_import_downwards(modules: Iterable[Module]) -> list[str]:
    """A room uses those below it, so that each can be read without those above."""

    def refused(module: Module, found: Import) -> bool:
        room, other = _floor(module.name), _floor(f"{found.module}.{found.name}")
        return not found.typing_only and room is not None and other is not None and other > room

    return _forbidden(modules, CORE, refused)


def _floor(name: str) -> int | None:
    """Return the floor of a room; None for what stands in the hall, and for other packages."""
    package, room, *_ = *name.split("."), ""
    return FLOORS.index(room) if package == CORE and room in FLOORS else None


def _forbidden(
    modules: Iterable[Module], package: str, refused: Callable[[Module, Import], bool]
) -> list[str]:
    return [
        f"{module.name}:{found.line} imports {found}"
        for module in modules
        if module.within(package)
        for found in module.imports()
        if refused(module, found)
    ]


def only_cli_prints_or_exits(modules: Iterable[Module]) -> list[str]:
    """What a library has to say it returns, warns or raises; see ``MAY_WRITE_TO_STDERR``."""
    return [
        f"{module.name}:{line} {what}"
        for module in modules
        if module.within(CORE, SECTIONS) and not module.within(CLI)
        for line, what in _spoken(module)
        if not (what.endswith("sys.stderr") and module.name in MAY_WRITE_TO_STDERR)
    ]


def _spoken(module: Module) -> Iterator[tuple[int, str]]:
    """Yield the lines that print or exit, and how; ``print(file=x)`` counts as the use of x."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            to_file = any(keyword.arg == "file" for keyword in node.keywords)
            if called in EXITS or (called in PRINTS and not to_file):
                yield node.lineno, f"calls {called}"
        elif isinstance(node, ast.Attribute | ast.Name):
            named = ast.unparse(node)
            if named in STREAMS:
                yield node.lineno, f"uses {named}"
        elif isinstance(node, ast.Raise) and node.exc and "SystemExit" in ast.unparse(node.exc):
            yield node.lineno, "raises SystemExit"


def names_say_something(modules: Iterable[Module]) -> list[str]:
    """A module is named for what it holds; no part of its path says ``utils``."""
    return [
        f"{module.name} says nothing of what it holds"
        for module in modules
        if (MEANINGLESS | SHADOWING) & set(module.name.split(".")[1:])
    ]


def imports_form_no_circle(modules: Iterable[Module]) -> list[str]:
    """What runs when a module is imported never comes back to it."""
    core = {module.name: module for module in modules if module.within(CORE)}
    graph = {name: set(_imported(module, core)) for name, module in core.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return [" <- ".join(error.args[1])]
    return []


def _imported(module: Module, known: Mapping[str, Module]) -> Iterator[str]:
    for found in module.imports():
        if found.at_top and not found.typing_only:
            # `from package import name` imports the module package.name, if there is one.
            target = str(found) if str(found) in known else found.module
            if target in known:
                yield target


def no_function_is_too_long(modules: Iterable[Module]) -> list[str]:
    """A function fits on a screen, its signature and docstring with it."""
    return [
        f"{module.name}:{line} {name} has {length} lines"
        for module, name, line, length in _lengths(modules)
        if length > LONGEST_FUNCTION
    ]


def most_functions_are_short(modules: Iterable[Module]) -> list[str]:
    """Nine in ten functions are read at a glance."""
    lengths = list(_lengths(modules))
    long = [entry for entry in lengths if entry[-1] > LONG_FUNCTION]
    if len(long) <= (1 - SHORT_SHARE) * len(lengths):
        return []
    return [f"{module.name}:{line} {name} has {length}" for module, name, line, length in long]


def _lengths(modules: Iterable[Module]) -> Iterator[tuple[Module, str, int, int]]:
    """Yield the length of each function without its docstring, which is as long as it must be."""
    for module in modules:
        for function in module.functions():
            length = (function.end_lineno or 0) - function.lineno + 1
            text = ast.get_docstring(function, clean=False)
            documentation = len(text.split("\n")) if text else 0
            yield module, function.name, function.lineno, length - documentation


def no_file_is_too_long(modules: Iterable[Module]) -> list[str]:
    """A file holds one idea."""
    lengths = ((module, len(module.text.splitlines())) for module in modules)
    return [f"{module.path} has {length}" for module, length in lengths if length > LONGEST_FILE]


def public_names_are_documented(names: Mapping[str, Any]) -> list[str]:
    """Every public class and function says what it is for, in words of its own."""
    return [
        name
        for name, value in names.items()
        if (inspect.isclass(value) or inspect.isroutine(value)) and not _own_docstring(value)
    ]


def _own_docstring(value: Any) -> str:
    """Return the docstring that was written here: not inherited, nor a dataclass's signature."""
    text = (vars(value).get("__doc__") if inspect.isclass(value) else value.__doc__) or ""
    return "" if text.startswith(f"{value.__name__}(") else text
