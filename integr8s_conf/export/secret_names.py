"""The secrets that a deployment is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..key_reference import key_reference

if TYPE_CHECKING:
    from ..declare.catalogue import Catalogue


def secret_names(catalogue: Catalogue) -> dict[str, bool]:
    """Return each secret that is not computed, and whether it is required."""
    references = (
        key_reference(catalogue, name) for name in catalogue.keys if name in catalogue.secrets
    )
    return {one.key: one.required for one in references if not one.computed}
