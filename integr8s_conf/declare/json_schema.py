"""What a check wants, in the words of JSON Schema: editors refuse what the check would refuse."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Check = TypeVar("Check", bound="Callable[[Any], str | None]")

_ATTRIBUTE = "__json_schema__"


def json_schema(**keywords: Any) -> Callable[[Check], Check]:
    """Record keywords of JSON Schema that hold of every value which the check accepts.

    A ``pattern`` is of ECMA-262 and matches anywhere in the text: anchor it with ``^`` and ``$``.

    Raises:
        TypeError: A keyword's value has no JSON.

    """
    json.dumps(keywords)

    def record(check: Check) -> Check:
        setattr(check, _ATTRIBUTE, keywords)
        return check

    return record


def json_schema_of(check: Callable[[Any], str | None]) -> dict[str, Any]:
    """Return the keywords that were recorded of a check, for a check that is made of it."""
    return dict(getattr(check, _ATTRIBUTE, {}))
