"""Values of secrets that libraries stumble over, in variations that a seed decides."""

from __future__ import annotations

from itertools import islice, product
from random import Random
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

KINDS: Mapping[str, str | None] = MappingProxyType(
    {
        "a whole number": "12345",
        "digits behind a zero": "0123",
        "a number with an exponent": "1e5",
        "the word true": "true",
        "the word null": "null",
        "a text with a blank in front": " leading",
        "a text with a blank at its end": "trailing ",
        "a text with an equals sign": "a=b",
        "a format of dynaconf": "@format {env[HOME]}",
        "a cast of dynaconf": "@int 5",
        "a template of Jinja": "{{ 1 }}",
        "a variable of the shell": "$HOME ${HOME}",
        "a reference of configparser": "%(x)s",
        "a text in quotes": "'single' \"double\"",
        "a text with backslashes": "C:\\new\\table",
        "a text beyond ASCII": "pässwörd-密码-🔑",
        "a text behind #": "#x",
        "what delimits a URL": "p@ss:w/rd?#%+ ~&",
        "a list of JSON": '["a", "b"]',
        "a table of JSON": '{"a": 1}',
        "a text of two lines": "first line\nsecond line",
        "a long text": "0123456789abcdef" * 40,
        "empty": "",
        "unset": None,
    }
)
"""What a value is, in words, and the value; None where the variable is not set."""

Kinds = tuple[tuple[str, str], ...]
"""Secrets by name, and what each is in words."""

_LETTERS = "abcXYZ0189 \t\n'\"\\$%&@#=:/?+~{}[](),;<>|!*äß密🔑"
_LONGEST = 40


class Variation(NamedTuple):
    """The texts of some secrets, and what they are in words."""

    texts: Mapping[str, str | None]
    """The secret's name -> its variable's value; None where that is not set."""

    kinds: Kinds = ()
    """None where all variables are as they are."""

    def __repr__(self) -> str:
        return f"<variation {self.kinds}>"

    @property
    def unsets(self) -> bool:
        """Whether a secret is left to its default."""
        return not all(self.texts.values())


AS_THEY_ARE = Variation(MappingProxyType({}))


def variations(least: Mapping[str, int], count: int, seed: int) -> tuple[Variation, ...]:
    """Return variations of secrets, the same for the same seed: half of one, half of all of them.

    ``least`` are the secrets' names, and the least number of characters that each must have.
    """
    if not least:
        return ()
    random = Random(seed)  # noqa: S311 - no secret of anybody's
    single = (
        Variation({name: text}, ((name, kind),))
        for name, kind, text in islice(_single(least, random), count - count // 2)
    )
    texts = {name: _texts(random) for name in least}
    several = ([(name, *next(texts[name])) for name in least] for _ in range(count // 2))
    return (*single, *(_of_all(chosen, least) for chosen in several))


def _of_all(chosen: Sequence[tuple[str, str, str | None]], least: Mapping[str, int]) -> Variation:
    return Variation(
        {name: long_enough(text, least[name]) for name, _, text in chosen},
        tuple((name, kind) for name, kind, _ in chosen),
    )


def _single(least: Mapping[str, int], random: Random) -> Iterator[tuple[str, str, str | None]]:
    """Yield a secret with a kind of text: every pair once, then random texts for each in turn."""
    for name, length in least.items():
        if length > 1:
            yield name, "too short", "x" * (length - 1)
    pairs = list(product(least.items(), KINDS.items()))
    random.shuffle(pairs)
    for (name, length), (kind, text) in pairs:
        yield name, kind, long_enough(text, length)
    while True:
        for name, length in least.items():
            yield name, "a random text", long_enough(_random_text(random), length)


def _texts(random: Random) -> Iterator[tuple[str, str | None]]:
    """Yield every kind of text in a random order, then random texts."""
    kinds = list(KINDS.items())
    random.shuffle(kinds)
    yield from kinds
    while True:
        yield "a random text", _random_text(random)


def _random_text(random: Random) -> str:
    return "".join(random.choices(_LETTERS, k=random.randint(1, _LONGEST)))


def long_enough(text: str | None, least: int) -> str | None:
    """Return a text, repeated until it has the least number of characters."""
    return text * -(-max(least, len(text)) // len(text)) if text else text
