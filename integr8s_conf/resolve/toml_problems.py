"""The problem of a part of a file that is not TOML: its line is shown, its secrets are not."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ..display import printable
from ..origin import LayerKind, Origin
from ..problems import Problem
from ..secret import MASK
from ..suggest import nearest
from .described import default_hint
from .toml_excerpt import excerpt
from .toml_repair import repaired

if TYPE_CHECKING:
    from ..declare.catalogue import Catalogue
    from ..sources.toml import TomlFile
    from ..sources.toml_fault_places import TomlFault

_KEY = re.compile(
    r"""\s*(?:export\s+)?(?P<tables>(?:["']?[A-Za-z0-9_-]++["']?\s*+\.\s*+)*+)"""
    r"""["']?(?P<name>[A-Za-z0-9_-]++)["']?(?=\s*(?P<sign>=|:(?!//))|\s|$)"""
)
_SIGN = re.compile("=|:(?!//)")
_SET = re.compile(r"""(?<![A-Za-z0-9_-])([A-Za-z0-9_-]++)["']?\s*+(=|:(?!//))""")
_UPPER_CASE = re.compile("[A-Z][A-Z0-9_]{2,}")
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>")
_LOOK_BACK = 500
_COMMENT = ("//", "/*", "--", ";", "%")


def fault_problem(
    kind: LayerKind, file: TomlFile, fault: TomlFault, catalogue: Catalogue
) -> Problem:
    """Return the problem of one fault."""
    origin = Origin(kind, file.name, fault.line, fault.column)
    if not fault.shown:
        return Problem(None, fault.found, fault.wanted, origin, fault.hint)
    lines = file.text.split("\n")
    line = lines[fault.line - 1] if fault.line <= len(lines) else ""
    if _may_be_shown(lines, fault, catalogue):
        shown = excerpt(line, fault.column)
        hint = fault.hint or _hint(line, catalogue)
    else:
        name, meant = _name(line, catalogue)
        shown = f"{name} {MASK}" if name else MASK
        hint = fault.hint or f'write it so: {meant or "KEY"} = "text in quotes"'
    problem = Problem(None, f"{printable(fault.found)}\n{shown}", fault.wanted, origin, hint)
    first = Origin(kind, file.name, fault.first)
    return _cited(problem, first, fault, catalogue) if fault.first else problem


def _cited(problem: Problem, first: Origin, fault: TomlFault, catalogue: Catalogue) -> Problem:
    """Return the problem of what is there twice, with the key and its first place."""
    key = catalogue.keys.get(fault.key or "")
    return replace(
        problem,
        key=key.name if key else None,
        hint=f"{problem.hint}; the first one is at {first}",
        section=key.section.__name__ if key else None,
        plugin=key.plugin.name if key else None,
        related=(("the first one", first),),
    )


def _name(line: str, catalogue: Catalogue) -> tuple[str, str]:
    """Return the name that a line sets, and the key that is meant; or a part of a secret."""
    own = _KEY.match(line)
    if own and own["name"] in catalogue.keys:
        return own["name"], own["name"]
    near = nearest(own["name"], catalogue.keys) if own and own["sign"] else None
    return (own["name"], near) if own and near else ("", "")


def _may_be_shown(lines: list[str], fault: TomlFault, catalogue: Catalogue) -> bool:
    """Tell whether every key that a line may belong to is declared, and no secret."""
    line = lines[fault.line - 1] if fault.line <= len(lines) else ""
    if fault.first and line.lstrip().startswith("["):
        return True  # a header: the problem names its table in any case
    own, secrets = _KEY.match(line), catalogue.secrets
    names = {own["name"]} if own else set()
    if not own and _SIGN.search(line) and not line.startswith(_CONFLICT):
        return False
    for name, sign in _SET.findall(line):
        if sign == "=" or _UPPER_CASE.fullmatch(name) or nearest(name, secrets):
            names.add(name)
    if not own or line[:1].isspace() or fault.start < fault.line:
        names |= {fault.around, _last_name(lines[: fault.line - 1])} - {""}
    return names <= catalogue.keys.keys() - secrets


def _last_name(lines: list[str]) -> str:
    """Return the last name that a line sets, be it as TOML does or with a colon."""
    for line in reversed(lines[-_LOOK_BACK:]):
        own = _KEY.match(line)
        if own and own["sign"]:
            return own["name"]
    return ""


def _hint(line: str, catalogue: Catalogue) -> str:
    text = line.strip()
    if text.startswith(_CONFLICT):
        return "resolve the conflict of the merge"
    if text.startswith(_COMMENT):
        return f"a comment begins with #: # {printable(text.lstrip('/*-;% ')[:80])}"
    if text.startswith("["):
        return "drop the header: keys stand at the top level"
    own = _KEY.match(line)
    key = catalogue.keys.get(own["name"]) if own and not own["tables"] else None
    if key is None:
        return "write it so: KEY = VALUE, or put # in front of a comment"
    return repaired(line, key) or default_hint(key)
