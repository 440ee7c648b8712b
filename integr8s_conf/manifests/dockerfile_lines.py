"""Splits a Dockerfile into instructions."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from ..origin import LayerKind, Origin
from .written_lines import lines_of_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ESCAPE = re.compile(r"(?:\s*#\s*syntax\s*=.*\n)?\s*#\s*escape\s*=\s*`\s*\n", re.IGNORECASE)
_TAKES_DOCUMENTS = re.compile(r"\s*(?:RUN|COPY|ADD)\s", re.IGNORECASE)
_DOCUMENT = re.compile(r"""(?<!\S)\d*<<-?(["']?)([A-Za-z_]\w*)\1(?!\S)""")
_COMMENT = re.compile(r"\s*#")


class Instruction(NamedTuple):
    """An instruction of a Dockerfile."""

    name: str
    """In upper case."""

    value: str
    origin: Origin
    lines: tuple[str, ...]
    """As they are written, comments among them."""

    @property
    def origins(self) -> Mapping[str, Origin]:
        """Where each of its words stands, or name before ``=``."""
        lines = lines_of_words(self.lines, self.origin.line or 1)
        return {word: replace(self.origin, line=line) for word, line in lines.items()}


def instructions(name: str, text: str) -> Iterator[Instruction]:
    """Yield the instructions of the Dockerfile ``name``, as ``dockerfile_parse`` finds them."""
    from dockerfile_parse import DockerfileParser

    lines = tuple(_without_documents(text))
    # The library loses an instruction that is continued at the end of the file. It takes bytes,
    # and its stubs say text.
    file: Any = BytesIO("\n".join((*lines, "", "")).encode())
    for found in DockerfileParser(fileobj=file).structure:
        if found["instruction"] != "COMMENT":
            first, last = found["startline"], found["endline"]
            origin = Origin(LayerKind.MANIFEST, name, first + 1)
            written = lines[first : last + 1]
            yield Instruction(found["instruction"], found["value"].strip(), origin, written)


def _without_documents(text: str) -> Iterator[str]:
    """Yield the lines, with here-documents as comments: the library takes them for instructions.

    So are blank lines within an instruction, which the library takes for its end.
    """
    escape = "`" if _ESCAPE.match(text) else "\\"
    instruction = ""
    ends: list[str] = []
    for line in text.split("\n"):
        if ends:
            if line.strip("\t\r") == ends[0]:
                del ends[0]
            yield "#"
        elif instruction and not line.strip():
            yield "#"
        else:
            yield line
            if not _COMMENT.match(line):
                instruction += line.rstrip().removesuffix(escape) + " "
                if not line.rstrip().endswith(escape):
                    ends = _ends(instruction)
                    instruction = ""


def _ends(instruction: str) -> list[str]:
    """Return the lines that end the here-documents of an instruction."""
    if not _TAKES_DOCUMENTS.match(instruction):
        return []
    return [match[2] for match in _DOCUMENT.finditer(instruction)]
