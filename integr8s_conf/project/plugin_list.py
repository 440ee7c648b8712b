"""What ``pyproject.toml`` says of plugins: which distributions are allowed, what is required."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ..display import describe
from ..problems import Problem
from ..sources.locate import PROJECT_NAME
from ..sources.safe_file import FileContent, UnreadableError, read_small_file
from ..sources.toml import TomlFile, toml_of

if TYPE_CHECKING:
    from ..discover.allowlist import Allowed
    from ..origin import Origin
    from .project_file import Project

_MARK = b"integr8s-conf"
"""What a file holds that has our table: others are not parsed."""


class PluginList(NamedTuple):
    """The options ``plugins`` and ``required``, and what is wrong with them."""

    distributions: tuple[Allowed, ...] | None = None
    """None where there is no list; what could be read of one that is malformed."""

    listed_at: Origin | None = None
    """None where what the list allows is not known."""

    required: tuple[str, ...] = ()
    required_at: Origin | None = None
    problems: tuple[Problem, ...] = ()


def plugin_list(folder: str) -> PluginList:
    """Return what ``pyproject.toml`` in ``folder`` says of plugins; no parent is asked.

    A file that cannot be read, or that says something else than lists, is a problem of every
    load, and counts as a list of nothing: nobody knows what it would allow.
    """
    path = f"{folder}/{PROJECT_NAME}"
    if not os.path.lexists(path):
        return PluginList()
    try:
        content = read_small_file(path)
    except UnreadableError as error:
        from .project_file import opened_project  # noqa: PLC0415 - few files are unreadable

        project, _ = opened_project(TomlFile(PROJECT_NAME, path, unreadable=error))
        return PluginList((), problems=project.problems)
    return _said(content) if _MARK in content.data else PluginList()


@lru_cache(maxsize=4)
def _said(content: FileContent) -> PluginList:
    from .project_file import opened_project, plugin_option_problems  # noqa: PLC0415 - few have it

    project, table = opened_project(toml_of(PROJECT_NAME, PROJECT_NAME, content))
    problems = project.problems
    if table is not None:
        problems += tuple(plugin_option_problems(project, table))
    if problems:
        return PluginList((), problems=problems)
    if table is None:
        return PluginList()
    found = PluginList()
    if "required" in table:
        found = PluginList(
            required=tuple(table["required"]), required_at=project.origin("required")
        )
    return _listed(found, table["plugins"], project) if "plugins" in table else found


def _listed(found: PluginList, entries: list[str], project: Project) -> PluginList:
    # packaging is imported with it, where there is a list.
    from ..discover.allowlist import NotAllowedFormError, read_entry  # noqa: PLC0415

    origin = project.origin("plugins")
    allowed: dict[str, Allowed] = {}
    problems = []
    for text in entries:
        try:
            entry = read_entry(text)
        except NotAllowedFormError as error:
            problems.append(_malformed(text, str(error), origin))
            continue
        if allowed.setdefault(entry.name, entry) is not entry:
            problems.append(_malformed(text, f"leave one entry of {entry.name}", origin))
    return found._replace(
        distributions=tuple(allowed.values()),
        listed_at=None if problems else origin,
        problems=tuple(problems),
    )


def _malformed(text: str, hint: str, origin: Origin) -> Problem:
    found, wanted = f"plugins with {describe(text)}", "one requirement of each distribution"
    return Problem(None, found, wanted, origin, hint)
