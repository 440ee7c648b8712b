r"""A regular expression of Python as JSON Schema wants it: of ECMA-262, for the whole text.

Python still reads what comes out, since validators in Python use ``re``. Where the two differ
(``\d`` is of all scripts in Python alone), the translation takes more texts, never fewer.
"""

from __future__ import annotations

import re
from itertools import pairwise

_PIECE = re.compile(
    r"\\x[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\."
    r"|\[\^?(?:\\[^0-9]|[^\\\]\[])+\]"
    r"|\((?:\?P<\w+>|\?[:=!])?"
    r"|\{[0-9]+(?:,[0-9]*)?\}|\{,[0-9]+\}"
    r"|[^\\\[(]",
    re.DOTALL,
)
_FOREIGN = re.compile(
    r"\\[abBNU0]|\\[0-9]{2}|\{,\}"  # bells, edges of words, names and octal numbers of characters
    r"|\(\?(?![:=!]|P<)"  # flags, comments, conditions, lookbehind, atomic groups
    r"|\[\^[^\]]*\\[SDW]"  # this would take fewer texts, as would the next
    r"|\(\?!.*\\[dDwWsS]|\\[dDwWsS].*\(\?!",
    re.DOTALL,
)
_REPEATS = re.compile(r"[*+?]|\{.+\}")
_SYNTAX = frozenset(r"^$\.*+?()[]{}|/")
_BEYOND_ASCII = "\x80-\U0010ffff"
_SPACES = r"\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_MEMBERS = {
    "d": f"0-9{_BEYOND_ASCII}",
    "w": f"0-9A-Za-z_{_BEYOND_ASCII}",
    "s": _SPACES,
    "S": r"\S\ufeff",
}
"""What stands in a class of characters for an escaped letter."""

_SAME_IN_NEGATED = {"d", "w"}
"""There, fewer characters in the class take more texts."""


def ecma_pattern(pattern: str) -> str | None:
    """Return ``pattern`` anchored at both ends; None where ECMA-262 cannot say the same."""
    pieces = _PIECE.findall(pattern)
    if _FOREIGN.search(pattern) or "".join(pieces) != pattern or _is_possessive(pieces):
        return None
    if pieces[:1] in (["^"], [r"\A"]):
        pieces = pieces[1:]
    if pieces[-1:] in (["$"], [r"\Z"]):
        pieces = pieces[:-1]
    if "$" in pieces:
        return None  # to Python, it matches in front of a line break at the end as well
    inner = "".join(map(_translated, pieces))
    return f"^(?:{inner})$" if "|" in pieces else f"^{inner}$"


def _is_possessive(pieces: list[str]) -> bool:
    return any(_REPEATS.fullmatch(one) and two == "+" for one, two in pairwise(pieces))


def _translated(piece: str) -> str:
    if piece.startswith("["):
        return _class(piece)
    if piece.startswith("(?P<"):
        return "("
    if piece.startswith("{,"):
        return f"{{0{piece[1:]}"
    if piece[0] == "\\":
        return _escape(piece)
    if piece in ("{", "}", "]"):
        return f"\\{piece}"
    return r"[^\n]" if piece == "." else piece


def _escape(piece: str) -> str:
    letter = piece[1]
    if letter in _MEMBERS:
        return f"[^{_SPACES}]" if letter == "S" else f"[{_MEMBERS[letter]}]"
    if letter in "AZ":
        return {"A": "^", "Z": "$"}[letter]
    return piece if letter.isalnum() or letter in _SYNTAX else letter


def _class(piece: str) -> str:
    negated = piece.startswith("[^")

    def member(found: re.Match[str]) -> str:
        letter = found[1]
        if letter in _MEMBERS and not (negated and letter in _SAME_IN_NEGATED):
            return _MEMBERS[letter]
        return found[0] if letter.isalnum() or letter in _SYNTAX or letter == "-" else letter

    return re.sub(r"\\(.)", member, piece, flags=re.DOTALL)
