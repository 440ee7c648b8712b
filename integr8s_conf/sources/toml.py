"""Reads one TOML file; what it cannot read is a fault with its place, never a guess."""

from __future__ import annotations

import tomllib
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from .safe_file import DEEPEST, FileContent, UnreadableError, read_small_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .toml_fault_places import TomlFault
    from .toml_scanner import KeyPath

BOM = b"\xef\xbb\xbf"

_NOTHING: Mapping[str, Any] = MappingProxyType({})


class TomlFile(NamedTuple):
    """What a TOML file says, as far as it can be read."""

    name: str
    """As its user named it."""

    path: str
    values: Mapping[str, Any] = _NOTHING
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
        from .toml_positions import line_of  # noqa: PLC0415 - errors and explanations need it

        return line_of(self.text, path)

    def header_line(self, path: KeyPath) -> int | None:
        """Return the line of the header that opens a table, if one does."""
        from .toml_positions import header_lines  # noqa: PLC0415 - only errors need it

        return header_lines(self.text).get(path)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


def read_toml(name: str, path: str) -> TomlFile:
    """Read the file at ``path``, which its user calls ``name``."""
    try:
        content = read_small_file(path)
    except UnreadableError as error:
        return TomlFile(name, path, unreadable=error, lost=True)
    return toml_of(name, path, content)


def toml_of(name: str, path: str, content: FileContent) -> TomlFile:
    """Return what the content of a file says, which its user calls ``name``."""
    text, values = _sound(content.data.removeprefix(BOM))
    if values is not None:
        return TomlFile(name, path, values, text, mode=content.mode)
    return _faulty(name, path, content)


def _sound(data: bytes) -> tuple[str, dict[str, Any] | None]:
    """Return the text and its values; None where anything is wrong with it."""
    try:
        text = data.decode()
        flat = sum(map(text.count, ".[{")) <= DEEPEST
        values = tomllib.loads(text) if flat or not _may_have_long_keys(text) else None
    # A text that is not UTF-8, or a number of very many digits, is a ValueError and no more.
    except (ValueError, RecursionError):
        return "", None
    return text, values if flat or values is None or not _is_deep(values) else None


def _faulty(name: str, path: str, content: FileContent) -> TomlFile:
    from .faulty_toml import read_faulty_toml  # noqa: PLC0415 - most files are sound

    text, found = read_faulty_toml(content.data.removeprefix(BOM))
    return TomlFile(
        name, path, found.values, text, found.faults, None, found.lost, found.unsure, content.mode
    )


def _may_have_long_keys(text: str) -> bool:
    """Tell whether a dotted key may have very many parts: tomllib takes quadratic time for it."""
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
