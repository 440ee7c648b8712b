"""Reads ``[tool.integr8s-conf]`` of ``pyproject.toml``: what a team says of its deployment."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple

from ..display import describe, printable
from ..origin import LayerKind, Origin
from ..problems import Problem
from ..sources.locate import PROJECT_NAME
from ..sources.toml import TomlFile, read_toml
from ..suggest import nearest
from .environment import Environment

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

NAME = PROJECT_NAME
_TABLE = ("tool", "integr8s-conf")
_TITLE = f"[{'.'.join(_TABLE)}]"


class _Option(NamedTuple):
    kind: type
    example: str


PLUGIN_OPTIONS = {
    "plugins": _Option(list, 'plugins = ["mail-conf>=1,<2"]'),
    "required": _Option(list, 'required = ["mail"]'),
}
"""What every load looks at; the others are of the deployment."""

_OPTIONS = {
    "base": _Option(str, 'base = "settings/config.toml"'),
    "overrides": _Option(list, 'overrides = ["settings/config.*-worker.toml"]'),
    "bases": _Option(list, 'bases = ["settings/config.test.toml"]'),
    "environments": _Option(dict, f"[{'.'.join(_TABLE)}.environments.production]"),
    **PLUGIN_OPTIONS,
}
_OF_ENVIRONMENT = {
    "env-file": _Option(str, 'env-file = "production.env"'),
    "variables": _Option(dict, 'variables = { INTEGR8S_LOG_LEVEL = "INFO" }'),
    "secrets": _Option(list, 'secrets = ["SECRET_KEY"]'),
}
_KINDS: dict[type, str] = {str: "a name", list: "a list of names", dict: "a table"}


class Project(NamedTuple):
    """What ``pyproject.toml`` says; None where it leaves the files to be found by name."""

    base: str | None = None
    overrides: tuple[str, ...] | None = None
    bases: tuple[str, ...] | None = None
    environments: tuple[Environment, ...] = ()
    problems: tuple[Problem, ...] = ()
    file: TomlFile | None = None

    def origin(self, *path: str) -> Origin:
        """Return where an option stands."""
        line = self.file.line_of((*_TABLE, *path)) if self.file else None
        return Origin(LayerKind.PROJECT_FILE, NAME, line)


def read_project(folder: str) -> Project:
    """Return what ``pyproject.toml`` in ``folder`` says of the deployment; no parent is asked."""
    path = f"{folder}/{NAME}"
    if not os.path.lexists(path):
        return Project()
    file = read_toml(NAME, path)
    project, table = opened_project(file)
    if table is None:
        return project
    if problems := tuple(_faults(project, table)):
        return project._replace(problems=problems)
    return project._replace(
        base=table.get("base"),
        overrides=_names(table, "overrides"),
        bases=_names(table, "bases"),
        environments=tuple(_environment(*item) for item in table.get("environments", {}).items()),
    )


def opened_project(file: TomlFile) -> tuple[Project, Any]:
    """Return the project of a file with its table, None where there is none, or what is wrong."""
    project = Project(file=file)
    if file.faults or file.unreadable:
        return project._replace(problems=tuple(_unread(file))), None
    table: Any = file.values
    for part in _TABLE:
        table = table.get(part) if isinstance(table, dict) else None
    return project, table


def plugin_option_problems(project: Project, table: Any) -> Iterator[Problem]:
    """Yield what is wrong with the options that every load looks at."""
    if isinstance(table, dict):
        table = {name: table[name] for name in PLUGIN_OPTIONS if name in table}
    return _of_table(project, (), table, _OPTIONS)


def _unread(file: TomlFile) -> Iterator[Problem]:
    """Yield why a file is not TOML; its lines are not shown, as they may hold anything."""
    wanted = f"a TOML file, which may have {_TITLE}"
    if error := file.unreadable:
        origin = Origin(LayerKind.PROJECT_FILE, NAME)
        yield Problem(None, error.found, wanted, origin, error.hint or "mend the file")
    for fault in file.faults:
        origin = Origin(LayerKind.PROJECT_FILE, NAME, fault.line, fault.column)
        yield Problem(None, printable(fault.found), wanted, origin, fault.hint or "mend the line")


def _names(table: Mapping[str, Any], option: str) -> tuple[str, ...] | None:
    return tuple(table[option]) if option in table else None


def _environment(name: str, table: Mapping[str, Any]) -> Environment:
    variables = table.get("variables", {})
    secrets = frozenset(table.get("secrets", ()))
    return Environment(name, table.get("env-file"), variables, secrets)


def _faults(project: Project, table: Any) -> Iterator[Problem]:
    yield from _of_table(project, (), table, _OPTIONS)
    environments = table.get("environments") if isinstance(table, dict) else None
    for name, environment in _items(environments):
        path = ("environments", name)
        yield from _of_table(project, path, environment, _OF_ENVIRONMENT)
        variables = environment.get("variables") if isinstance(environment, dict) else None
        for variable, value in _items(variables):
            if not isinstance(value, str):
                yield _no_text(project, (*path, "variables", variable))


def _items(table: Any) -> list[tuple[str, Any]]:
    return list(table.items()) if isinstance(table, dict) else []


def _of_table(
    project: Project, path: tuple[str, ...], table: Any, options: Mapping[str, _Option]
) -> Iterator[Problem]:
    """Yield what is wrong with the options of one table."""
    if not isinstance(table, dict):
        title = ".".join((*_TABLE, *path))
        hint = f"write [{title}], and the options below it"
        yield Problem(None, describe(table), "a table", project.origin(*path), hint)
    for name, value in _items(table):
        origin, option = project.origin(*path, name), options.get(name)
        if option is None:
            near = nearest(name, options)
            hint = f"did you mean {near}?" if near else f"there are {', '.join(options)}"
            found = f"an unknown option {printable(name)}"
            yield Problem(None, found, f"an option of {_TITLE}", origin, hint)
        elif not _fits(value, option.kind):
            found, wanted = f"{name} = {_shown(value)}", _KINDS[option.kind]
            yield Problem(None, found, wanted, origin, f"such as {option.example}")


def _shown(value: Any) -> str:
    """Return a value, unless it is a table: that may hold the values of variables."""
    return "a table" if isinstance(value, dict) else describe(value)


def _fits(value: Any, kind: type) -> bool:
    if kind is str:
        return isinstance(value, str) and value != "" and "\0" not in value
    if kind is list:
        return isinstance(value, list) and all(_fits(item, str) for item in value)
    return isinstance(value, kind)


def _no_text(project: Project, path: tuple[str, ...]) -> Problem:
    found = f"{printable(path[-1])} with a value that is no text"
    return Problem(
        None, found, "a text, as every variable", project.origin(*path), "put it in quotes"
    )
