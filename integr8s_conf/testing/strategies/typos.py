"""Names that are nearly, and not quite, those of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from hypothesis.strategies import SearchStrategy


def typos(names: Sequence[str], known: Container[str]) -> SearchStrategy[str]:
    """Return misspellings of ``names`` that are none of the ``known`` names."""
    slips = st.tuples(st.sampled_from(names), st.integers(0), st.sampled_from(_SLIPS))
    return slips.map(lambda slip: slip[2](slip[0], slip[1] % len(slip[0]))).filter(
        lambda name: name not in known
    )


def _dropped(name: str, at: int) -> str:
    return name[:at] + name[at + 1 :]


def _doubled(name: str, at: int) -> str:
    return name[:at] + name[at] + name[at:]


def _swapped(name: str, at: int) -> str:
    return name[:at] + name[at : at + 2][::-1] + name[at + 2 :]


def _lower(name: str, _: int) -> str:
    return name.lower()


_SLIPS = (_dropped, _doubled, _swapped, _lower)
