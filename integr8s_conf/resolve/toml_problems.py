"""The problem of a part of a file that is not TOML: its line is shown, its secrets are not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..display import printable, show
from ..origin import LayerKind, Origin
from ..problems import Problem
from ..secret import MASK
from ..sources.toml_positions import key_positions

if TYPE_CHECKING:
    from ..declare.catalogue import Catalogue
    from ..sources.toml import TomlFile
    from ..sources.toml_faults import TomlFault

_KEY = re.compile(r"""\s*["']?([A-Za-z0-9_-]+)["']?""")
_BARE_VALUE = re.compile(r"\s*[A-Za-z0-9_-]+\s*=\s*([^\s\"'\[{#][^#]*?)\s*(?:#.*)?")
_WORDS = {
    "True": "true",
    "False": "false",
    "yes": "true",
    "no": "false",
    "on": "true",
    "off": "false",
    "None": '""',
    "null": '""',
}
_LONGEST = 100


def fault_problem(
    kind: LayerKind, file: TomlFile, fault: TomlFault, catalogue: Catalogue
) -> Problem:
    """Return the problem of one fault."""
    origin = Origin(kind, file.name, fault.line, fault.column)
    if not fault.shown:
        return Problem(None, fault.reason, "TOML in UTF-8", origin, fault.hint)
    lines = file.text.split("\n")
    line = lines[fault.line - 1] if fault.line <= len(lines) else ""
    open_to_see = _may_be_shown(file.text, fault.line, line, catalogue)
    found = f"{printable(fault.reason)}\n{_shown(line, fault.column, open_to_see=open_to_see)}"
    hint = fault.hint or _hint(line, open_to_see=open_to_see)
    related: tuple[tuple[str, Origin], ...] = ()
    if fault.first:
        first = Origin(kind, file.name, fault.first)
        related = (("the first one", first),)
        hint = f"{hint}; the first one is at {first}"
    name = file.key_at(fault.line) if fault.first else None
    key = name if name in catalogue.keys else None
    return Problem(key, found, "TOML", origin, hint, related=related)


def _may_be_shown(text: str, number: int, line: str, catalogue: Catalogue) -> bool:
    """Tell whether the key that a line belongs to is declared, and no secret."""
    if not line.strip():
        return True
    own = _KEY.match(line)
    around = [
        one
        for one in key_positions(text)
        if one.line < number and len(one.path) == 1 and not one.header
    ]
    names = [own[1]] if own else []
    if not own or line[:1].isspace():
        names += [str(one.path[0]) for one in around[-1:]]
    return bool(names) and all(
        name in catalogue.keys and not catalogue.keys[name].setting.secret for name in names
    )


def _shown(line: str, column: int, *, open_to_see: bool) -> str:
    """Return the line as it may be seen, with a caret under the column."""
    if not open_to_see:
        key = _KEY.match(line)
        return f"{key[0].strip()} {MASK}" if key else MASK
    text = line.replace("\t", " ")
    if not text.isprintable() or "://" in text or len(text) > _LONGEST:
        return printable(text[:_LONGEST])
    return f"{text}\n{' ' * (min(column, len(text) + 1) - 1)}^"


def _hint(line: str, *, open_to_see: bool) -> str:
    if line.startswith(("<<<<<<<", "=======", ">>>>>>>")):
        return "resolve the conflict of the merge"
    key = _KEY.match(line)
    if not open_to_see:
        return 'write it so: KEY = "text in quotes"' if key else "write it so: KEY = VALUE"
    found = _BARE_VALUE.fullmatch(line)
    if found and key:
        value = found[1]
        word = _WORDS.get(value) or show(value.strip("\"'“”‘’").rstrip(",;"))
        return f"{_repair(value)}: {key[1]} = {_number(value) or word}"
    name = key[1] if key else "KEY"
    return f"write it so: {name} = VALUE, a text in quotes"


def _repair(value: str) -> str:
    if value in _WORDS:
        return "TOML writes it so"
    return "write a bare number" if _number(value) else "put the text in quotes"


def _number(value: str) -> str | None:
    """Return the TOML number that is most likely meant, if one is."""
    bare = value.rstrip(",;%")
    if re.fullmatch(r"0+[1-9][0-9]*", bare):
        return bare.lstrip("0")
    if re.fullmatch(r"\.[0-9]+", bare):
        return f"0{bare}"
    if found := re.fullmatch(r"([0-9][0-9_]*)(?:[A-Za-z]{1,2})?", bare):
        return found[1]
    if re.fullmatch(r"[0-9]+,[0-9]{1,2}", bare):
        return bare.replace(",", ".")
    return None
