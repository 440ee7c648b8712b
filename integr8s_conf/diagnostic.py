"""What an analysis of a deployment finds: problems, each with the rule that found it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .problems import Problem

Level = Literal["error", "warning", "note"]
"""How bad it is; a note asks for nothing, and does not count."""


class Diagnostic(NamedTuple):
    """Something that an analysis found."""

    rule: str
    """The name of the rule, such as ``unread-key``."""

    level: Level
    problem: Problem

    @property
    def counts(self) -> bool:
        """Whether it makes the answer of the analysis a no."""
        return self.level != "note"


class Report(NamedTuple):
    """What a command that analyses a deployment has to say."""

    command: str
    summary: str
    """What was looked at, in a line: ``84 keys, 41 files``."""

    rules: Mapping[str, str]
    """Every rule of the command by its name, and what it finds, in a sentence."""

    diagnostics: tuple[Diagnostic, ...]
    place: str
    """The file that a finding belongs to which is at no place of its own: the base file's path."""

    facts: Mapping[str, Any] = MappingProxyType({})
    """What more the JSON form has: plain data."""

    paths: Mapping[str, str] = MappingProxyType({})
    """Where files are that their user calls otherwise than by their path."""

    @property
    def clean(self) -> bool:
        """Whether nothing was found that counts."""
        return not any(one.counts for one in self.diagnostics)
