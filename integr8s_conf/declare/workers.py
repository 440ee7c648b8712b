"""What a declaration says of the workers of a deployment, each of which has an override file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .bounds import BadDeclarationError

if TYPE_CHECKING:
    from .section import Setting

OWN_VALUE = "a value of its own for each worker"
"""What is wanted of a key that is declared ``distinct=True``."""

ONE_VALUE = "one value for all workers"
"""What is wanted of a key that is declared ``per_worker=False``."""


def wanted_of_workers(setting: Setting) -> str | None:
    """Return what is wanted of a key over all workers; None where each may have what it likes."""
    if setting.distinct:
        return OWN_VALUE
    return None if setting.per_worker else ONE_VALUE


def refuse_impossible(setting: Setting) -> None:
    """Refuse a key that no deployment could give what it wants over all workers.

    Raises:
        BadDeclarationError: The text says why, and what to write.
    """
    if setting.distinct and not setting.per_worker:
        found = "distinct=True with per_worker=False"
        raise BadDeclarationError(found, "drop one of the two: a worker's own value is set for it")
    if setting.distinct and setting.computed:
        hint = "say distinct=True of a key that it is computed from"
        raise BadDeclarationError("distinct=True of a computed key", hint)
