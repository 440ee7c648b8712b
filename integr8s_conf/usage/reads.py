"""The reads of code: of which key, of which settings, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..lookup import key_of
from .known_names import WHOLE, is_api
from .outline import Way
from .terms import Text
from .values import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .linker import Linker
    from .outline import Read
    from .values import Value


class KeyRead(NamedTuple):
    """A read of settings by a line of a file."""

    file: int
    line: int
    key: str | None
    """None where only a run could tell, or where all keys are read at once."""

    way: Way
    section: str = ""
    """The section whose view is read; none where it is the settings themselves."""

    written: str = ""
    """The key as the code has it."""

    is_sure: bool = True
    """Whether what is read is settings for sure."""


def key_reads(linker: Linker, file: int, reads: Iterable[Read]) -> Iterator[KeyRead]:
    """Yield what a file reads of settings, and of views of them."""
    for read in reads:
        found = [value for value in linker.values(file, read.of) if value.kind is not Kind.NOTHING]
        for value in sorted(found, key=str):
            if value.kind is Kind.VIEW or linker.classes.is_settings(value):
                of = value.name if value.kind is Kind.VIEW else ""
                for way, key, written in _keys(linker, file, read, value):
                    yield KeyRead(file, read.line, key, way, of, written, len(found) == 1)


def _keys(
    linker: Linker, file: int, read: Read, value: Value
) -> Iterator[tuple[Way, str | None, str]]:
    names = linker.values(file, read.key)
    if read.way is Way.WHOLE or not all(name.kind is Kind.TEXT for name in names) or not names:
        if value.kind is not Kind.VIEW:
            yield read.way, None, ""
        return
    for name in sorted(one.name for one in names):
        if value.kind is Kind.VIEW:
            if name.isupper() and read.way is not Way.CHANGE:
                yield read.way, name, name
        elif read.way is Way.CHANGE:
            yield read.way, name, name
        elif name in WHOLE and isinstance(read.key, Text) and read.way is Way.ATTRIBUTE:
            yield Way.WHOLE, None, name
        elif linker.is_inherited(value, name) and not (is_api(name) or name.startswith("_")):
            yield read.way, key_of(name), name
