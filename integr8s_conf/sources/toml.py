"""Reads one TOML file; what it cannot read is a fault with its place, never a guess."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .safe_file import FileContent, UnreadableError, read_small_file
from .toml_faults import TomlFault, recovered, too_deep
from .toml_positions import header_lines, line_of
from .toml_scanner import DEEPEST, KeyPath

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

    def header_line(self, path: KeyPath) -> int | None:
        """Return the line of the header that opens a table, if one does."""
        return header_lines(self.text).get(path)


def read_toml(name: str, path: str) -> TomlFile:
    """Read the file at ``path``, which its user calls ``name``."""
    try:
        content = read_small_file(path)
    except UnreadableError as error:
        return TomlFile(name, path, unreadable=error, lost=True)
    text, fault = _decoded(content)
    if fault:
        return TomlFile(name, path, {}, text, (fault,), lost=True, mode=content.mode)
    values, fault = _parsed(text)
    if fault:
        return TomlFile(name, path, {}, text, (fault,), lost=True, mode=content.mode)
    if values is not None:
        return TomlFile(name, path, values, text, mode=content.mode)
    found = recovered(text)
    return TomlFile(
        name, path, found.values, text, found.faults, None, found.lost, found.unsure, content.mode
    )


def _decoded(content: FileContent) -> tuple[str, TomlFault | None]:
    data = content.data.removeprefix(_BOM)
    hint = "save the file as UTF-8"
    if data.startswith(_UTF_16) or b"\0" in data[:2]:
        return "", TomlFault("a text in UTF-16", 1, 1, "TOML in UTF-8", hint, shown=False)
    try:
        return data.decode(), None
    except UnicodeDecodeError as error:
        good = data[: error.start].decode()
        line = good.count("\n") + 1
        column = len(good) - (good.rfind("\n") + 1) + 1
        found = f"a byte that is not UTF-8: 0x{data[error.start]:02X}"
        return good, TomlFault(found, line, column, "TOML in UTF-8", hint, shown=False)


def _parsed(text: str) -> tuple[dict[str, Any] | None, TomlFault | None]:
    """Return the values of a sound text; the fault of one that is nested too deep."""
    if _may_have_long_keys(text) and (fault := too_deep(text)):
        return None, fault
    try:
        values = tomllib.loads(text)
    except RecursionError:
        return None, too_deep(text)
    except ValueError:  # what tomllib raises for a number of very many digits is no more than that
        return None, None
    return values, too_deep(text) if _is_deep(values) else None


def _may_have_long_keys(text: str) -> bool:
    """Tell whether a dotted key may have very many parts: tomllib takes quadratic time for it."""
    if text.count(".") <= DEEPEST:
        return False
    return any(line.count(".") > DEEPEST for line in text.split("\n"))


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
