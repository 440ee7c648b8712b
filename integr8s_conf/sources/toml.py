"""Reads one TOML file; what it cannot read is a fault with its place, never a guess."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .safe_file import FileContent, UnreadableError, read_small_file
from .toml_faults import DEEPEST, TomlFault, recovered, too_deep
from .toml_positions import KeyPath, key_positions, line_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_BOM = b"\xef\xbb\xbf"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True, repr=False)
class TomlFile:
    """What a TOML file says, as far as it can be read."""

    name: str
    """As its user named it."""

    path: str
    values: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""
    faults: tuple[TomlFault, ...] = ()
    unreadable: UnreadableError | None = None
    lost: bool = False
    """Whether nothing of the text could be read."""

    unsure: frozenset[str] = frozenset()
    """Names in the parts that could not be read, which so may be set to who knows what."""

    mode: int = 0

    def line_of(self, path: KeyPath) -> int | None:
        """Return the line of a key, or of the nearest key around an inner one."""
        return line_of(self.text, path)

    def key_at(self, line: int) -> str | None:
        """Return the name of the top-level key whose statement starts on a line."""
        for position in key_positions(self.text):
            if position.line == line:
                return str(position.path[0])
        return None


def read_toml(name: str, path: str) -> TomlFile:
    """Read the file at ``path``, which its user calls ``name``."""
    try:
        content = read_small_file(path)
    except UnreadableError as error:
        return TomlFile(name, path, unreadable=error, lost=True)
    text, fault = _decoded(content)
    if fault:
        return TomlFile(name, path, {}, text, (fault,), lost=True, mode=content.mode)
    values = _parsed(text)
    if values is not None:
        return TomlFile(name, path, values, text, mode=content.mode)
    if fault := too_deep(text):
        return TomlFile(name, path, {}, text, (fault,), lost=True, mode=content.mode)
    found = recovered(text)
    return TomlFile(
        name, path, found.values, text, found.faults, None, found.lost, found.unsure, content.mode
    )


def _decoded(content: FileContent) -> tuple[str, TomlFault | None]:
    data = content.data.removeprefix(_BOM)
    try:
        return data.decode(), None
    except UnicodeDecodeError as error:
        good = data[: error.start].decode()
        line = good.count("\n") + 1
        column = len(good) - (good.rfind("\n") + 1) + 1
        encoding = "UTF-16" if data.startswith(_UTF_16) else "another encoding"
        reason = f"not UTF-8 but perhaps {encoding}"
        return good, TomlFault(reason, line, column, "save the file as UTF-8", shown=False)


def _parsed(text: str) -> dict[str, Any] | None:
    """Return the values of a sound text; None where it is not, or is nested too deep."""
    if _has_long_keys(text):
        return None
    try:
        values = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return None
    return None if _is_deep(values) else values


def _has_long_keys(text: str) -> bool:
    """Tell whether a dotted key has very many parts: tomllib takes quadratic time for it."""
    if text.count(".") <= DEEPEST:
        return False
    return any(
        line.count(".") > DEEPEST
        and any(len(position.path) > DEEPEST for position in key_positions(line))
        for line in text.split("\n")
    )


def _is_deep(values: Mapping[str, Any]) -> bool:
    level = [value for value in values.values() if isinstance(value, dict | list)]
    depth = 1
    while level:
        depth += 1
        if depth > DEEPEST:
            return True
        level = [
            inner
            for value in level
            for inner in (value.values() if isinstance(value, dict) else value)
            if isinstance(inner, dict | list)
        ]
    return False
