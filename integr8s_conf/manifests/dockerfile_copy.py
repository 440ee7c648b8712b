"""The files that a Dockerfile copies into an image."""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from posixpath import join, normpath
from typing import TYPE_CHECKING

from .dockerfile_values import given, split_words
from .manifest import Mount

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .dockerfile_lines import Instruction
    from .manifest import Variable

_FEWEST = 2
"""One source, and where it goes."""

_ELSEWHERE = ("<<", "http://", "https://", "git@")


def copied(
    instruction: Instruction, folder: str | None, known: Mapping[str, Variable]
) -> Iterator[Mount]:
    """Yield the files that COPY or ADD brings, at their paths in the image.

    They are seen from the folder that the image is built in. Those of another stage or of the
    network have no source.
    """
    options, words = _words(instruction.value)
    values = [given("", word, instruction.origin, known).value for word in words]
    if len(values) < _FEWEST or values[-1] is None:
        return
    *sources, target = values
    path = within(folder, target)
    into = len(sources) > 1 or str(target).endswith(("/", "/.")) or target == "."
    foreign = any(option.startswith("--from=") for option in options)
    for source in sources:
        if path is None or source is None or foreign or source.startswith(_ELSEWHERE):
            yield Mount(path or "/", instruction.origin)
        else:
            file = normpath(source.lstrip("/") or ".")
            inner = join(path, PurePosixPath(file).name) if into and _is_file(file) else path
            yield Mount(inner, instruction.origin, file)


def within(folder: str | None, path: str | None) -> str | None:
    """Return a path in an image as seen from a folder of it; None where it is not known."""
    return None if path is None else normpath(join("/", folder or "", path))


def _words(text: str) -> tuple[list[str], list[str]]:
    """Return the options of COPY, and the other words: as a JSON list, or apart by blanks."""
    words = split_words(text)
    options = [word for word in words if word.startswith("--")]
    rest = text
    for option in options:
        rest = rest.replace(option, "", 1)
    try:
        listed = json.loads(rest)
    except (ValueError, RecursionError):
        listed = None
    if isinstance(listed, list):
        return options, [json.dumps(word) if " " in str(word) else str(word) for word in listed]
    return options, words[len(options) :]


def _is_file(path: str) -> bool:
    """Tell whether a name looks like that of one file: a folder's content is copied, not itself."""
    return PurePosixPath(path).suffix != "" and not set("*?[").intersection(path)
