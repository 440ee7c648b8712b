"""The former names of keys that were renamed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .declarations import Key
    from .draft import Draft


def former_names(draft: Draft) -> dict[str, str]:
    """Return former name -> key; refuse a former name that is taken."""
    former: dict[str, str] = {}
    for name, key in draft.keys.items():
        for old in key.setting.renamed_from:
            if hint := _taken(old, key, draft, former):
                found = f"renamed_from={old!r} of {key.plugin}"
                draft.refuse(key.plugin, name, found, "a former name that is free", hint)
            else:
                former[old] = name
    return former


def _taken(old: str, key: Key, draft: Draft, former: Mapping[str, str]) -> str | None:
    """Return who has a former name, and what to do about it; None where it is free."""
    if owner := draft.keys.get(old):
        said = f"{old} is a key of {owner.plugin}"
        before = owner.setting.renamed_from
        if key.name in before and owner is not key:
            return f"{said}, itself renamed from {key.name}; drop one of the two keys"
        if before and owner is not key:
            names = ", ".join(map(repr, (old, *before)))
            return f"{said}, itself renamed; drop that key, and write renamed_from=({names})"
        return f"{said}; drop renamed_from="
    if old in former:
        return f"{former[old]} of {draft.keys[former[old]].plugin} has it; drop one of the two"
    return None
