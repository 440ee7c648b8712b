"""Finds every fault of a text that is not TOML, and what can be read around the faults."""

from __future__ import annotations

import re
import tomllib
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from .safe_file import DEEPEST
from .toml_fault_places import TomlFault, find_fault
from .toml_positions import scanned
from .toml_reasons import read_message
from .toml_scanner import Scan, scan_toml

if TYPE_CHECKING:
    from collections.abc import Mapping

_MOST_FAULTS = 20
_EFFORT = 640 * 1024
"""The most characters that are read anew for fault after fault: each search reads all of them."""

_LARGE = 64 * 1024
"""A text of more characters is looked at only as far as its fault."""

_NAMES = re.compile(r"[A-Z][A-Z0-9_]+")
_LONG_NUMBER = re.compile(r"(?<![0-9A-Za-z_.\"'])[+-]?[0-9][0-9_]{4000,}")


_NOTHING: Mapping[str, Any] = MappingProxyType({})


_UNREADABLE = TomlFault(
    "nesting too deep to be read", 1, 1, "flat keys", "load outside of deep recursion", shown=False
)


class Recovered(NamedTuple):
    """What could be read of a faulty text."""

    faults: tuple[TomlFault, ...]
    values: Mapping[str, Any] = _NOTHING
    unsure: frozenset[str] = frozenset()
    lost: bool = False

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


def too_deep(text: str) -> TomlFault | None:
    """Return the fault of a text that is nested too deep, if it is."""
    if sum(map(text.count, ".[{")) < DEEPEST:
        return None
    wanted, hint = f"at most {DEEPEST} levels", "write flat keys: KEY = VALUE"
    for position in scanned(text).positions[-1:]:
        if len(position.path) > DEEPEST:
            found = f"nesting deeper than {DEEPEST} levels"
            return TomlFault(found, position.line, position.column, wanted, hint, shown=False)
    return None


def recovered(text: str) -> Recovered:
    """Take the faulty lines out of ``text``, one after another, until the rest can be read."""
    lines = text.split("\n")
    faults: list[TomlFault] = []
    unsure: set[str] = set()
    most = max(1, min(_MOST_FAULTS, _EFFORT // (len(text) + 1)))
    while len(faults) < most:
        rest = "\n".join(lines)
        try:
            return Recovered(tuple(faults), tomllib.loads(rest), frozenset(unsure))
        except tomllib.TOMLDecodeError as error:
            message = read_message(str(error))
            fault, end = find_fault(message, lines, _scan(lines, message.line or len(lines)))
        except ValueError:
            fault, end = _long_number(rest)
        except RecursionError:
            faults.append(_UNREADABLE)
            break
        faults.append(fault._replace(around=_around(fault.line, text)))
        for number in range(fault.start, end + 1):
            unsure.update(_NAMES.findall(lines[number - 1]))
            lines[number - 1] = ""
    return Recovered(tuple(faults), unsure=frozenset(_NAMES.findall(text)), lost=True)


def _around(line: int, text: str) -> str:
    """Return the name of the last key before a line."""
    scan = scanned(text) if len(text) < _LARGE else _scan(text.split("\n"), line)
    before = [one.key for one in scan.statements if one.key.line < line]
    return "" if not before or before[-1].header else str(before[-1].path[-1])


def _scan(lines: list[str], line: int) -> Scan:
    """Return what stands where up to the first fault, which is in ``line``."""
    text = "\n".join(lines)
    if len(text) >= _LARGE:
        text = "\n".join(lines[:line])
    return scan_toml(text, to_first_break=True)


def _long_number(text: str) -> tuple[TomlFault, int]:
    """Return the fault of a number that has more digits than Python reads."""
    found = _LONG_NUMBER.search(text)
    at = found.start() if found else 0
    line = text.count("\n", 0, at) + 1
    column = at - text.rfind("\n", 0, at)
    return (
        TomlFault(
            "a number of thousands of digits",
            line,
            column,
            "an integer of at most 64 bits",
            "write a smaller number",
            line,
        ),
        line,
    )
