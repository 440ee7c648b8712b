"""A text that hides: the type of every secret value, and the search for secrets in other texts."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NoReturn
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterable

MASK = "********"

_USER_INFO = re.compile(r"(?<=://)[^\s/?#]*(?=@)")


class Secret(str):
    """A ``str`` whose ``repr`` is masked; ``str(secret)`` gives the plain text to whoever asks."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"'{MASK}'"

    def __copy__(self) -> Secret:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Secret:
        return self

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("a secret does not pickle; pass str(secret) where its text is really meant")


def mask_user_info(text: str) -> str:
    """Return ``text`` with the user and password of every URL in it masked."""
    if "@" not in text or "://" not in text:
        return text
    return _USER_INFO.sub(MASK, text)


def mask_secrets(text: str, secrets: Iterable[str]) -> str:
    """Return ``text`` with every given secret masked, also where it stands escaped or URL-quoted."""
    spellings = {form for secret in secrets if secret for form in _spellings(str(secret))}
    for spelling in sorted(spellings, key=len, reverse=True):
        text = text.replace(spelling, MASK)
    return mask_user_info(text)


def _spellings(secret: str) -> tuple[str, ...]:
    return (
        secret,
        repr(secret)[1:-1],
        json.dumps(secret)[1:-1],
        quote(secret, safe="", errors="replace"),
        quote(secret, errors="replace"),
    )


class _Shy(Secret):
    """A secret that is masked even where it is formatted, as Validators' messages do."""

    __slots__ = ()

    def __str__(self) -> str:
        return MASK

    def __format__(self, _: str) -> str:
        return MASK


def shy(value: Any) -> Any:
    """Return ``value``, a secret as one that is masked wherever it is formatted."""
    return _Shy(value) if isinstance(value, Secret) else value
