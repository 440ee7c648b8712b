"""The default of a key as a file can show it, and whether a file may set it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ..declare.section import MISSING
from ..display import without_user_info
from .toml_text import toml_value

if TYPE_CHECKING:
    from ..declare.catalogue import Catalogue
    from ..declare.declarations import Key
    from ..key_reference import KeyReference


class ShownDefault(NamedTuple):
    """A value to show for a key, and why a file must not set it; None where it may."""

    value: Any
    instead: str | None = None


def shown_default(catalogue: Catalogue, reference: KeyReference) -> ShownDefault:
    """Return what a file shows for a key that is no secret: its default, else an example."""
    key = catalogue.keys[reference.key]
    example = key.setting.examples[0] if key.setting.examples else None
    if reference.computed:
        return ShownDefault(example, "computed where it is not set")
    if reference.required:
        return ShownDefault(example, "required: it has no default")
    value = catalogue.default_of(key.name)
    if value is MISSING:
        return ShownDefault(example, f"default: {reference.default}")
    if reference.deprecated:
        return ShownDefault(without_user_info(value), reference.deprecated)
    if value is None:
        return ShownDefault(example, "none by default")
    if not _reads_back(key, value):
        return ShownDefault(without_user_info(value), "its default cannot be written in a file")
    return ShownDefault(value)


def _reads_back(key: Key, value: Any) -> bool:
    """Tell whether a file gives the key just this value; a URL's password is never written."""
    written = toml_value(without_user_info(value), key.setting.unit)
    try:
        return bool(key.check.from_value(written) == value)
    except Exception:  # noqa: BLE001 - a Mismatch, or whatever an author's type may raise
        return False
