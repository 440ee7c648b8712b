"""Reads an env file with python-dotenv, without interpolation."""

from __future__ import annotations

import io
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from .safe_file import UnreadableError, read_small_file

if TYPE_CHECKING:
    from collections.abc import Mapping


_NOTHING: Mapping[str, Any] = MappingProxyType({})


class EnvFileContent(NamedTuple):
    """The variables of an env file, the line of each, and the lines that say nothing."""

    variables: Mapping[str, str] = _NOTHING
    lines: Mapping[str, int] = _NOTHING
    bad_lines: tuple[int, ...] = ()
    bare: Mapping[str, int] = _NOTHING
    """Names without an equals sign, and their lines."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


def read_env_file(path: str) -> EnvFileContent:
    """Read an env file; the last line of a name wins.

    Raises:
        UnreadableError: The file cannot be read, or is not UTF-8.

    """
    from dotenv.parser import parse_stream  # noqa: PLC0415 - few processes have an env file

    try:
        text = read_small_file(path).data.decode()
    except UnicodeDecodeError:
        raise UnreadableError("not UTF-8", "a UTF-8 text", "save the file as UTF-8") from None
    variables: dict[str, str] = {}
    lines: dict[str, int] = {}
    bad: list[int] = []
    bare: dict[str, int] = {}
    for binding in parse_stream(io.StringIO(text)):
        line = _first_line(binding.original.string, binding.original.line)
        if binding.error:
            bad.append(line)
        elif binding.key is not None and binding.value is None:
            bare[binding.key] = line
        elif binding.key is not None and binding.value is not None:
            variables[binding.key] = binding.value
            lines[binding.key] = line
    return EnvFileContent(variables, lines, tuple(bad), bare)


def _first_line(source: str, line: int) -> int:
    """Return where a binding starts: python-dotenv counts the blank lines before it as its own."""
    return line + source[: len(source) - len(source.lstrip())].count("\n")
