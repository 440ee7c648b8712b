"""The nearest of several names, for hints."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 200
_SHORTEST_BEGINNING = 3


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate with the least edit distance to ``word``, or None if none is near.

    Case, hyphens and underscores do not count; near means at most a third of the word. A word
    that is the beginning of one candidate alone means that one.
    """
    plain = folded(word[: _LONGEST + 1])
    if not 0 < len(plain) <= _LONGEST:
        return None
    limit = max(1, len(plain) // 3)
    best: tuple[int, str] | None = None
    longer: list[str] = []
    for candidate in candidates:
        other = folded(candidate)
        if other.startswith(plain):
            longer.append(candidate)
        if abs(len(other) - len(plain)) > limit or _too_unlike(plain, other, limit):
            continue
        distance = _edit_distance(plain, other)
        if distance <= limit and (best is None or (distance, candidate) < best):
            best = (distance, candidate)
    if (best is None or best[0] > 1) and len(longer) == 1 and len(plain) >= _SHORTEST_BEGINNING:
        return longer[0]
    return best[1] if best else None


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """Return what to put behind a text that says what ``word`` is not; empty if none is near."""
    near = nearest(word, candidates)
    return f"; did you mean {near}?" if near else ""


@lru_cache(maxsize=4096)
def folded(word: str) -> str:
    """Return a name without what does not count: case, hyphens and underscores."""
    return word.lower().replace("-", "").replace("_", "")


def _too_unlike(one: str, other: str, limit: int) -> bool:
    """Tell cheaply that two words are further apart than ``limit``: by the letters they share."""
    missing = sum(max(0, one.count(letter) - other.count(letter)) for letter in set(one))
    return missing > limit


def _edit_distance(one: str, other: str) -> int:
    """Count insertions, deletions, replacements and swaps of neighbours."""
    before: list[int] = []
    previous = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        current = [i]
        for j, right in enumerate(other, 1):
            cost = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                cost = min(cost, before[j - 2] + 1)
            current.append(cost)
        before, previous = previous, current
    return previous[-1]
