"""Rules between keys, as plugins declare them."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Callable

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A condition on the values of several keys; the first key is the one it speaks of."""

    keys: tuple[str, ...]
    check: Callable[..., bool | str | None]
    wanted: str
    severity: Severity = "error"


def rule(
    key: str,
    *more: str,
    check: Callable[..., bool | str | None],
    wanted: str,
    severity: Severity = "error",
) -> Rule:
    """Declare a rule between keys.

    Args:
        key: The key that the rule speaks of; problems name it first.
        more: The other keys that it reads.
        check: Gets the values in the order of the keys. Returns True (or None) where they are
            good, False where not, or a text that says what is wrong.
        wanted: What must hold of the first key, in words: ``less than WEB_TIMEOUT``.
        severity: ``error`` refuses the configuration, ``warning`` only warns.

    """
    return Rule((key, *more), check, wanted, severity)


def fault_of(rule: Rule) -> tuple[str, str] | None:
    """Return what is wrong with a rule as it was declared, and what to write, or None."""
    for key in rule.keys:
        if not isinstance(key, str):
            return f"{key!r} as a key", 'name the keys: rule("MAIL_TIMEOUT", "WEB_TIMEOUT", ...)'
    if inspect.iscoroutinefunction(rule.check):
        return "an async check", "write the check without async"
    if not callable(rule.check):
        return f"check={rule.check!r}", "give check= a function of the keys' values"
    if rule.severity not in get_args(Severity):
        return f"severity={rule.severity!r}", 'write severity="error" or severity="warning"'
    return None
