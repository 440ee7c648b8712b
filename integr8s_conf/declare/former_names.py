"""The former names of keys that were renamed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .draft import Draft


def former_names(draft: Draft) -> dict[str, str]:
    """Return former name -> key; refuse a former name that is taken."""
    former: dict[str, str] = {}
    for name, key in draft.keys.items():
        old = key.setting.renamed_from
        if old is None:
            continue
        if old in draft.keys:
            hint = f"{old} is a key of {draft.keys[old].plugin}; drop renamed_from="
        elif old in former:
            hint = f"{former[old]} of {draft.keys[former[old]].plugin} has it; drop one of the two"
        else:
            former[old] = name
            continue
        found = f"renamed_from={old!r} of {key.plugin}"
        draft.refuse(key.plugin, name, found, "a former name that is free", hint)
    return former
