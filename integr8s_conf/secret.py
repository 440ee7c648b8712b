"""A text that hides: the type of every secret value, and the search for secrets in other texts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NoReturn, Self, SupportsIndex

from .spelling import reaches, spellings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

MASK = "********"

_USER_INFO = re.compile(
    r"(?<=://)"
    r"(?:[^\s/?#]*"  # a user and password as they should be
    # and those with a / ? or # that should be percent-encoded: after user: comes no port
    r"|[^\s/?#@:]*:(?![0-9]+(?:[/?#]|$))[^\s\"']{0,128})"
    r"(?=@)"
)
_SHORTEST_LINE = 8
"""The least characters of a line, within a secret of several lines, that is sought on its own."""

_SHORTEST_BEGINNING = 4
"""The least characters of a secret that are masked where a text was cut within it."""

_LONGEST_BEGINNING = 1000
_MOST_CUTS = 8
_CUT = re.compile(re.escape("..."))
_HOLE = "\udbff"
"""Stands for a secret until all are found, so that none is sought within the mask of another.

Half of a pair: no text that is decoded from bytes has it.
"""

_LONGEST = 4000
"""The most characters of a secret that are sought in every way of writing."""


class Secret(str):
    """A ``str`` whose ``repr`` is masked; ``str(secret)`` gives the plain text to whoever asks."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"'{MASK}'"

    def __getitem__(self, index: SupportsIndex | slice) -> Self:
        """Return a part as a secret: what prints locals cuts a long text, and then takes repr."""
        return type(self)(super().__getitem__(index))

    def __copy__(self) -> Secret:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Secret:
        return self

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("a secret does not pickle; pass str(secret) where its text is really meant")


def with_secrets(values: Mapping[str, Any], names: frozenset[str]) -> Mapping[str, Any]:
    """Return ``values`` with the texts of the secrets ``names`` as secrets: nothing shows them."""
    plain = {name: values[name] for name in names & values.keys() if type(values[name]) is str}
    return {**values, **{name: Secret(text) for name, text in plain.items()}} if plain else values


def moved(values: dict[str, Any]) -> dict[str, Any]:
    """Return a copy and empty the original: it may hold secrets, and tracebacks show locals."""
    copy = dict(values)
    values.clear()
    return copy


def mask_user_info(text: str) -> str:
    """Return ``text`` with the user and password of every URL in it masked."""
    if "@" not in text or "://" not in text:
        return text
    return _USER_INFO.sub(MASK, text)


class SecretSearch:
    """The search for secrets in texts of others: what is found is masked, however it is written."""

    __slots__ = ("_long", "_patterns", "_spellings")

    def __init__(self, secrets: Iterable[str]) -> None:
        plain = {str(secret) for secret in secrets}
        self._long = [text for text in plain if len(text) > _LONGEST]
        texts = {text for secret in plain for text in _texts(secret)}
        ordered = sorted(texts, key=len, reverse=True)
        self._spellings = [spellings(text) for text in ordered]
        self._patterns = [re.compile("".join(parts)) for parts in self._spellings]

    def masked(self, text: str) -> str:
        """Return ``text`` with every secret in it masked, and the password of every URL."""
        for secret in self._long:
            text = text.replace(secret, _HOLE).replace(repr(secret)[1:-1], _HOLE)
        for pattern in self._patterns:
            text = pattern.sub(_HOLE, text)
        cuts = [found.start() for found in _CUT.finditer(text)]
        for cut in reversed(cuts[-_MOST_CUTS:]):
            begun = self._begun(text[:cut])
            text = f"{text[: cut - begun]}{_HOLE}{text[cut:]}" if begun else text
        return mask_user_info(text.replace(_HOLE, MASK))

    def _begun(self, text: str) -> int:
        """Return how many characters at the end of a text that was cut there begin a secret."""
        for start in range(max(0, len(text) - _LONGEST_BEGINNING), len(text)):
            if any(reaches(parts, text, start, _SHORTEST_BEGINNING) for parts in self._spellings):
                return len(text) - start
        return 0


def mask_secrets(text: str, secrets: Iterable[str]) -> str:
    """Return ``text`` with every given secret masked, also one that is escaped or URL-quoted."""
    return SecretSearch(secrets).masked(text)


def _texts(secret: str) -> Iterator[str]:
    """Yield a secret, and each line of one that has several: they may be shown one by one."""
    if secret.strip():
        yield secret[:_LONGEST]
        yield secret[:_LONGEST].strip()
    for line in map(str.strip, secret.splitlines()):
        if len(line) >= _SHORTEST_LINE:
            yield line[:_LONGEST]


def escape_unprintable(text: str) -> str:
    """Return ``text`` with every character escaped that a terminal would act on."""
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode() for char in text
    )


def escape_lines(text: str) -> str:
    """Return ``text`` escaped line by line: its line breaks stay."""
    return "\n".join(map(escape_unprintable, text.split("\n")))


class _Shy(Secret):
    """A secret that is masked where it is formatted, as in Validators' messages; not to ``str``."""

    __slots__ = ()

    def __format__(self, _: str) -> str:
        return MASK


class _ShyUrl(str):
    """A text with a URL's password, which is masked where the text is formatted; not to ``str``."""

    __slots__ = ()

    def __repr__(self) -> str:
        return repr(mask_user_info(str(self)))

    def __format__(self, form: str) -> str:
        return format(mask_user_info(str(self)), form)


def shy(value: Any) -> Any:
    """Return ``value``; a text with a secret as one that is masked wherever it is formatted."""
    if isinstance(value, Secret):
        return _Shy(value)
    if type(value) is str and mask_user_info(value) != value:
        return _ShyUrl(value)
    return value
