"""What changed in the declaration of a key, in words: ``default 25, which was 587``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from ..secret import MASK

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .entry import LockedKey

Topic = Literal[
    "name",
    "plugin",
    "type",
    "default",
    "required",
    "secret",
    "computed",
    "rules",
    "advice",
    "former names",
    "deprecated",
]

_DIGITS = len("sha256:") + 12
"""How much of a digest is shown."""


class Sides(NamedTuple):
    """What is declared of a key, before and now."""

    before: LockedKey
    now: LockedKey

    @property
    def secret(self) -> bool:
        """Whether a default may not be shown: a secret's was none before, or is none any more."""
        return self.before.secret or self.now.secret


def words(before: LockedKey, now: LockedKey) -> dict[Topic, str]:
    """Return what differs between two declarations of a key, by what it is of."""
    sides = Sides(before, now)
    said: dict[Topic, str] = {topic: say(sides) for topic, say in _SAID.items()}
    return {topic: text for topic, text in said.items() if text}


def type_words(key: LockedKey) -> str:
    """Return all that is said of a key's type."""
    parts = [
        f"{key.type}{f' in {key.unit}' if key.unit else ''}",
        f"made by {key.cast}" if key.cast else "",
        "perhaps infinite or not a number" if key.allow_inf_nan else "",
        *key.parts,
    ]
    return ", ".join(filter(None, parts))


def default_words(key: LockedKey, *, secret: bool = False) -> str:
    """Return a key's default; of a long one, its digest."""
    if not key.default and not key.default_digest:
        return "none"
    if secret:
        return MASK
    return key.default or f"a long value ({key.default_digest[:_DIGITS]})"


def how_to_set(key: LockedKey) -> str:
    """Return what to do about a required key that nothing sets."""
    return "set its variable, or a secret file" if key.secret else "set it in the base file"


def fewer(one: Sequence[str], other: Sequence[str]) -> str:
    """Return what ``one`` has that ``other`` has not."""
    return " and ".join(text for text in one if text not in other)


def _type(sides: Sides) -> str:
    now, was = type_words(sides.now), type_words(sides.before)
    return f"type {now}, which was {was}" if now != was else ""


def _default(sides: Sides) -> str:
    was, has = sides.before, sides.now
    if was.required != has.required:
        return ""  # that says it
    given = f" (given by {has.default_from})" if has.default_from else ""
    shown = [default_words(one, secret=sides.secret) for one in (has, was)]
    same = (was.default, was.default_digest) == (has.default, has.default_digest)
    if shown[0] != shown[1] or not (same or sides.secret):
        return f"default {shown[0]}{given}, which was {shown[1]}"
    if was.default_from == has.default_from:
        return ""
    return f"default given by {has.default_from or 'its own section'}"


def _required(sides: Sides) -> str:
    was, has = sides.before, sides.now
    if was.required == has.required:
        return ""
    if has.required:
        return f"required, where the default was {default_words(was, secret=sides.secret)}"
    return f"no longer required, with the default {default_words(has, secret=sides.secret)}"


def _flag(name: str, on: str, off: str) -> Callable[[Sides], str]:
    def said(sides: Sides) -> str:
        was, has = getattr(sides.before, name), getattr(sides.now, name)
        return "" if was == has else (on if has else off)

    return said


def _several(name: str, what: str) -> Callable[[Sides], str]:
    def said(sides: Sides) -> str:
        was, has = getattr(sides.before, name), getattr(sides.now, name)
        more, less = fewer(has, was), fewer(was, has)
        if more and less:
            return f"{what} {more}, which was {less}"
        return f"{what} {more}, which is new" if more else less and f"no longer {what} {less}"

    return said


def _deprecated(sides: Sides) -> str:
    if sides.before.deprecated == sides.now.deprecated:
        return ""
    return sides.now.deprecated or "no longer deprecated"


_SAID: dict[Topic, Callable[[Sides], str]] = {
    "type": _type,
    "default": _default,
    "required": _required,
    "secret": _flag("secret", "a secret", "no secret any more"),
    "computed": _flag("computed", "computed where it is not set", "no longer computed"),
    "rules": _several("rules", "wanted"),
    "advice": _several("advice", "advised"),
    "former names": _several("former_names", "formerly named"),
    "deprecated": _deprecated,
}
