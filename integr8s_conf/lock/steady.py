"""Values as texts that are the same in every process, and the digests of such texts."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any

from ..display import plain, show
from ..secret import escape_unprintable

_ADDRESS = re.compile(r" at 0x[0-9A-Fa-f]+")


def steady(text: str) -> str:
    """Return a text of an author's as a lock has it: without addresses, and safe to print."""
    return escape_unprintable(_ADDRESS.sub("", text))


def digest(value: Any) -> str:
    """Return the digest of a value's canonical JSON; of URLs' passwords it has no trace."""
    return f"sha256:{hashlib.sha256(steady(_canonical(value)).encode()).hexdigest()}"


def _canonical(value: Any) -> str:
    try:
        return json.dumps(plain(value), sort_keys=True, separators=(",", ":"))
    except Exception:  # noqa: BLE001 - an object's __str__ may raise anything; so do huge integers
        return show(value)
