"""Values that are a little different from a good one: they seldom break its rules by much."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy


def mutated(value: Any) -> SearchStrategy[Any]:
    """Return values like ``value``: a text, or a list, that is changed in one or two places."""
    if isinstance(value, str):
        return st.builds(_edited, st.just(str(value)), st.lists(_edits(len(value)), max_size=2))
    if isinstance(value, list | tuple) and value:
        items = st.sampled_from(value)
        return st.lists(items | items.flatmap(mutated), max_size=len(value) + 1)
    return st.just(value)


def _edits(length: int) -> SearchStrategy[tuple[int, int, str]]:
    """Return where to cut, how many characters to drop, and what to put in their place."""
    familiar = st.sampled_from([*"0159azAZ", "/", "-", ".", ",", ":", "=", " ", "", ""])
    return st.tuples(st.integers(0, length), st.integers(0, 1), familiar | st.characters())


def _edited(text: str, edits: list[tuple[int, int, str]]) -> str:
    for start, dropped, put in edits:
        text = f"{text[:start]}{put}{text[start + dropped :]}"
    return text
