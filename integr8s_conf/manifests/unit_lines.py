"""Splits a unit of systemd into assignments."""

from __future__ import annotations

import shlex
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from ..origin import LayerKind, Origin
from .written_lines import lines_of_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Assignment(NamedTuple):
    """A line ``Name=value`` of the section ``[Service]``."""

    name: str
    value: str
    origin: Origin
    lines: tuple[str, ...]
    """As it is written, comments among them."""

    @property
    def words(self) -> tuple[str, ...] | None:
        """Its words, without their quotes; None where a quote is not closed."""
        try:
            return tuple(shlex.split(self.value))
        except ValueError:
            return None

    @property
    def origins(self) -> Mapping[str, Origin]:
        """Where each of its words stands, or name before ``=``."""
        lines = lines_of_words(self.lines, self.origin.line or 1)
        return {word: replace(self.origin, line=line) for word, line in lines.items()}


def assignments(name: str, text: str) -> Iterator[Assignment]:
    """Yield the assignments of ``[Service]`` in the file ``name``, continued lines put together."""
    lines = text.replace("\r\n", "\n").split("\n")
    section = ""
    for line, first, last in _whole_lines(lines):
        if line.startswith("["):
            section = line
        elif section == "[Service]" and "=" in line:
            option, _, value = line.partition("=")
            origin = Origin(LayerKind.MANIFEST, name, first + 1)
            written = tuple(lines[first : last + 1])
            yield Assignment(option.rstrip(), value.lstrip(), origin, written)


def _whole_lines(lines: list[str]) -> Iterator[tuple[str, int, int]]:
    """Yield what is said, with its first line and its last; a comment within it ends nothing."""
    begun, first = "", 0
    for number, line in enumerate(lines):
        if line.lstrip().startswith(("#", ";")):
            continue
        first = first if begun else number
        if line.endswith("\\") and number + 1 < len(lines):
            begun += line[:-1] + " "
        else:
            yield (begun + line).strip(), first, number
            begun = ""
