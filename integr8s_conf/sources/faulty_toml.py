"""Reads as much of a text as can be read, where it is not quite TOML, or not quite text."""

from __future__ import annotations

from .toml_fault_places import TomlFault
from .toml_faults import Recovered, recovered, too_deep

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def read_faulty_toml(data: bytes) -> tuple[str, Recovered]:
    """Return the text, and its faults with what can be read around them."""
    text, fault = _decoded(data)
    if fault := fault or too_deep(text):
        return text, Recovered((fault,), lost=True)
    return text, recovered(text)


def _decoded(data: bytes) -> tuple[str, TomlFault | None]:
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
