"""Values that several roles have from one place, though each should have one of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..deployment.distinct import shared_values
from ..diagnostic import Diagnostic
from ..origin import LayerKind
from .finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .examined import Examined

RULE = "inherited-value"


def inherited_values(examined: Examined) -> Iterator[Finding]:
    """Yield each line of the base file that gives several roles a value of a ``distinct`` key.

    What nothing but a default sets is not used, as a rule. Two lines that give one value are a
    problem, which ``check`` tells.
    """
    for shared in shared_values(examined.checked):
        if shared.is_inherited and shared.holders[0].origin.layer is LayerKind.BASE_FILE:
            yield Finding(Diagnostic(RULE, "warning", shared.problem))
