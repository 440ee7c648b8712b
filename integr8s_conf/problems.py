"""What is wrong with a configuration, and the one renderer of such lists."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from .inner_path import InnerPath, spelled_path
from .secret import escape_lines, escape_unprintable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .origin import Origin

_LONGEST_HEADING = 400


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a configuration; no text of it ever holds a secret."""

    key: str | None
    found: str
    wanted: str
    origin: Origin | None = None
    hint: str = ""
    section: str | None = None
    plugin: str | None = None
    related: tuple[tuple[str, Origin], ...] = ()
    """The other keys that a rule names, and where their values come from."""

    path: InnerPath = ()
    """The way into the key's value, where a part of it is wrong: ``("python", "versions", 2)``."""

    quoted: bool = field(default=False, repr=False, compare=False)
    """Whether a text of it comes from a plugin's code, and so may hold anything."""

    def __str__(self) -> str:
        return render_problem(self)


class ConfigWarning(UserWarning):
    """Something about a configuration that works but should be mended."""


class ConfigError(Exception):
    """A configuration that is refused: all its problems, found in one go."""

    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]

    def __init__(self, problems: Iterable[Problem], warnings: Iterable[Problem] = ()) -> None:
        self.problems = tuple(problems)
        self.warnings = tuple(warnings)
        super().__init__(self.problems, self.warnings)

    def __str__(self) -> str:
        return render_problems(self.problems)

    def __repr__(self) -> str:
        return f"ConfigError({', '.join(subject(problem) for problem in self.problems)})"


class FrozenSettingsError(AttributeError, TypeError):
    """An attempt to change settings, or a container in them, in place."""


def render_problems(problems: Iterable[Problem]) -> str:
    """Return the text of a list of problems, the count first."""
    found = list(problems)
    count = "1 problem" if len(found) == 1 else f"{len(found)} problems"
    return "\n\n".join([f"{count} in the configuration", *render_blocks(found)])


def render_blocks(problems: Iterable[Problem]) -> list[str]:
    """Return the text of each problem: what it is about, found, wanted and hint.

    Neighbours that say the same, such as the keys below one stray header, say it once.
    """
    return [_render(list(alike)) for _, alike in groupby(problems, key=_texts)]


def render_problem(problem: Problem) -> str:
    """Return the text of one problem: what it is about, found, wanted and hint."""
    return _render([problem])


def render_warning(problem: Problem) -> str:
    """Return a warning as one line."""
    about, where = subject(problem), str(problem.origin or "")
    heading = f"{about} ({where})" if where and where != about else about
    said = "; ".join(
        text for text in (problem.found, f"wanted {problem.wanted}", problem.hint) if text
    )
    return escape_unprintable(f"{heading}: {said}".replace("\n", " "))


def subject(problem: Problem) -> str:
    """Return what a problem is about: a key or a part of its value, a plugin, or a place."""
    if problem.key:
        return spelled_path(problem.key, problem.path)
    if problem.plugin:
        return f"plugin {problem.plugin}"
    return str(problem.origin or "") or "configuration"


def _texts(problem: Problem) -> tuple[str, ...]:
    return problem.found, problem.wanted, problem.hint


def _render(alike: list[Problem]) -> str:
    """Return the text of problems that differ only in what they are about, and where."""
    lines = list(map(_heading, alike))
    for label, text in zip(("found", "wanted", "hint"), _texts(alike[0]), strict=True):
        if text:
            lines.append(f"    {label:<8}" + text.replace("\n", "\n" + " " * 12))
    return escape_lines("\n".join(lines))


def _heading(problem: Problem) -> str:
    about, where = subject(problem), str(problem.origin or "")
    heading = f"{about}   {where}" if where and where != about else about
    return f"  {_cut(heading)}"


def _cut(heading: str) -> str:
    """Return a heading without the middle of a name that is absurdly long."""
    if len(heading) <= _LONGEST_HEADING:
        return heading
    half = _LONGEST_HEADING // 2
    return f"{heading[:half]}...{heading[-half:]}"
