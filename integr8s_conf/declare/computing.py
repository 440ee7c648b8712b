"""The functions of computed keys, as plugins give them."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

from ..display import kind_of
from .catalogue import Owned

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .draft import Draft
    from .plugin import Contribution


def add_computed(draft: Draft, contribution: Contribution) -> None:
    """Take the functions that a plugin gives to computed keys."""
    plugin = contribution.plugin
    for name, function in (contribution.computed or {}).items():
        if draft.skips(plugin, f"a computed value of {name}", (name,)):
            continue
        if not draft.keys[name].setting.computed:
            hint = f"declare {name} with computed=True, or remove the function"
            draft.refuse(plugin, name, f"a function of {plugin}", "a key declared computed", hint)
        elif inspect.iscoroutinefunction(function):
            found = f"an async function of {plugin}"
            draft.refuse(plugin, name, found, "a plain function", "write it without async")
        elif not callable(function):
            found = f"{kind_of(function)} of {plugin}"
            draft.refuse(plugin, name, found, "a function", "give a function of the other values")
        else:
            other = draft.computed.setdefault(name, Owned(plugin, function))
            if other.plugin is not plugin:
                found = f"{other.plugin} and {plugin} both compute it"
                draft.refuse(plugin, name, found, "one function", "remove one of the two plugins")


def require_functions(draft: Draft, contributions: Iterable[Contribution]) -> None:
    """Refuse each computed key without a function, unless that follows from another problem."""
    silent = {one.plugin.name for one in contributions if "integr8s_computed" in one.failed}
    for name, key in draft.keys.items():
        if not key.setting.computed or name in draft.computed or draft.refused(name):
            continue
        if key.plugin.name not in silent:
            hint = f"return {{{name!r}: function}} from integr8s_computed"
            draft.refuse(key.plugin, name, "no function that computes it", "a function", hint)
