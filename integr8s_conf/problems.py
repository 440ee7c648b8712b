"""What is wrong with a configuration, and the one renderer of such lists."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .origin import Origin


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
    return "\n\n".join([f"{count} in the configuration", *map(render_problem, found)])


def render_problem(problem: Problem) -> str:
    """Return the text of one problem: what it is about, found, wanted and hint."""
    lines = [f"  {subject(problem)}   {problem.origin or ''}".rstrip()]
    for label, text in (
        ("found", problem.found),
        ("wanted", problem.wanted),
        ("hint", problem.hint),
    ):
        if text:
            lines.append(f"    {label:<8}" + text.replace("\n", "\n" + " " * 12))
    return "\n".join(lines)


def render_warning(problem: Problem) -> str:
    """Return a warning as one line."""
    where = f" ({problem.origin})" if problem.origin else ""
    said = "; ".join(
        text for text in (problem.found, f"wanted {problem.wanted}", problem.hint) if text
    )
    return f"{subject(problem)}{where}: {said}".replace("\n", " ")


def subject(problem: Problem) -> str:
    """Return what a problem is about: a key, a plugin, or a file."""
    if problem.key:
        return problem.key
    if problem.plugin:
        return f"plugin {problem.plugin}"
    return "configuration"
