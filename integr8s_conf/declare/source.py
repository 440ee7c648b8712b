"""A plugin's own layer: where its values come from, which keys it may set, and its place."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

LayerName = Literal[
    "defaults",
    "base file",
    "override file",
    "env file",
    "secret files",
    "environment",
    "overrides",
]


@dataclass(frozen=True, slots=True)
class Source:
    """A layer of a plugin's own, which is asked at each load.

    Args:
        name: What problems and explanations call it: ``vault``.
        fetch: Called at each load with a read-only mapping of the values that all other layers
            give. Returns key -> value. Texts are parsed to the type of their key as those of
            variables are, and a secret is taken as it is; other values must have their key's
            type. None means that the source has no value.
        keys: The keys that it may set, or patterns such as ``MAIL_*``. ENVIRONMENT is none of
            them: it decides what is read.
        before: The layer that still wins over this one.
        after: The layer that this one wins over; without ``before`` and ``after`` the secret
            files.
        timeout: How many seconds ``fetch`` may take.

    """

    name: str
    fetch: Callable[[Mapping[str, Any]], Mapping[str, Any]]
    _: KW_ONLY
    keys: Sequence[str]
    before: LayerName | None = None
    after: LayerName | None = None
    timeout: float = 10.0
