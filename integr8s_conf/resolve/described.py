"""Problems in words: what is wanted of a key, and what was found instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..convert.parts import MOST_WRONG
from ..declare.section import MISSING
from ..display import cut, describe, printable, show_short, spell_name
from ..inner_path import InnerPath, spelled_path
from ..problems import Problem
from ..secret import MASK, mask_secrets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..convert import Mismatch
    from ..declare.catalogue import Catalogue
    from ..declare.declarations import Key
    from ..origin import Origin
    from .layer import Layer

_ASSIGN = "{assign}"
_LONGEST_NAME = 100


def wanted_of(key: Key, catalogue: Catalogue) -> str:
    """Return all that is wanted of a key in one phrase: its type, its bounds, its rules."""
    rules = [owned.value for owned in catalogue.rules_of(key.name)]
    relations = [rule.wanted for rule in rules if rule.severity == "error"]
    stricter = set(map(_direction, relations))
    bounds = [bound.wanted for bound in key.check.bounds]
    bounds = [bound for bound in bounds if _direction(bound) not in stricter]
    purposes = [purpose.wanted for purpose in key.check.purposes]
    simple = not purposes
    conditions = " and ".join([*bounds, *relations] if simple else bounds)
    phrase = ", ".join([f"{key.check.type_wanted} {conditions}".strip(), *purposes])
    return phrase if simple or not relations else f"{phrase}; {' and '.join(relations)}"


def _direction(bound: str) -> str:
    """Return a bound without its number or key: ``greater than``."""
    return bound.rpartition(" ")[0]


def unfit(
    key: Key, mismatch: Mismatch, raw: Any, layer: Layer, catalogue: Catalogue
) -> Iterator[Problem]:
    """Yield each problem of a value that is not of its key's type, or not within its bounds."""
    wrong = mismatch.all()
    for one in wrong[:MOST_WRONG]:
        yield _unfit(key, one, raw, layer, catalogue)
    for one in wrong[MOST_WRONG:][:1]:
        found, wanted = "more that is wrong, from here on", wanted_of(key, catalogue)
        yield problem_of(key, found, wanted, _place(key, one, layer), "mend what is told first")


def _unfit(key: Key, mismatch: Mismatch, raw: Any, layer: Layer, catalogue: Catalogue) -> Problem:
    secret = key.setting.secret
    wanted = mismatch.wanted or wanted_of(key, catalogue)
    hint = _hint(key, mismatch, layer)
    if secret:
        texts = _spellings(raw)
        wanted, hint = mask_secrets(wanted, texts), mask_secrets(hint, texts)
    found = _found(mismatch, raw, layer, secret=secret)
    origin, path, quoted = _place(key, mismatch, layer), mismatch.path, mismatch.quoted
    return problem_of(key, found, wanted, origin, hint, path=path, quoted=quoted)


def _place(key: Key, mismatch: Mismatch, layer: Layer) -> Origin:
    if layer.locate_inner is None:
        return layer.locate(key.name)
    return layer.locate_inner(key.name, mismatch.path)


def _step(step: str | int) -> str | int:
    """Return a step into a value, safe to show."""
    return step if isinstance(step, int) else cut(printable(step), _LONGEST_NAME)


def _spellings(raw: Any) -> list[str]:
    """Return the texts by which a secret's raw value might be shown."""
    try:
        return [str(raw), repr(raw)]
    except Exception:  # noqa: BLE001 - an object's __str__ may raise anything; so do huge integers
        return []


def _found(mismatch: Mismatch, raw: Any, layer: Layer, *, secret: bool) -> str:
    if secret:
        return f"{MASK} ({_length(raw)})" if isinstance(raw, str) else f"{MASK} (not a string)"
    if mismatch.found:
        return mismatch.found
    return show_short(raw) if layer.textual else describe(raw)


def _length(text: str) -> str:
    return "empty" if not text else f"{len(text)} characters"


def _hint(key: Key, mismatch: Mismatch, layer: Layer) -> str:
    if not mismatch.hint:
        if mismatch.path:
            return f"set another {spelled_path(key.name, mismatch.path)}"
        return default_hint(key, textual=layer.textual)
    if _ASSIGN not in mismatch.hint:
        return mismatch.hint
    if key.setting.secret:
        return mismatch.hint.partition(_ASSIGN)[0].rstrip(": ")
    name = mismatch.path[-1] if mismatch.path else key.name
    bare = layer.textual or isinstance(name, int)
    return mismatch.hint.replace(_ASSIGN, "" if bare else f"{spell_name(str(name))} = ")


def default_hint(key: Key, *, textual: bool = False) -> str:
    """Return how a good value looks: an example, else the default.

    A variable's text is ``textual``: no TOML is written there.
    """
    if key.setting.secret:
        return f"set another {key.name}"
    if key.setting.examples:
        examples = [_written(key, one, textual=textual) for one in key.setting.examples]
        return f"such as {' or '.join(examples)}"
    default = key.setting.default
    if default is MISSING or callable(default):
        return f"set another {key.name}"
    if default is None:
        return f"leave {key.name} out, as the default does"
    return f"the default is {_written(key, default, textual=textual)}"


def _written(key: Key, value: Any, *, textual: bool) -> str:
    """Return what to type for a value: the line of a file, or the text of a variable."""
    if not textual:
        return f"{key.name} = {show_short(value)}"
    return printable(value) if isinstance(value, str) and value else show_short(value)


def problem_of(
    key: Key,
    found: str,
    wanted: str,
    origin: Origin | None,
    hint: str,
    plugin: str | None = None,
    *,
    path: InnerPath = (),
    quoted: bool = False,
) -> Problem:
    """Return a problem of a declared key, or of a part of its value."""
    owner = plugin or key.plugin.name
    section, shown = key.section.__name__, tuple(map(_step, path))
    return Problem(key.name, found, wanted, origin, hint, section, owner, path=shown, quoted=quoted)
