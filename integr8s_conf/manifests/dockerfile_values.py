"""The words of a Dockerfile's instructions, with variables replaced as far as they are known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .manifest import Variable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..origin import Origin

_AS_IT_IS = re.compile(r"'[^']*'|\\.")
_REFERENCE = re.compile(r"\$(?:(?P<bare>\w+)|\{(?P<name>\w+)(?:(?P<if>:?[-+])(?P<else>[^{}]*))?\})")


def split_words(text: str) -> list[str]:
    """Return the words of an instruction, with their quotes."""
    from dockerfile_parse.util import WordSplitter

    return [str(word) for word in WordSplitter(text).split(dequote=False)]


def unquoted(word: str) -> str:
    """Return a word without its quotes."""
    from dockerfile_parse.util import WordSplitter

    return str(WordSplitter(word).dequote())


def given(name: str, word: str, origin: Origin, known: Mapping[str, Variable]) -> Variable:
    """Return the variable that an instruction sets to a word, which may name other variables."""
    text, replaced = unquoted(word), _AS_IT_IS.sub("", word)
    if "$" not in replaced:
        return Variable(name, origin, value=text)
    used = _used(text, replaced, known)
    if used is None:
        return Variable(name, origin, "unknown")
    parts = {found[0]: _text(found, known) for found in _REFERENCE.finditer(text)}
    sure = None not in parts.values()
    value = _REFERENCE.sub(lambda found: parts[found[0]] or "", text) if sure else None
    asked = next((variable for variable in used if variable.supply == "host"), None)
    if asked:
        return Variable(name, origin, "host", value, asked.source, value is not None)
    return Variable(name, origin, value=value)


def _used(text: str, replaced: str, known: Mapping[str, Variable]) -> list[Variable] | None:
    """Return the variables that a word names; None where what it becomes cannot be told."""
    names = list(map(_name, _REFERENCE.finditer(text)))
    if names != list(map(_name, _REFERENCE.finditer(replaced))):  # a quote ends a name: $A"B"
        return None
    used = [known[name] for name in names if name in known]
    sure = all(one.supply in ("literal", "host") for one in used)
    all_known = sure and len(used) == len(names) and "$" not in _REFERENCE.sub("", replaced)
    return used if all_known else None


def _name(found: re.Match[str]) -> str:
    return found["bare"] or found["name"]


def _text(found: re.Match[str], known: Mapping[str, Variable]) -> str | None:
    """Return what stands for a reference; None where only the builder knows."""
    value, condition = known[_name(found)].value, found["if"] or ""
    there = bool(value) if ":" in condition else value is not None
    if condition.endswith("+"):
        return found["else"] if there else ""
    return found["else"] if condition and not there else value
