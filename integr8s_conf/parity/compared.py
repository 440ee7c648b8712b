"""Compares two sides key by key, and says how they differ without showing a secret."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..diagnostic import Diagnostic
from ..display import kind_of, printable, show_short
from ..problems import Problem
from ..secret import MASK, SecretSearch
from ..suggest import nearest
from .agreement import differing, type_said
from .named_values import is_wrapped, unwrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..origin import Origin
    from .side import Side

RULES = {
    "theirs-refuses": "The other settings object refuses what ours accepts.",
    "ours-refuses": "Ours refuses what the other settings object accepts.",
    "missing-in-theirs": "A key of ours that the other settings object has no name for.",
    "only-in-theirs": "A name of the other settings object that no loaded plugin declares.",
    "differing-type": "A value that is of another type there.",
    "differing-value": "A value that is not the same there.",
}
"""What each rule finds, in the order in which they are best read."""

_HINTS = {
    "type": "declare the type of theirs, or see to the code that reads the key",
    "value": "see which is right: integr8s-conf explain KEY says where ours is from",
}
_PLAIN = ("str", "int", "float", "bool", "list", "dict")


@dataclass(frozen=True, repr=False)
class Known:
    """What is known of the keys that are compared."""

    hidden: frozenset[str]
    """Keys whose values are secrets."""

    origin: Callable[[str], Origin]
    """Where our value of a key comes from."""

    secrets: tuple[str, ...]
    """Texts that must not be shown."""

    ignored: frozenset[str]
    """Keys, and names of theirs, that may differ: in upper case."""

    @cached_property
    def search(self) -> SecretSearch:
        """The search for the secrets in what is shown."""
        return SecretSearch(self.secrets)


def compared(ours: Side, theirs: Side, known: Known) -> Iterator[Diagnostic]:
    """Yield what two sides disagree on; that both refuse is no disagreement."""
    if ours.refusals and theirs.refusals:
        return
    if ours.refusals or theirs.refusals:
        for one in theirs.refusals:
            origin = known.origin(one.key) if one.key and one.key in ours.values else None
            yield _they_refuse(one, origin, known.search)
        yield from (_we_refuse(one, known.search) for one in ours.refusals)
        return
    yield from _names(ours, theirs, known)
    for key, value in ours.values.items():
        if key not in known.ignored and key in theirs.values:
            yield from _values(key, value, theirs.values[key], known)


def _they_refuse(refusal: Problem, origin: Origin | None, search: SecretSearch) -> Diagnostic:
    found = search.masked(refusal.found)
    hint = "mend theirs, or have a section of ours refuse it too"
    problem = Problem(refusal.key, f"theirs: {found}", "what ours accepts", origin, hint)
    return Diagnostic("theirs-refuses", "error", problem)


def _we_refuse(refusal: Problem, search: SecretSearch) -> Diagnostic:
    found = f"{search.masked(refusal.found)}, which theirs accepts"
    hint = refusal.hint or "mend the configuration, or the declaration"
    problem = Problem(refusal.key, found, refusal.wanted, refusal.origin, hint, refusal.section)
    return Diagnostic("ours-refuses", "error", problem)


def _names(ours: Side, theirs: Side, known: Known) -> Iterator[Diagnostic]:
    missing = [key for key in ours.values if key not in theirs.values and key not in known.ignored]
    for key in missing:
        hint = "say --map THEIRS=KEY where theirs calls it otherwise, --ignore KEY if none reads it"
        problem = Problem(key, "no such name in theirs", "a value", known.origin(key), hint)
        yield Diagnostic("missing-in-theirs", "error", problem)
    for name in (*theirs.unknown, *(key for key in theirs.values if key not in ours.values)):
        if name.upper() not in known.ignored:
            yield _only_in_theirs(name, missing)


def _only_in_theirs(name: str, missing: Iterable[str]) -> Diagnostic:
    near = nearest(name, missing)
    hint = (
        f"say --map {name}={near}?" if near else "declare it, or say --ignore KEY if none reads it"
    )
    problem = Problem(printable(name), "a name of theirs", "a declared key", None, printable(hint))
    return Diagnostic("only-in-theirs", "error", problem)


def _values(key: str, one: Any, other: Any, known: Known) -> Iterator[Diagnostic]:
    """Yield how two values of a key differ, if they do."""
    hidden = key in known.hidden or is_wrapped(one) or is_wrapped(other)
    one, other = unwrapped(one), unwrapped(other)
    what = differing(one, other)
    if what is None:
        return
    if hidden:
        found, wanted = _hidden(one, other)
    else:
        found, wanted = (known.search.masked(_described(value)) for value in (other, one))
    problem = Problem(
        key, f"theirs is {found}", f"{wanted}, as ours is", known.origin(key), _HINTS[what]
    )
    yield Diagnostic(f"differing-{what}", "error", problem)


def _described(value: Any) -> str:
    """Return a value with its type."""
    shown = show_short(value)
    return shown if value is None else f"{shown} ({_type(value)})"


def _hidden(one: Any, other: Any) -> tuple[str, str]:
    """Return what may be said of two secrets that differ: theirs, and ours."""
    if not (isinstance(one, str) and isinstance(other, str)) or not (one and other):
        return _kind(other), _kind(one)
    if one.strip() == other.strip():
        return "the same text with other blanks at its ends", MASK
    return "another text", MASK


def _kind(value: Any) -> str:
    """Return what may be said of a secret."""
    if value == "":
        return "empty"
    return "none" if value is None else f"{MASK} ({_type(value)})"


def _type(value: Any) -> str:
    """Return the type of a value: in TOML's words, else by its name."""
    name = type_said(value)
    return kind_of(value) if name in _PLAIN else f"of type {name}"
